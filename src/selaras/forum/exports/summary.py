"""The decision on one page: a self-contained HTML file with its charts, that opens anywhere without a network."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from typing import Any

from django.template import Context, Engine

from selaras.engines.indonesian.wording import long_date, number, rupiah, short_rupiah
from selaras.engines.schematic import Tile, tile_map
from selaras.forum.exports.report import Report
from selaras.forum.tiles import SHARE

WIDTH = 480  # of a bar, in units of its drawing
_LAYOUT = resources.files("selaras.forum.exports") / "layouts" / "summary.html"


@dataclass(frozen=True)
class Bar:
    """One row of a chart: what was asked, what was granted, both as lengths and as words."""

    label: str
    asked: int
    granted: int
    words: str


def as_html(report: Report) -> bytes:
    summary = report.summary
    districts = tile_map(summary["districts"], SHARE)
    engine = Engine(libraries={}, autoescape=True)
    page = engine.from_string(_LAYOUT.read_text(encoding="utf-8"))
    context = {
        "report": report,
        "day": long_date(report.forum.held_on),
        "facts": {
            "funded": number(summary["funded"]),
            "proposals": number(summary["proposals"]),
            "granted": short_rupiah(summary["funded_cost"]),
            "asked": short_rupiah(summary["asked_cost"]),
        },
        "map": districts,
        "tiles": [_tile(tile, summary) for tile in districts.tiles] if districts else [],
        "agencies": _bars([row for row in summary["agencies"] if row["asked"]]),
        "priorities": _bars(summary["priorities"]),
        "districts": _rows(summary["districts"]),
        "ledger": [{**row, "words": _ledger_words(row)} for row in summary["ledger"] if row["kind"] == "total"],
        "rules": _rules(summary["rules"]),
        "impossible": [_RULES[rule] for rule in summary.get("impossible", ())],
        "width": WIDTH,
    }
    return page.render(Context(context)).encode()


def _tile(tile: Tile, summary: dict[str, Any]) -> dict[str, Any]:
    row = next(row for row in summary["districts"] if row["code"] == tile.code)
    share = tile.told
    words = f"{tile.name}: {number(row['funded'])} dari {number(row['asked'])} usulan didanai, {share} dari biaya"
    return {"tile": tile, "share": share, "words": words, "x": tile.x + 50, "y": tile.y + 45, "below": tile.y + 68}


def _bars(rows: list[dict[str, Any]]) -> list[Bar]:
    """The longest bar fills the width."""
    largest = max((row["asked_cost"] for row in rows), default=0) or 1
    ordered = sorted(rows, key=lambda row: -row["asked_cost"])
    return [
        Bar(
            label=row["name"],
            asked=row["asked_cost"] * WIDTH // largest,
            granted=row["funded_cost"] * WIDTH // largest,
            words=f"{short_rupiah(row['funded_cost'])} dari {short_rupiah(row['asked_cost'])}",
        )
        for row in ordered
    ]


def _rows(rows: list[dict[str, Any]]) -> list[dict[str, str]]:
    return [
        {
            "name": row["name"],
            "asked": number(row["asked"]),
            "funded": number(row["funded"]),
            "asked_cost": rupiah(row["asked_cost"]),
            "funded_cost": rupiah(row["funded_cost"]),
        }
        for row in rows
    ]


def _ledger_words(row: dict[str, Any]) -> str:
    return (
        f"Dari pagu {short_rupiah(row['amount'])}, rancangan Renja memakai {short_rupiah(row['plan'])}, usulan "
        f"{short_rupiah(row['used'])}, dan tersisa {short_rupiah(row['left'])}."
    )


_RULES = {"ranked": "Urutan nilai", "optimal": "Nilai total tertinggi", "equal_shares": "Bagian setara"}


def _rules(rules: dict[str, Any]) -> list[dict[str, str]]:
    return [
        {"name": _RULES[rule], "funded": number(row["funded"]), "cost": rupiah(row["cost"])}
        for rule, row in rules.items()
    ]
