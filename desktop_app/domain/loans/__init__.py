"""Loans: terms, ladder, valuation, cure."""
