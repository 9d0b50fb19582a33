"""Voting on phones: what an answer may be, who may give one, and what the answers come to."""
