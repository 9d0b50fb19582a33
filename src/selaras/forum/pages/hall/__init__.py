"""In the hall."""
