"""Table T-C.29: what the strategic plan promises, what earlier years achieved of it, and how far that comes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from selaras.documents.sheets import Form, Section, Sheet, workbook
from selaras.engines.indonesian.wording import number, plain_date
from selaras.forum.exports.forms import codes_above
from selaras.forum.exports.report import SYNTHETIC
from selaras.forum.models import Forum
from selaras.government.queries import parameter_value
from selaras.planning.models import CatalogueEntry, Realisation, StrategicTarget, WorkPlanItem

WIDTHS = (19, 46, 38, 16, 16, 14, 14, 12, 14, 18, 14)
# Units of indicators that stand at a level, so that their years are not added up.
_LEVELS = frozenset({"%", "persen", "indeks", "nilai", "skor", "poin", "angka", "opini", "predikat", "level"})
_HUNDRED = Decimal(100)

Key = tuple[str, str]  # code and indicator


@dataclass
class Measure:
    """One indicator of one agency: the promises of the strategic plan and what each year planned and achieved."""

    unit: str = ""
    name: str = ""
    promised: dict[int, Decimal] = field(default_factory=dict)
    planned: dict[int, Decimal] = field(default_factory=dict)
    achieved: dict[int, Decimal] = field(default_factory=dict)

    def over(self, years: Mapping[int, Decimal], last: int) -> Decimal | None:
        """All years up to the last: their sum, or, of an indicator that stands at a level, the newest of them."""
        known = [years[year] for year in sorted(years) if year <= last]
        if not known:
            return None
        return known[-1] if self.unit.lower() in _LEVELS else sum(known, Decimal())


def t_c_29(forum: Forum) -> bytes:
    """The workbook's bytes, with a section an agency. Seven queries, whatever the number of indicators."""
    year = forum.cycle.year
    names = dict(CatalogueEntry.objects.filter(catalogue=forum.catalogue).values_list("code", "name"))
    head = parameter_value("forum.table.t_c_29", forum.held_on)
    years = {"three_before": year - 3, "two_before": year - 2, "one_before": year - 1}
    form = Form(
        title=f"Tabel T-C.29 {head['title']} – {forum.cycle.region.name}",
        columns=[label.format(**years) for label in head["columns"]],
        widths=WIDTHS,
        groups=[(label.format(**years), width) for label, width in head["groups"]],
        subtitles=[
            f"{forum.name}, {plain_date(forum.held_on)}. Tahun rencana {year}.",
            "Kolom (10) = (5) + (7) + (9); kolom (11) = (10) : (4) x 100. "
            "Indikator berupa persen, indeks, atau nilai tidak dijumlahkan: yang dipakai angka tahun terakhir.",
            *([SYNTHETIC] if forum.synthetic else []),
        ],
        numbered=True,
    )
    return workbook([Sheet("T-C.29", form, _rows(_measures(forum), names, year))])


def _measures(forum: Forum) -> dict[str, dict[Key, Measure]]:
    """By agency, in the order of their codes."""
    found: dict[str, dict[Key, Measure]] = defaultdict(lambda: defaultdict(Measure))
    region, year = forum.cycle.region_id, forum.cycle.year
    targets = StrategicTarget.objects.filter(cycle=forum.cycle, target__isnull=False)
    for agency, code, indicator, unit, at, target in targets.order_by("agency__code", "code", "year").values_list(
        "agency__name", "code", "indicator", "unit", "year", "target"
    ):
        measure = found[agency][code, indicator]
        measure.unit, measure.promised[at] = unit, target or Decimal()
    items = WorkPlanItem.objects.filter(cycle__region=region, cycle__year__lt=year).order_by("agency__code", "code")
    for agency, code, indicator, unit, name, at, target in items.values_list(
        "agency__name", "code", "indicator", "unit", "name", "cycle__year", "target"
    ):
        measure = found[agency][code, indicator]
        measure.unit, measure.name = measure.unit or unit, measure.name or name
        if target is not None:
            measure.planned[at] = measure.planned.get(at, Decimal()) + target
    _add_achieved(found, region, year)
    return found


def _add_achieved(found: dict[str, dict[Key, Measure]], region: str, year: int) -> None:
    """What each line of the plan had achieved by the last quarter it reported, added up over lines of one indicator."""
    rows = Realisation.objects.filter(item__cycle__region=region, item__cycle__year__lt=year, value__isnull=False)
    last: dict[int, tuple[str, Key, int, Decimal]] = {}
    for item, agency, code, indicator, at, value in rows.order_by("item", "quarter").values_list(
        "item", "item__agency__name", "item__code", "item__indicator", "item__cycle__year", "value"
    ):
        last[item] = (agency, (code, indicator), at, value or Decimal())
    for agency, key, at, value in last.values():
        achieved = found[agency][key].achieved
        achieved[at] = achieved.get(at, Decimal()) + value


def _rows(
    measures: Mapping[str, Mapping[Key, Measure]], names: Mapping[str, str], year: int
) -> Iterator[Sequence[Any] | Section]:
    for agency, own in measures.items():
        yield Section(agency)
        headed: set[str] = set()
        for (code, indicator), measure in sorted(own.items()):
            for level in codes_above(code):
                if level not in headed:
                    headed.add(level)
                    yield (level, names.get(level, ""), *[""] * 9)
            headed.add(code)
            yield (code, names.get(code) or measure.name, indicator, *_figures(measure, year))


def _figures(measure: Measure, year: int) -> tuple[Any, ...]:
    """Columns (4) to (11)."""
    renstra = measure.over(measure.promised, max(measure.promised, default=0))
    before = measure.over(measure.achieved, year - 3)
    planned, done = measure.planned.get(year - 2), measure.achieved.get(year - 2)
    running = measure.planned.get(year - 1)
    expected = _expected(measure, before, done, running)
    amounts = [_amount(value, measure.unit) for value in (renstra, before, planned, done)]
    return (
        *amounts,
        _share(done, planned),
        _amount(running, measure.unit),
        _amount(expected, measure.unit),
        _share(expected, renstra),
    )


def _expected(measure: Measure, *parts: Decimal | None) -> Decimal | None:
    known = [part for part in parts if part is not None]
    if not known:
        return None
    return known[-1] if measure.unit.lower() in _LEVELS else sum(known, Decimal())


def _share(part: Decimal | None, whole: Decimal | None) -> str:
    return "" if part is None or not whole else f"{number((part / whole * _HUNDRED).quantize(Decimal('0.01')))} %"


def _amount(value: Decimal | None, unit: str) -> str:
    return "" if value is None else f"{number(value)} {unit}".strip()
