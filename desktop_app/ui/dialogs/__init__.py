"""Dialogs in which things are entered."""
