"""Small random problems, and plain cases made by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hypothesis import strategies as st

from selaras.engines.allocation import Ceiling, Floor, Item, Problem

AGENCIES = ("1.03", "2.16")
DISTRICTS = ("Ayah", "Buayan", "Sadang")


@st.composite
def problems(
    draw: st.DrawFn,
    *,
    most: int = 14,
    floors: bool = True,
    requires: bool = True,
    must_fund: bool = False,
    floor_share: int = 3,
) -> Problem:
    """Items with few distinct costs and scores, so that ties and exact fits are common."""
    count = draw(st.integers(0, most))
    ids = draw(st.permutations([f"u{at}" for at in range(count)]))
    return Problem(
        tuple(_item(draw, each, ids, requires, must_fund) for each in ids),
        tuple(_ceilings(draw, count)),
        tuple(
            Floor(f"min {district}", draw(st.integers(0, floor_share * 4)), {"district": district})
            for district in (DISTRICTS if floors else ())
            if draw(st.booleans())
        ),
    )


def _item(draw: st.DrawFn, name: str, ids: Sequence[str], requires: bool, must_fund: bool) -> Item:
    return Item(
        name,
        cost=draw(st.integers(1, 12)),
        score=draw(st.integers(0, 6)),
        tags={"agency": draw(st.sampled_from(AGENCIES)), "district": draw(st.sampled_from(DISTRICTS))},
        group=draw(st.sampled_from([None, None, None, "g1", "g2"])),
        requires=tuple(draw(st.sets(st.sampled_from(ids), max_size=2)) - {name})
        if requires and draw(st.integers(0, 4)) == 0
        else (),
        must_fund=must_fund and draw(st.integers(0, 5)) == 0,
    )


def _ceilings(draw: st.DrawFn, count: int) -> list[Ceiling]:
    def amount(share: int) -> int:
        return draw(st.integers(0, 1 + 7 * count // share))

    return [
        Ceiling("all", amount(1), label="Pagu total"),
        *(Ceiling(f"agency {each}", amount(2), {"agency": each}) for each in AGENCIES),
        *(Ceiling(f"district {each}", amount(2), {"district": each}) for each in DISTRICTS),
        Ceiling("2.16 in Ayah", amount(3), {"agency": "2.16", "district": "Ayah"}),
    ]


def with_item(problem: Problem, name: str, **changes: int) -> Problem:
    """The same problem with fields of one item changed."""
    items = tuple(replace(item, **changes) if item.id == name else item for item in problem.items)  # type: ignore[arg-type]
    return replace(problem, items=items)


def with_ceilings(problem: Problem, amounts: Mapping[str, int]) -> Problem:
    """The same problem with the amounts of some ceilings changed."""
    ceilings = tuple(replace(one, amount=amounts.get(one.id, one.amount)) for one in problem.ceilings)
    return replace(problem, ceilings=ceilings)
