"""Interest conventions and accrual, for what is earned and for what is owed."""
