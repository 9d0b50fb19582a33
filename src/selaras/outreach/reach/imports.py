"""Lists about signal become facts: each row is taken, or kept back with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from selaras.intake.rows import Incoming, still_taken, unique
from selaras.outreach.models import SignalFact, Site, Source, VillagePlace
from selaras.outreach.reach.terms import signal_in

_PLACE = ("latitude", "longitude", "population", "square_km", "seat_km")
_MOST_PEOPLE, _MOST_SQUARE_KM, _MOST_KM = 10_000_000, Decimal(99_999), Decimal(999)
_HEIGHTS, _POWERS, _FREQUENCIES = (1, 500), (-50, 100), (100, 100_000)


def facts_in(source: Source, rows: Sequence[Incoming], all_are: str) -> list[SignalFact]:
    """One fact a village that the list says anything of. `all_are`: what standing in the list means, if anything."""
    return [
        SignalFact(
            source=source,
            village_id=row.text("village_code"),
            code=row.line("signal", 40),
            signal=all_are or signal_in(row.line("signal", 40)),
        )
        for row in still_taken(rows)
        if all_are or row.text("signal")
    ]


def places_in(source: Source, rows: Iterable[Incoming]) -> list[VillagePlace]:
    return [
        VillagePlace(source=source, village_id=row.text("village_code"), **{key: row.values.get(key) for key in _PLACE})
        for row in still_taken(rows)
        if any(row.values.get(key) is not None for key in _PLACE)
    ]


def known_villages(rows: Sequence[Incoming]) -> None:
    """Keep back what names no village of the list of regions, a village twice, and numbers that cannot be."""
    for row in still_taken(rows):
        if not row.text("village_code"):
            row.keep(_("Desa ini tidak ditemukan dalam daftar wilayah. Tulis kodenya, atau kecamatannya."))
        elif not _fits(row, "population", 0, _MOST_PEOPLE):
            row.keep(_("Jumlah penduduk harus bilangan bulat 0 atau lebih. Periksa angkanya."))
        elif not (_fits(row, "square_km", 0, _MOST_SQUARE_KM) and _fits(row, "seat_km", 0, _MOST_KM)):
            row.keep(_("Luas dan jarak harus 0 atau lebih, dalam km² dan km. Periksa angkanya."))
    list(unique(rows, "village_code"))


def sites_in(source: Source, rows: Sequence[Incoming]) -> list[Site]:
    """The masts of a list; the same number twice is kept back the second time."""
    for row in still_taken(rows):
        if not (_fits(row, "height", *_HEIGHTS) and _fits(row, "power", *_POWERS)):
            row.keep(_("Tinggi menara 1–500 m dan daya pancar −50 sampai 100 dBm. Periksa angkanya."))
        elif not _fits(row, "frequency", *_FREQUENCIES):
            row.keep(_("Frekuensi ditulis dalam MHz, misalnya 900. Periksa angkanya."))
        elif row.values.get("latitude") is None or row.values.get("longitude") is None:
            row.keep(_("Koordinat menara ini belum terbaca. Tulis lintang dan bujur, misalnya -7,712130."))
    return [_site(source, row) for row in _numbered(rows)]


def _numbered(rows: Sequence[Incoming]) -> Iterator[Incoming]:
    named = [row for row in rows if row.text("number")]
    yield from unique(named, "number")
    yield from still_taken(row for row in rows if not row.text("number"))


def _site(source: Source, row: Incoming) -> Site:
    frequency = row.values.get("frequency")
    return Site(
        source=source,
        number=row.line("number", 80) or f"{row.sheet}#{row.number}"[-80:],
        operator=row.line("operator", 80),
        latitude=row.values["latitude"],
        longitude=row.values["longitude"],
        height=row.values.get("height"),
        power=row.values.get("power"),
        frequency=None if frequency is None else int(frequency),
    )


def stated_and_named(rows: Sequence[Incoming]) -> list[dict[str, Any]]:
    """Districts of which the list states another number of villages than it names."""
    named, stated = Counter[str](), dict[str, Any]()
    for row in rows:  # a name that was kept back is named all the same
        code = row.text("district_code") or row.text("village_code").rpartition(".")[0]
        named[code] += 1
        if row.values.get("stated") is not None:
            stated.setdefault(code, row.values["stated"])
    return [
        {"district": code, "stated": int(said), "named": named[code]}
        for code, said in stated.items()
        if code and said != named[code]
    ]


def _fits(row: Incoming, key: str, low: float, high: Decimal | float) -> bool:
    value = row.values.get(key)
    return value is None or low <= value <= high
