"""Voting: the sheet on the phone, the secretary's rounds, what they came to."""
