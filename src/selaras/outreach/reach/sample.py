"""Signal of the sample region: a census with codes, a list of blank spots that names one fewer than it says,
measurements that contradict both here and there, masts, and reports from phones. All of it invented.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from selaras.government.models import Region
from selaras.outreach.models import Signal, Source
from selaras.outreach.reach.actions.explaining import explain_code
from selaras.outreach.reach.actions.importing import Told, take_sites, take_villages
from selaras.outreach.reach.sample_reports import report_examples
from selaras.people.models import Account
from selaras.sample import SEED
from selaras.sample.draw import Draw

_CODES = {"1": Signal.COVERED, "2": Signal.CONSTRAINED, "3": Signal.BLANK}
_STATED, _NAMED = 27, 26  # villages that the list of blank spots says that it names, and names
_ELSEWHERE = 4  # of these the census knows otherwise
_MEASURED_EVERY, _MASTS = 9, 60
_UNSEEN_EVERY, _UNSEEN_FIRST = 40, 7  # villages that the census never came to
Row = Sequence[object]


def signal_examples(region: Region, *, keeper: Account) -> int:
    """Four sources, made once; returns how many there are."""
    if Source.objects.exists():
        return 0
    draw, villages = Draw(SEED, "signal"), _villages(region)
    codes = _codes(villages, draw)
    census = Told("Pendataan desa (data sintetis)", Source.Way.CENSUS, date(2019, 11, 15))
    people = [draw.whole(700, 6200) for _one in villages]
    each = enumerate(zip(villages, codes, people, strict=True))
    counted = ((one.pk, code, many) for at, (one, code, many) in each if at % _UNSEEN_EVERY != _UNSEEN_FIRST)
    batch = take_villages(census, "pendataan.csv", _csv(("Kode", "Sinyal kode", "Penduduk"), counted), actor=keeper)
    for code, signal in _CODES.items():
        explain_code(batch.signal_source, code, signal, actor=keeper)
    listed = Told("Daftar desa blankspot (data sintetis)", Source.Way.REPORT, date(2020, 1, 20), _STATED, Signal.BLANK)
    take_villages(listed, "blankspot.csv", _csv(("Kode",), _blank(villages, codes)), actor=keeper)
    measured = Told("Pengukuran tim Kominfo (data sintetis)", Source.Way.MEASUREMENT, date(2020, 2, 3))
    take_villages(measured, "ukur.csv", _csv(("Kode", "Sinyal"), _measured(villages, codes)), actor=keeper)
    masts = Told("Daftar menara (data sintetis)", Source.Way.REPORT, date(2020, 1, 6))
    places = _masts(villages, codes, draw)
    take_sites(masts, "menara.csv", _csv(("Nomor menara", "Lintang", "Bujur"), places), actor=keeper)
    report_examples(villages)
    return Source.objects.count()


def _villages(region: Region) -> list[Region]:
    placed = Region.objects.filter(parent__parent=region).exclude(latitude=None).exclude(longitude=None)
    return list(placed.order_by("pk"))


def _codes(villages: Sequence[Region], draw: Draw) -> list[str]:
    """The hills of this region lie in its north: the farther north, the weaker."""
    norths = sorted(float(one.latitude or 0) for one in villages)
    hills = norths[len(norths) * 4 // 5]
    found = []
    for one in villages:
        blank, weak = (0.3, 0.75) if float(one.latitude or 0) > hills else (0.01, 0.15)
        luck = draw.between(0, 1)
        found.append("3" if luck < blank else "2" if luck < weak else "1")
    return found


def _blank(villages: Sequence[Region], codes: Sequence[str]) -> list[Row]:
    known = [one.pk for one, code in zip(villages, codes, strict=True) if code == "3"]
    other = [one.pk for one, code in zip(villages, codes, strict=True) if code == "2"]
    named = [*other[: max(_ELSEWHERE, _NAMED - len(known))], *known][:_NAMED]
    return [(code,) for code in named]


def _measured(villages: Sequence[Region], codes: Sequence[str]) -> list[Row]:
    """Every ninth village; of these every fifth is found better than the census says."""
    found: list[Row] = []
    for at, (one, code) in enumerate(list(zip(villages, codes, strict=True))[::_MEASURED_EVERY]):
        signal = Signal.COVERED if at % 5 == 0 else _CODES[code]
        found.append((one.pk, signal.label))
    return found


def _masts(villages: Sequence[Region], codes: Sequence[str], draw: Draw) -> list[Row]:
    """Each near a village that is covered."""
    covered = [one for one, code in zip(villages, codes, strict=True) if code == "1"]
    return [
        (f"M{at:03}", f"{float(one.latitude or 0) + draw.between(-0.004, 0.004):.5f}", f"{one.longitude or 0:.5f}")
        for at, one in enumerate(draw.sample(covered, _MASTS), start=1)
    ]


def _csv(header: Row, rows: Iterable[Row]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue().encode()
