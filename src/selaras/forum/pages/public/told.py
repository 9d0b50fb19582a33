"""What a proposal's page tells of its past and of its work: deeds, kinship with other proposals, progress."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from selaras.engines.indonesian.wording import rupiah
from selaras.forum.models import Event, Lineage, Outcome, Progress, Proposal
from selaras.forum.pages.words import DEED_WORDS, LEVEL_WORDS

_KIN_BEFORE: Mapping[str, str | Promise] = {
    Lineage.Kind.MERGED: gettext_lazy("Menampung usulan"),
    Lineage.Kind.SPLIT: gettext_lazy("Dipecah dari usulan"),
    Lineage.Kind.CARRIED: gettext_lazy("Lanjutan usulan tahun lalu"),
}
_KIN_AFTER: Mapping[str, str | Promise] = {
    Lineage.Kind.MERGED: gettext_lazy("Digabung ke dalam usulan"),
    Lineage.Kind.SPLIT: gettext_lazy("Dipecah menjadi usulan"),
    Lineage.Kind.CARRIED: gettext_lazy("Diusulkan lagi untuk tahun berikutnya"),
}


@dataclass(frozen=True)
class Deed:
    """One deed as the public reads it: what, when, by which body, why. Never by which person."""

    word: str | Promise
    at: datetime
    body: str
    reason: str
    change: str


@dataclass(frozen=True)
class Kin:
    """A proposal that this one came out of, or went into."""

    word: str | Promise
    proposal: Proposal


def deeds_of(proposal: Proposal) -> list[Deed]:
    """In the order in which they were done. A kind without a public word is not told. One query."""
    told = Event.objects.filter(proposal=proposal, kind__in=DEED_WORDS).order_by("pk")
    return [Deed(_word(one), one.at, one.body, one.reason, _change(one)) for one in told]


def _word(event: Event) -> str | Promise:
    level = (event.after or {}).get("level") if event.kind == Event.Kind.RECOMMENDED else None
    if level in LEVEL_WORDS:
        supports = (event.after or {}).get("supports", True)
        word = _("%(level)s mendukung") if supports else _("%(level)s tidak mendukung")
        return word % {"level": LEVEL_WORDS[level]}
    return DEED_WORDS[event.kind]


def _change(event: Event) -> str:
    """How a deed changed the amount that is asked for."""
    before, after = (event.before or {}).get("cost"), (event.after or {}).get("cost")
    if isinstance(before, int) and isinstance(after, int) and before != after:
        return _("Biaya %(before)s menjadi %(after)s.") % {"before": rupiah(before), "after": rupiah(after)}
    return ""


def kin_of(proposal: Proposal) -> list[Kin]:
    """Where it came from, then where it went. One query."""
    rows = Lineage.objects.filter(origin=proposal) | Lineage.objects.filter(result=proposal)
    told = rows.select_related("origin__forum__cycle", "result__forum__cycle").order_by("pk")
    before = [Kin(_KIN_BEFORE[one.kind], one.origin) for one in told if one.result_id == proposal.pk]
    return before + [Kin(_KIN_AFTER[one.kind], one.result) for one in told if one.origin_id == proposal.pk]


def progress_of(proposal: Proposal, outcome: Outcome | None) -> dict[str, Any] | None:
    """The quarters reported of a funded proposal, and the last of them. One query; none where it was not funded."""
    if outcome is None or outcome.cost is None:
        return None
    quarters = list(Progress.objects.filter(proposal=proposal).order_by("quarter"))
    return {"quarters": quarters, "last": quarters[-1] if quarters else None, "granted": outcome.cost}
