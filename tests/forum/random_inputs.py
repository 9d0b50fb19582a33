"""Inputs of decisions drawn at random: small, tight, with duplicates, gaps, conflicts and a draft plan."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from selaras.forum.inputs import method
from selaras.forum.overriding import laid_over

Json = dict[str, Any]
AGENCIES, DISTRICTS = ("A1", "A2"), ("D1", "D2")
GATE = {"key": "completeness", "label": "Kelengkapan", "reason": "Volume belum diisi. Lengkapi volumenya."}
CRITERIA = [
    {"key": "mendesak", "label": "Kemendesakan", "weight": 60, "low": 1, "high": 5},
    {"key": "manfaat", "label": "Pemanfaatan", "weight": 40, "low": 1, "high": 5},
]
_COST = st.integers(1, 60)


@st.composite
def decision_inputs(draw: st.DrawFn, rule: str = "ranked") -> Json:
    """Inputs as `selaras.forum.inputs.gather` writes them, costs and ceilings in small whole rupiah."""
    proposals = [draw(_proposal(at)) for at in range(draw(st.integers(1, 9)))]
    plan = [draw(_plan_line(at)) for at in range(draw(st.integers(0, 4)))]
    numbers = [row["id"] for row in proposals]
    marks = [
        [who, number, {"mendesak": draw(st.integers(1, 5)), "manfaat": draw(st.integers(1, 5))}]
        for number in numbers
        for who in ("P1", "P2")
        if draw(st.booleans())
    ]
    return {
        "forum": {"slug": "acak", "synthetic": True},
        "method": method(rule),
        "criteria": CRITERIA,
        "ceilings": [
            draw(_ceiling("total", "", 200)),
            *(draw(_ceiling("agency", key, 120)) for key in AGENCIES),
            *(draw(_ceiling("district", key, 120)) for key in DISTRICTS),
        ],
        "plan": plan,
        "proposals": proposals,
        "groups": {"g1": "pekerjaan yang sama"},
        "leads": [next((row["id"] for row in proposals if row["group"]), "")],
        "marks": marks,
        "conflicts": [["P2", numbers[0], "Ketua pengusul"]] if draw(st.booleans()) else [],
        "ballots": [],
    }


@st.composite
def _ceiling(draw: st.DrawFn, kind: str, key: str, most: int) -> Json:
    amount = draw(st.integers(0, most))
    where = {kind: key} if key else {}
    label = f"Pagu {key}" if key else "Pagu seluruh daerah"
    return {"id": f"{kind}:{key}" if key else kind, "kind": kind, "label": label, "amount": amount} | {
        "minimum": draw(st.sampled_from([0, 0, 0, amount // 2])),
        "where": where,
    }


@st.composite
def _proposal(draw: st.DrawFn, at: int) -> Json:
    closed = draw(st.sampled_from([False, False, False, False, True]))
    return {
        "id": f"U-{at}",
        "cost": None if closed else draw(_COST),
        "volume": None if closed else "10",
        "unit": "m",
        "changed": draw(st.sampled_from(["", "", "Volume disesuaikan."])),
        "priority": draw(st.sampled_from([None, 1])),
        "group": draw(st.sampled_from([None, None, "g1"])),
        "where": {"agency": draw(st.sampled_from(AGENCIES)), "district": draw(st.sampled_from(DISTRICTS))},
        "gates": [GATE] if closed else [],
    }


@st.composite
def _plan_line(draw: st.DrawFn, at: int) -> Json:
    return {
        "id": f"R-{at}",
        "cost": draw(_COST),
        "must_fund": False,
        "priority": draw(st.sampled_from([None, 1])),
        "where": {"agency": draw(st.sampled_from(AGENCIES))},
    }


@st.composite
def overridden_inputs(draw: st.DrawFn, rule: str = "ranked") -> Json:
    """Inputs with any combination of overrides, also such as no ceiling can carry."""
    inputs = draw(decision_inputs(rule))
    chosen = draw(st.lists(st.sampled_from(inputs["proposals"]), unique_by=lambda row: row["id"]))
    return laid_over(inputs, [draw(_override(row["id"])) for row in chosen])


@st.composite
def _override(draw: st.DrawFn, number: str) -> Json:
    kind = draw(st.sampled_from(["fund", "refuse"]))
    cost = draw(st.one_of(st.none(), _COST)) if kind == "fund" else None
    return {
        "id": number,
        "kind": kind,
        "cost": cost,
        "volume": draw(st.sampled_from([None, "5"])),
        "reason": "Mendesak",
    } | {"changed": cost is not None}
