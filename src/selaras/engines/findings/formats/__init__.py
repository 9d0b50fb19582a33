"""One module a format: how its reports become a draft, and what counts as a finding there."""
