"""The tables of the regulation: T-C.31, T-C.32, T-C.33 and T-D.4, their heads read from the regulation parameters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from selaras.documents.sheets import Form, Section, Sheet, workbook
from selaras.engines.indonesian.wording import number, plain_date
from selaras.forum.exports.report import Line, PlanLine, Report, programme
from selaras.government.queries import parameter_value

WIDTHS = {
    "t_c_31": (6, 34, 24, 30, 14, 17, 34, 24, 30, 14, 17, 40),
    "t_c_32": (6, 52, 36, 40, 16, 70),
    "t_c_33": (19, 48, 38, 32, 18, 18, 16, 34, 16, 18),
    "t_d_4": (6, 26, 30, 34, 46, 34, 24, 14, 17, 22),
}


def t_c_31(report: Report) -> bytes:
    """What the draft plan holds beside what the analysis of needs asks, a subactivity of an agency a row."""
    return workbook([Sheet("T-C.31", _form(report, "t_c_31"), _review_rows(report), frozenset({5, 10}))])


def t_c_32(report: Report) -> bytes:
    """What stakeholders proposed, with what became of it."""
    rows = (
        (at, line.title, line.place, _indicator(report, line.code), _amount(line.volume, line.unit), _fate(line))
        for at, line in enumerate(sorted(report.lines, key=lambda line: (line.district_code, line.number)), 1)
    )
    return workbook([Sheet("T-C.32", _form(report, "t_c_32"), rows)])


def t_c_33(report: Report) -> bytes:
    """The plan of the year and the forward estimate, by agency and down the code, with the sum of every level."""
    sheet = Sheet("T-C.33", _form(report, "t_c_33"), _plan_rows(report), frozenset({5, 9}))
    return workbook([sheet])


def t_d_4(report: Report) -> bytes:
    """The priority activities of each district in their order, a district a sheet."""
    by_district: dict[str, list[Line]] = defaultdict(list)
    for line in report.funded:
        by_district[line.district_code].append(line)
    names = Counter(lines[0].district for lines in by_district.values())
    sheets = [
        Sheet(
            _tab(lines[0], names),
            _form(report, "t_d_4", lines[0].district and f"Kecamatan {lines[0].district}"),
            _district_rows(report, lines),
            frozenset({8}),
        )
        for _, lines in sorted(by_district.items())
    ]
    return workbook(sheets or [Sheet("T-D.4", _form(report, "t_d_4"), [("", "Nihil", *[""] * 8)])])


def _tab(line: Line, names: Counter[str]) -> str:
    """The name of a district's sheet, with its code where two districts share a name."""
    if names[line.district] > 1:
        return f"{line.district[:18]} {line.district_code}"
    return line.district or "Lintas kecamatan"


def _form(report: Report, key: str, part: str = "") -> Form:
    head = parameter_value(f"forum.table.{key}", report.forum.held_on)
    years = {"year": report.year, "next_year": report.year + 1}
    name = "T-" + key[2:].upper().replace("_", ".")
    subtitles = [
        f"{report.forum.name}, {plain_date(report.forum.held_on)}. Tahun rencana {report.year}.",
        *([part] if part else []),
        *([report.warning] if report.warning else []),
    ]
    return Form(
        title=f"Tabel {name} {head['title']} – {report.region}",
        columns=head["columns"],
        widths=WIDTHS[key],
        groups=[(label.format(**years), width) for label, width in head["groups"]],
        subtitles=subtitles,
        numbered=True,
    )


def _review_rows(report: Report) -> Iterator[Sequence[Any] | Section]:
    added = _added(report)
    planned = {(item.agency_code, item.agency) for item in report.plan}
    agencies = sorted(planned | {(line.agency_code, line.agency) for line in report.funded})
    for agency_code, agency in agencies:
        yield Section(agency)
        at = 0
        for item in (item for item in report.plan if item.agency_code == agency_code):
            at += 1
            yield (at, *_drafted(item), *_needed(report, item, added.pop((agency_code, item.code), [])))
        for (_, code), lines in sorted(pair for pair in added.items() if pair[0][0] == agency_code):
            at += 1
            yield (at, *[""] * 5, *_proposed_only(report, code, lines))


def _added(report: Report) -> dict[tuple[str, str], list[Line]]:
    """The funded proposals by agency and code."""
    added: dict[tuple[str, str], list[Line]] = defaultdict(list)
    for line in report.funded:
        added[line.agency_code, line.code].append(line)
    return added


def _drafted(item: PlanLine) -> tuple[Any, ...]:
    return item.name, item.place, item.indicator, _amount(item.target, item.unit), item.cost


def _needed(report: Report, item: PlanLine, lines: list[Line]) -> tuple[Any, ...]:
    own = item.cost if item.admitted else 0
    note = [] if item.admitted else ["Ditunda: pagu tidak mencukupi."]
    if lines:
        note.append(f"Menampung {number(len(lines))} usulan masyarakat.")
    if item.note:
        note.append(item.note)
    return (
        item.name,
        _places([item.place, *(line.village for line in lines)]),
        item.indicator or _indicator(report, item.code),
        _amount(item.target, item.unit),
        own + sum(line.cost or 0 for line in lines),
        " ".join(note),
    )


