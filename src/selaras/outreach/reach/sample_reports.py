"""What invented phones report: of villages with weak signal, and of one that the census calls covered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import NAMESPACE_URL, uuid5

from django.utils import timezone

from selaras.government.models import Region
from selaras.outreach.models import Signal, SignalReport
from selaras.outreach.reach.actions.reporting import OPERATORS, Seen, report_signal
from selaras.outreach.reach.queries import known_of
from selaras.sample import SEED
from selaras.sample.draw import Draw

_WEAK, _VOICES = 5, 6  # villages, and phones in each
_TOO_MANY = 9  # sent by one of the phones: what counts of one a day is less
_BARS = {Signal.BLANK: (0, 1), Signal.CONSTRAINED: (1, 3), Signal.COVERED: (0, 1)}


def report_examples(villages: Sequence[Region]) -> int:
    """Sent once, today; returns how many reports are there."""
    if SignalReport.objects.exists():
        return SignalReport.objects.count()
    draw, known = Draw(SEED, "signal-reports"), known_of(villages)
    weak = [one for one in known if one.signal in (Signal.BLANK, Signal.CONSTRAINED)]
    covered = [one for one in known if one.signal == Signal.COVERED and not one.contradicted]
    for one in (*draw.sample(weak, _WEAK), *draw.sample(covered, 1)):
        for phone in range(_VOICES):
            _report(one.village, _BARS[one.signal], phone, draw)
    for again in range(_TOO_MANY):
        _report(weak[0].village, (5, 5), 0, draw, again=again + 1)
    return SignalReport.objects.count()


def _report(village: Region, bars: tuple[int, int], phone: int, draw: Draw, *, again: int = 0) -> None:
    """`phone` numbers those of one village."""
    name = f"contoh-{village.pk}-{phone}"
    shown = draw.whole(*bars)
    seen = Seen(OPERATORS[phone % 2], shown, draw.whole(40, 400) * shown or None, _day(draw))
    report_signal(village, uuid5(NAMESPACE_URL, f"{name}-{again}"), seen, device=name, network=name)


def _day(draw: Draw) -> date:
    return timezone.localdate() - timedelta(days=draw.whole(0, 20))
