"""Quotes (one source's word), candles, and the book of believed prices."""
