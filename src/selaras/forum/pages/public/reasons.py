"""Why proposals have no money, in words for everybody."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.functional import Promise

from selaras.forum.models import Decision, Proposal
from selaras.forum.pages.words import REASON_WORDS
from selaras.forum.tallies import reasons_of


@dataclass(frozen=True)
class Reason:
    many: int
    words: str | Promise


def reasons(proposals: QuerySet[Proposal], decision: Decision | None) -> list[Reason]:
    """The most frequent first. One query."""
    return [Reason(many, REASON_WORDS[why]) for why, many in reasons_of(proposals, decision) if why in REASON_WORDS]
