"""Statements as venues export them: one file a venue; `registry.py` tells whose a file is."""
