"""The map of the signal: the whole region or one district, what is asked for standing out, with its table beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from selaras.government.models import Region
from selaras.outreach.models import Channel, Signal
from selaras.outreach.reach.channels import reached_by
from selaras.outreach.reach.mapping import village_map
from selaras.outreach.reach.pages.known import Tally, by_district
from selaras.outreach.reach.propagation import TRIED
from selaras.outreach.reach.queries import Known, channels_in_use, known_of, newest_trial, villages_within

_ON_A_PAGE = 30
DIFFER, UNREACHED = "beda", "tanpa-saluran"
_ASKS = (
    ("", gettext_lazy("semua desa")),
    *((signal.value, signal.label) for signal in Signal),
    (DIFFER, gettext_lazy("sumber berbeda")),
    (UNREACHED, gettext_lazy("tak terjangkau saluran")),
)


@dataclass(frozen=True)
class Row:
    """A village of the table. `channels`: kinds that reach it, in words."""

    known: Known
    channels: tuple[str, ...]


@require_safe
def map_page(request: HttpRequest) -> HttpResponse:
    district, asked = _district(request), request.GET.get("kelas", "")
    known = known_of(villages_within(district.pk if district else ""), outlines=True)
    channels = list(channels_in_use())
    reached = reached_by(known, channels)
    fits, by_model = _asked_for(asked, reached), sum(one.by_model for one in known)
    rows = [Row(one, _words(reached[one.village.pk])) for one in known if fits(one)]
    context = {
        "district": district,
        "districts": Region.objects.filter(level=Region.Level.DISTRICT),
        "asks": [(key, _(str(word))) for key, word in _ASKS],
        "asked": asked,
        "total": Tally(tuple(known)),
        "map": village_map(known, fits),
        "by_district": None if district or asked else by_district(known),
        "page": Paginator(rows, _ON_A_PAGE).get_page(request.GET.get("hal")),
        "any_channel": bool(channels),
        "unreached": sum(not kinds for kinds in reached.values()),
        "by_model": by_model,
        "tried": TRIED,
        "own": newest_trial() if by_model else {},
    }
    return render(request, "outreach/signal_map.html", context)


def _district(request: HttpRequest) -> Region | None:
    code = request.GET.get("kecamatan", "")
    return get_object_or_404(Region, pk=code, level=Region.Level.DISTRICT) if code else None


def _asked_for(asked: str, reached: dict[str, tuple[Channel.Kind, ...]]) -> Callable[[Known], bool]:
    if asked in Signal.values:
        return lambda one: one.signal == asked
    if asked == DIFFER:
        return lambda one: one.contradicted
    if asked == UNREACHED:
        return lambda one: not reached[one.village.pk]
    return bool


def _words(kinds: Sequence[Channel.Kind]) -> tuple[str, ...]:
    return tuple(_(str(kind.label)) for kind in kinds)
