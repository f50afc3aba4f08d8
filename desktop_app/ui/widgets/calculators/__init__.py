"""Calculators of the Earn page: each a form, its formula, its steps with numbers, its result."""
