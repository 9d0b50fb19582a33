"""Check every item of a draft work plan, and the proposals for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from selaras.engines.indicators import strategic_path, unit_cost, units, wording
from selaras.engines.indicators.catalogue import Catalogue, Duties, judge_code, suggestion
from selaras.engines.indicators.figures import read
from selaras.engines.indicators.model import (
    CatalogueEntry,
    Finding,
    ItemKind,
    Kind,
    PlanItem,
    Severity,
    StrategicTarget,
)
from selaras.engines.indicators.strategic_path import StrategicPlan
from selaras.engines.indicators.text import bare, plain
from selaras.engines.indonesian.wording import number

_GROWTH = ("pertumbuhan", "peningkatan", "kenaikan", "perubahan")  # a share that may well pass 100 percent


def check(
    items: Iterable[PlanItem],
    *,
    catalogue: Iterable[CatalogueEntry],
    strategic_targets: Iterable[StrategicTarget],
    duties: Mapping[str, Collection[str]],
    year: int,
) -> tuple[Finding, ...]:
    """Every finding about n items planned for `year`, in the order of the items, then of `Kind`.

    `duties`: agency to the fields it holds (``{"diskominfo": {"2.16", "2.20"}}``). An indicator and unit worded as
    in the catalogue are never blamed for their wording. O(n log n + catalogue + targets); raises nothing.

    >>> item = PlanItem("r1", "diskominfo", "2.16.02.2.01.0017", indicator="Terlaksananya pelayanan informasi",
    ...     unit="Dokumen", baseline=10, target=12, location="Kebumen", source_of_funds="PAD", forward_cost=1, cost=5)
    >>> entry = CatalogueEntry("2.16.02.2.01.0017", "Pelayanan Informasi Publik", "Jumlah Layanan Informasi", "Layanan")
    >>> found = check([item], catalogue=[entry], strategic_targets=[], duties={"diskominfo": {"2.16"}}, year=2021)
    >>> [(finding.kind.value, finding.suggestion.indicator) for finding in found]
    [('vague_wording', 'Jumlah Layanan Informasi')]
    """
    listed = tuple(items)
    known, plan, held = Catalogue(catalogue), StrategicPlan(strategic_targets), Duties(duties)
    found = [finding for item in listed for finding in _judge(item, known, plan, held, year)]
    found.extend(unit_cost.judge(listed))
    place = {item.id: index for index, item in reversed(list(enumerate(listed)))}
    order = {kind: index for index, kind in enumerate(Kind)}
    return tuple(sorted(found, key=lambda f: (place[f.item], order[f.kind])))


def _judge(item: PlanItem, catalogue: Catalogue, plan: StrategicPlan, duties: Duties, year: int) -> Iterator[Finding]:
    yield from _missing(item, catalogue, plan)
    yield from _indicator(item, catalogue)
    if item.kind is ItemKind.WORK_PLAN:
        yield from _target(item)
        yield from strategic_path.judge(item, plan, year)
    yield from judge_code(item, catalogue)
    yield from duties.judge(item, catalogue)


def _missing(item: PlanItem, catalogue: Catalogue, plan: StrategicPlan) -> Iterator[Finding]:
    official = suggestion(catalogue.entry(item.code))
    if not item.unit.strip():
        hint = f' Katalog memakai satuan "{official.unit}".' if official and official.unit else ""
        yield Finding(item.id, Kind.NO_UNIT, Severity.ERROR, f"Satuan belum diisi.{hint} Isi satuannya.", official)
    if not item.location.strip():
        message = "Lokasi belum diisi. Tuliskan desa atau kecamatannya, atau seluruh kabupaten."
        yield Finding(item.id, Kind.NO_LOCATION, Severity.ERROR, message)
    if item.kind is ItemKind.PROPOSAL:
        return
    if not item.indicator.strip():
        hint = f' Katalog memakai "{official.indicator}".' if official and official.indicator else ""
        message = f"Indikator belum diisi.{hint} Isi satu indikator yang dapat diukur."
        yield Finding(item.id, Kind.NO_INDICATOR, Severity.ERROR, message, official)
    if read(item.baseline) is None:
        yield _no_baseline(item, plan)
    if not item.source_of_funds.strip():
        message = "Sumber dana belum diisi. Pilih sumber dananya, misalnya PAD, DAU atau DAK."
        yield Finding(item.id, Kind.NO_SOURCE_OF_FUNDS, Severity.ERROR, message)
    if read(item.forward_target) is None and item.forward_cost is None:
        message = "Prakiraan maju belum diisi. Isi perkiraan target dan biaya tahun berikutnya."
        yield Finding(item.id, Kind.NO_FORWARD_ESTIMATE, Severity.WARNING, message)


def _no_baseline(item: PlanItem, plan: StrategicPlan) -> Finding:
    promise = plan.of(item)
    known = promise.baseline if promise and bare(promise.indicator) == bare(item.indicator) else None
    hint = f" Renstra mencatat kondisi awal {number(known)}." if known is not None else ""
    message = f"Kondisi awal belum diisi.{hint} Isi capaian terakhir, agar kenaikan targetnya dapat dilihat."
    return Finding(item.id, Kind.NO_BASELINE, Severity.WARNING, message)


def _indicator(item: PlanItem, catalogue: Catalogue) -> Iterator[Finding]:
    if not item.indicator.strip():
        return
    entry = catalogue.entry(item.code)
    official = suggestion(entry)
    if entry and entry.indicator and bare(entry.indicator) == bare(item.indicator):
        if item.unit.strip() and entry.unit and plain(entry.unit) != plain(item.unit):
            message = (
                f'Katalog memakai satuan "{entry.unit}" untuk indikator ini, bukan "{item.unit}". Ganti satuannya.'
            )
            yield Finding(item.id, Kind.UNIT_MISFIT, Severity.WARNING, message, official)
        return
    for kind, severity, message in wording.judge(item.indicator, item.unit):
        yield Finding(item.id, kind, severity, message, official)
    misfit = units.misfit(item.indicator, item.unit)
    if misfit:
        yield Finding(item.id, Kind.UNIT_MISFIT, Severity.WARNING, misfit, official)


def _target(item: PlanItem) -> Iterator[Finding]:
    target = read(item.target)
    if target is None:
        written = str(item.target).strip() if item.target is not None else ""
        what = f'Target "{written}" bukan satu angka.' if written else "Target belum diisi."
        yield Finding(item.id, Kind.TARGET_NOT_NUMBER, Severity.ERROR, f"{what} Isi satu angka, misalnya 90,5.")
    elif target > 100 and units.is_percent(item.unit) and not any(word in plain(item.indicator) for word in _GROWTH):
        message = f"Target {number(target)} persen melebihi 100. Periksa angka atau satuannya."
        yield Finding(item.id, Kind.PERCENT_OVER_100, Severity.ERROR, message)
