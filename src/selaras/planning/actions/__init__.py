"""Everything that changes the plan of a cycle."""
