"""What is known of the signal: every district, and the villages of one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from selaras.documents.types import TYPES
from selaras.government.models import Region
from selaras.outreach.models import Signal
from selaras.outreach.reach import rules
from selaras.outreach.reach.crowd import heard_in
from selaras.outreach.reach.exports import as_csv
from selaras.outreach.reach.propagation import TRIED
from selaras.outreach.reach.queries import (
    Known,
    channels_in_use,
    counters_of,
    known_of,
    newest_trial,
    sources_visible_to,
    villages_within,
)


@dataclass(frozen=True)
class Tally:
    """Villages by class. `people` live in blank and constrained ones, as far as any source counts them."""

    villages: tuple[Known, ...]

    def count(self, signal: Signal) -> int:
        return Counter(one.signal for one in self.villages)[signal]

    @property
    def covered(self) -> int:
        return self.count(Signal.COVERED)

    @property
    def constrained(self) -> int:
        return self.count(Signal.CONSTRAINED)

    @property
    def blank(self) -> int:
        return self.count(Signal.BLANK)

    @property
    def not_known(self) -> int:
        return self.count(Signal.NOT_KNOWN)

    @property
    def contradicted(self) -> int:
        return sum(one.contradicted for one in self.villages)

    @property
    def people(self) -> int:
        weak = (Signal.BLANK, Signal.CONSTRAINED)
        return sum(one.people or 0 for one in self.villages if one.signal in weak)


def by_district(known: Sequence[Known]) -> list[tuple[Region, Tally]]:
    """Each district with its villages, in the order of the codes."""
    found: dict[str, list[Known]] = {}
    for one in known:
        found.setdefault(one.village.parent_id or "", []).append(one)
    return [(each[0].village.parent, Tally(tuple(each))) for each in found.values() if each[0].village.parent]


@require_safe
def summary_page(request: HttpRequest) -> HttpResponse:
    known = known_of(villages_within(""))
    context = {
        "total": Tally(tuple(known)),
        "rows": by_district(known),
        "sources": sources_visible_to(request.user).filter(ended_at=None),
        "keeps": rules.keeps_reach(request.user),
    }
    return render(request, "outreach/signal.html", context)


@require_safe
def signal_file(_request: HttpRequest) -> HttpResponse:
    content = as_csv(known_of(villages_within("")), list(channels_in_use()))
    response = HttpResponse(content, content_type=TYPES[".csv"])
    response["Content-Disposition"] = 'attachment; filename="sinyal-desa.csv"'
    return response


@require_safe
def district_page(request: HttpRequest, code: str) -> HttpResponse:
    district = get_object_or_404(Region, pk=code, level=Region.Level.DISTRICT)
    known = known_of(villages_within(district.pk))
    crowd = heard_in([one.village.pk for one in known], timezone.localdate(), request.user)
    heard = [(one.village, crowd[one.village.pk]) for one in known if one.village.pk in crowd]
    by_model = sum(one.by_model for one in known)
    context = {
        "district": district,
        "rows": known,
        "counters": counters_of(known),
        "total": Tally(tuple(known)),
        "heard": heard,
        "by_model": by_model,
        "tried": TRIED,
        "own": newest_trial() if by_model else {},
    }
    return render(request, "outreach/signal_district.html", context)
