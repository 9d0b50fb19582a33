"""Requests by mail: what is written out, how what comes in is read, and the mailbox it lies in."""
