"""The record of agreement (berita acara): one content, written as PDF by Typst and as an editable DOCX."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from importlib import resources
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate

from selaras.documents import typesetting
from selaras.documents.printable import printable
from selaras.documents.typesetting import LayoutError, code_as_svg, set_pages
from selaras.engines.indonesian.wording import long_date, number, plain_date, rupiah, short_rupiah
from selaras.forum.errors import ForumError
from selaras.forum.exports.hall import arrival, attendance, spoken
from selaras.forum.exports.report import Line, Report
from selaras.government.queries import parameter_value

LAYOUTS = resources.files("selaras.forum.exports") / "layouts"


def content(report: Report) -> dict[str, Any]:
    """Everything that the record says, as words ready to be set."""
    summary, forum, decision = report.summary, report.forum, report.decision
    host = forum.host.name if forum.host else report.region
    return {
        "warning": report.warning,
        "title": "Berita Acara Kesepakatan Hasil Forum Perangkat Daerah",
        "name": forum.name,
        "region": report.region,
        "host": host,
        "year": str(report.year),
        "day": long_date(forum.held_on),
        "date": plain_date(forum.held_on),
        "place": forum.place,
        "agenda": parameter_value("forum.agenda", forum.held_on),
        "annexes": parameter_value("forum.record.annexes", forum.held_on),
        "basis": "Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017",
        "attendance": attendance(report.participants),
        "invited": number(len(report.participants)),
        "present": number(sum(person.present for person in report.participants)),
        "criteria": [{"label": row.label, "weight": number(row.weight)} for row in forum.criteria.all()],
        "rule": decision.get_rule_display(),
        "facts": _facts(summary),
        "overrides": _overrides(report),
        "results": _results(summary),
        "ledger": [_ledger_row(row) for row in summary["ledger"] if row["kind"] in ("total", "district")],
        "agencies": [_ledger_row(row) for row in summary["ledger"] if row["kind"] == "agency"],
        "participants": [
            {
                "number": str(at),
                "name": person.name,
                "element": person.element,
                "institution": person.institution,
                "present": arrival(person),
            }
            for at, person in enumerate(report.participants, 1)
        ],
        **spoken(forum),
        "elements": sorted({person.element for person in report.participants}),
        "agreed": list(_by_agency(report.funded, _agreed_row)),
        "left_out": list(_by_agency(report.left_out, _left_out_row)),
        "code": decision.verification_code,
        "digest": decision.digest,
        "audit_head": decision.audit_head,
        "address": report.verification_address,
    }


def _facts(summary: dict[str, Any]) -> dict[str, str]:
    return {
        "proposals": number(summary["proposals"]),
        "asked": short_rupiah(summary["asked_cost"]),
        "funded": number(summary["funded"]),
        "granted": short_rupiah(summary["funded_cost"]),
        "granted_in_full": rupiah(summary["funded_cost"]),
        "left_out": number(summary["proposals"] - summary["funded"]),
    }


_RESULTS = (
    ("accepted", "Diterima"),
    ("changed", "Diterima dengan perubahan"),
    ("merged", "Digabung dengan usulan lain"),
    ("rejected", "Belum dapat diakomodasi"),
)


def _results(summary: dict[str, Any]) -> list[dict[str, str]]:
    return [{"label": label, "count": number(summary["by_status"].get(status, 0))} for status, label in _RESULTS]


def _overrides(report: Report) -> list[dict[str, str]]:
    """What the forum decided against the rule, each with its reason."""
    lines = {line.number: line for line in report.lines}
    return [
        {
            "number": one["id"],
            "title": lines[one["id"]].title,
            "verdict": "didanai" if one["kind"] == "fund" else "tidak didanai",
            "cost": "" if one["cost"] is None else number(one["cost"]),
            "reason": one["reason"],
        }
        for one in report.summary.get("overrides", ())
    ]


def _ledger_row(row: dict[str, Any]) -> dict[str, str]:
    money = {key: number(row[key]) for key in ("amount", "plan", "used", "left")}
    return {"label": row["label"], **money}


def _by_agency(lines: Iterable[Line], row: Any) -> Iterator[dict[str, Any]]:
    """The rows of one agency after another, under its name with its count and sum."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.agency or "Belum jelas perangkat daerahnya", []).append(line)
    for agency, own in groups.items():
        total = sum((line.cost if line.funded else line.asked) or 0 for line in own)
        yield {
            "agency": agency,
            "count": number(len(own)),
            "total": number(total),
            "rows": [row(line) for line in own],
        }


def _agreed_row(line: Line) -> dict[str, str]:
    volume = "" if line.volume is None else f"{number(line.volume)} {line.unit}".strip()
    return {
        "number": line.number,
        "title": line.title,
        "place": line.place,
        "volume": volume,
        "cost": number(line.cost or 0),
    }


def _left_out_row(line: Line) -> dict[str, str]:
    return {
        "number": line.number,
        "title": line.title,
        "place": line.place,
        "cost": "" if line.asked is None else number(line.asked),
        "reason": line.sentence,
    }


def as_pdf(record: dict[str, Any], layout: str = "record.typ") -> bytes:
    """Set the record, or another layout that reads `record.json`, by Typst.

    Time grows with the rows of the annexes: some 200 pages take about five seconds.
    """
    told = json.dumps(printable(record), ensure_ascii=False).encode()
    try:
        return set_pages(_layout(layout), {"record.json": told, "code.svg": code_as_svg(record["address"])})
    except LayoutError as wrong:
        raise ForumError(f"Berita acara tidak dapat ditata. Periksa layouts/{layout}. {wrong}") from wrong


def as_docx(record: dict[str, Any]) -> bytes:
    """Fill the office's layout, else the one that comes with the program; what comes out is theirs to edit."""
    template = DocxTemplate(BytesIO(_layout("record.docx")))
    template.render(printable(record), autoescape=True)
    target = BytesIO()
    template.save(target)
    return target.getvalue()


def _layout(name: str) -> bytes:
    return typesetting.layout(name, LAYOUTS)
