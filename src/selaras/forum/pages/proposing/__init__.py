"""Proposing: by form, by file, what districts and agencies say of it, and what became of it."""
