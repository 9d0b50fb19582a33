"""Word documents: text over runs, hidden writing, tracked changes, comments."""
