"""The ceilings: sized so that about three proposals' rupiah in ten can be paid, and never at odds with one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from selaras.sample.draw import Draw
from selaras.sample.facts import agencies, catalogue, districts
from selaras.sample.plans import Plan
from selaras.sample.proposals import Proposal

HEADER = [
    "lingkup",
    "kode perangkat daerah",
    "perangkat daerah",
    "kode program",
    "program",
    "kode kecamatan",
    "kecamatan",
    "sumber dana",
    "pagu indikatif",
    "minimal",
    "berlaku untuk",
    "keterangan",
]
MARK = "data sintetis"
MILLION = 1_000_000
SHARE_PERCENT = 30
MINIMUM_PERCENT = 20
"""What at least is spent in a district, as a share of its ceiling."""

BOTH, PROPOSALS, PLANS = "usulan dan Renja", "usulan", "Renja"
LARGE = 20_000 * MILLION
"""An agency that asks for more than this has its ceiling parted by programme."""


def ceiling_rows(seed: int, proposals: Sequence[Proposal], plans: Sequence[Plan]) -> list[list[str]]:
    """The rows of `pagu.csv`: whole, by agency, by agency and programme, by district, by source of funds."""
    draw = Draw(seed, "pagu")
    by_agency = _by_agency(draw, proposals, plans)
    total = sum(by_agency.values())
    rows = [_row("kabupaten", total, BOTH)]
    for agency in agencies():
        amount = by_agency[agency.code]
        rows.append(_row("perangkat daerah", amount, BOTH, agency=agency.code))
    rows += _by_programme(draw, by_agency, proposals, plans)
    asked = Counter[str]()
    for p in proposals:
        asked[p.village.district] += p.cost
    for district in districts():
        amount = _rounded(asked[district.code] * draw.whole(24, 40) // 100)
        least = _rounded(amount * MINIMUM_PERCENT // 100)
        rows.append(_row("kecamatan", amount, PROPOSALS, district=district.code, least=least))
    funds = Counter[str]()
    for plan in plans:
        funds[plan.fund] += plan.usual_cost
    for fund in sorted(funds):
        rows.append(
            _row("sumber dana", _rounded(funds[fund] * (88 if "DAK" in fund else 105) // 100), PLANS, fund=fund)
        )
    return rows


def _by_agency(draw: Draw, proposals: Sequence[Proposal], plans: Sequence[Plan]) -> dict[str, int]:
    must, may, asked = Counter[str](), Counter[str](), Counter[str]()
    for plan in plans:
        (must if plan.must_fund else may)[plan.agency.code] += plan.usual_cost
    for p in proposals:
        if p.agency:
            asked[p.agency.code] += p.cost
    return {
        a.code: _rounded(
            must[a.code]
            + may[a.code] * draw.whole(85, 100) // 100
            + asked[a.code] * draw.whole(SHARE_PERCENT - 6, SHARE_PERCENT + 6) // 100
        )
        for a in agencies()
    }


def _by_programme(
    draw: Draw, by_agency: dict[str, int], proposals: Sequence[Proposal], plans: Sequence[Plan]
) -> list[list[str]]:
    """Nine tenths of a large agency's ceiling, parted as its programmes ask, each at least its must-fund lines."""
    asked, must = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for p in proposals:
        if p.agency:
            asked[p.agency.code, p.activity.code[:7]] += p.cost * SHARE_PERCENT // 100
    for plan in plans:
        asked[plan.agency.code, plan.entry.programme] += plan.usual_cost
        must[plan.agency.code, plan.entry.programme] += plan.usual_cost if plan.must_fund else 0
    rows = []
    for agency, ceiling in by_agency.items():
        keys = sorted(k for k in asked if k[0] == agency)
        whole, fixed = sum(asked[k] for k in keys), sum(must[k] for k in keys)
        if ceiling < LARGE or len(keys) < 2:
            continue
        free = ceiling * 9 // 10 - fixed
        for key in keys:
            amount = must[key] + free * asked[key] // whole * draw.whole(92, 100) // 100
            rows.append(_row("program", _rounded(amount), BOTH, agency=agency, programme=key[1]))
    return rows


def _rounded(amount: int) -> int:
    return -(-amount // MILLION) * MILLION


def _row(
    scope: str,
    amount: int,
    holds_for: str,
    *,
    agency: str = "",
    programme: str = "",
    district: str = "",
    fund: str = "",
    least: int = 0,
) -> list[str]:
    names = {a.code: a.name for a in agencies()} | {e.code: e.name for e in catalogue()}
    names |= {d.code: d.name for d in districts()} | {"": ""}
    return [
        scope,
        agency,
        names[agency],
        programme,
        names[programme],
        district,
        names[district],
        fund,
        str(amount),
        str(least) if least else "",
        holds_for,
        MARK,
    ]
