"""Words by which a list itself says what it means. Numbers and other codes say nothing until an office does."""

from __future__ import annotations

from selaras.outreach.models import Signal, Source

_SAID = {
    "tercakup": Signal.COVERED,
    "terkendala": Signal.CONSTRAINED,
    "terkendala sinyal": Signal.CONSTRAINED,
    "blankspot": Signal.BLANK,
    "blank spot": Signal.BLANK,
    "belum diketahui": Signal.NOT_KNOWN,
}
# Which way of knowing counts first where several speak of one village; within one way the newest.
TRUST = (Source.Way.MEASUREMENT, Source.Way.REPORT, Source.Way.CENSUS, Source.Way.MODEL)


def signal_in(code: str) -> Signal:
    """What a cell says in plain words; not known for every other code, and for an empty cell."""
    return _SAID.get(" ".join(code.casefold().replace("-", " ").split()), Signal.NOT_KNOWN)
