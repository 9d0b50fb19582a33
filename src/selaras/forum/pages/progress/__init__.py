"""What became of the plan and of the funded proposals, filled in each quarter in one table."""
