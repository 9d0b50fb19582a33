"""Panels of assessors drawn at random, for the properties of scoring."""

from __future__ import annotations

from hypothesis import strategies as st

from selaras.engines.scoring import Criterion, Mark

CRITERIA = (
    Criterion("urgency", "Kemendesakan", 50, low=0, high=10),
    Criterion("usefulness", "Kemanfaatan", 30, low=0, high=10),
)
MIDDLE = st.integers(3, 7)  # leaves room on the scale to be three points kinder or stricter


def marks_of(table: dict[tuple[str, str, str], int]) -> list[Mark]:
    return [Mark(*key, value) for key, value in table.items()]


@st.composite
def tables(draw: st.DrawFn, proposals: int = 5, assessors: int = 4) -> dict[tuple[str, str, str], int]:
    """Some of the marks of some assessors: (assessor, proposal, criterion) to value."""
    cells = [
        (f"penilai {a}", f"u{p}", criterion.key)
        for a in range(assessors)
        for p in range(proposals)
        for criterion in CRITERIA
    ]
    chosen = draw(st.lists(st.sampled_from(cells), unique=True, min_size=2))
    return {cell: draw(MIDDLE) for cell in chosen}


def proposals_in(table: dict[tuple[str, str, str], int]) -> list[str]:
    return sorted({proposal for _, proposal, _ in table})