def _proposed_only(report: Report, code: str, lines: list[Line]) -> tuple[Any, ...]:
    return (
        report.name_of(code) if code else "Belum selaras dengan nomenklatur",
        _places([line.village for line in lines]),
        _indicator(report, code),
        _volumes(lines),
        sum(line.cost or 0 for line in lines),
        f"Belum ada dalam rancangan awal; menampung {number(len(lines))} usulan masyarakat.",
    )


def _plan_rows(report: Report) -> Iterator[Sequence[Any] | Section]:
    """Each agency: its lines under the levels of their code, every level with its sum of the year and forward."""
    lines = [_planned(item) for item in report.plan if item.admitted]
    lines += [_granted(report, code, group) for (_, code), group in _added(report).items()]
    for code, agency in sorted({(line["agency_code"], line["agency"]) for line in lines}):
        own = sorted(
            (line for line in lines if line["agency_code"] == code),
            key=lambda line: (not line["code"], line["code"], line["order"]),
        )
        yield Section(agency, sum(line["cost"] for line in own))
        yield from _levels(report, own)


def _planned(item: PlanLine) -> dict[str, Any]:
    return {
        "agency_code": item.agency_code,
        "agency": item.agency,
        "code": item.code,
        "order": 0,
        "cost": item.cost,
        "forward": item.forward_cost,
        "row": (
            item.code,
            item.name,
            item.indicator,
            item.place,
            _amount(item.target, item.unit),
            item.cost,
            item.source_of_funds,
            item.note,
            _amount(item.forward_target, item.unit),
            item.forward_cost,
        ),
    }


def _granted(report: Report, code: str, lines: list[Line]) -> dict[str, Any]:
    cost = sum(line.cost or 0 for line in lines)
    return {
        "agency_code": lines[0].agency_code,
        "agency": lines[0].agency,
        "code": code,
        "order": 1,
        "cost": cost,
        "forward": None,
        "row": (
            code,
            report.name_of(code) if code else "Usulan yang belum selaras dengan nomenklatur",
            _indicator(report, code),
            _places([line.village for line in lines]),
            _volumes(lines),
            cost,
            ", ".join(sorted({line.source_of_funds for line in lines if line.source_of_funds})),
            f"Hasil forum: {number(len(lines))} usulan masyarakat.",
            "",
            None,
        ),
    }


def _levels(report: Report, lines: list[dict[str, Any]]) -> Iterator[Sequence[Any]]:
    """The lines of one agency, each new field, programme and activity headed by a row with its sums."""
    cost: dict[str, int] = defaultdict(int)
    forward: dict[str, int] = defaultdict(int)
    for line in lines:
        for level in codes_above(line["code"]):
            cost[level] += line["cost"]
            forward[level] += line["forward"] or 0
    headed: set[str] = set()
    for line in lines:
        for level in codes_above(line["code"]):
            if level not in headed:
                headed.add(level)
                yield (level, report.name_of(level), "", "", "", cost[level], "", "", "", forward[level] or None)
        yield line["row"]


def codes_above(code: str) -> list[str]:
    """The codes of field, programme and activity above a subactivity: `1.03`, `1.03.10`, `1.03.10.2.01`."""
    parts = code.split(".")
    return [".".join(parts[:length]) for length in (2, 3, 5) if length < len(parts)]


def _district_rows(report: Report, lines: list[Line]) -> Iterator[Sequence[Any]]:
    for at, line in enumerate(sorted(lines, key=lambda line: (line.rank or 0, line.number)), 1):
        priority = report.priorities.get(line.priority) if line.priority else None
        yield (
            at,
            f"{priority.number}. {priority.name}" if priority else "",
            priority.goal if priority else "",
            report.name_of(programme(line.code)) if line.code else "",
            line.title,
            _indicator(report, line.code),
            line.village,
            _amount(line.volume, line.unit),
            line.cost,
            line.agency,
        )


def _indicator(report: Report, code: str) -> str:
    entry = report.entries.get(code)
    return entry.indicator if entry else ""


def _amount(value: Decimal | None, unit: str) -> str:
    return "" if value is None else f"{number(value)} {unit}".strip()


def _volumes(lines: Iterable[Line]) -> str:
    """The sum of volumes unit by unit."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for line in lines:
        if line.volume is not None:
            sums[line.unit.lower()] += line.volume
    return "; ".join(_amount(total, unit) for unit, total in sorted(sums.items()))


def _places(names: Iterable[str], most: int = 6) -> str:
    """Distinct places in order; past `most` a count, so that a cell stays readable."""
    distinct = list(dict.fromkeys(name for name in names if name))
    shown = ", ".join(distinct[:most])
    return f"{shown} dan {len(distinct) - most} lainnya" if len(distinct) > most else shown


def _fate(line: Line) -> str:
    return f"{line.status_label}. {line.sentence}"
