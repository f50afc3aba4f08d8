"""Alert rules, their states, and the pure step from one state to the next."""
