"""What is true about money: pure functions and frozen values, standard library only."""
