"""Plimsoll: watches loans against crypto assets on every platform together, and tells you in time."""

__version__ = "0.1.0"
