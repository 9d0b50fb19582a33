"""Which ceilings stand over a proposal."""

from __future__ import annotations

from typing import Any

import pytest

from selaras.forum.models import Outcome, Proposal
from selaras.forum.pages.ledger import over, sections
from selaras.government.models import Agency


def _line(ident: str) -> dict[str, Any]:
    return {"id": ident, "kind": ident.split(":")[0], "label": ident, "amount": 1, "plan": 0, "used": 0, "left": 1}


def _proposal() -> Proposal:
    asked, handler = Agency(code="1.03.01"), Agency(code="2.16.01")
    return Proposal(
        agency=asked, handler=handler, code="2.16.03.2.01.0005", district_id="33.05.22", source_of_funds="APBD"
    )


@pytest.mark.parametrize(
    ("ceiling", "covers"),
    [
        ("total", True),
        ("agency:2.16.01", True),
        ("agency:1.03.01", False),
        ("programme:2.16.03", True),
        ("programme:2.16.01:2.16.03", True),
        ("programme:2.16.01", False),
        ("programme:1.03.01:2.16.03", False),
        ("programme:2.16.0", False),
        ("district:33.05.22", True),
        ("district:33.05.2", False),
        ("source:APBD", True),
        ("source:DAK", False),
        ("agency:2.16.01:APBD", True),
        ("agency:2.16.01:DAK", False),
    ],
)
def test_every_part_of_the_ceiling_must_be_true_of_the_proposal(ceiling: str, covers: bool) -> None:
    assert bool(over(_proposal(), None, [_line(ceiling)])) is covers


def test_a_ceiling_that_stopped_it_comes_first_with_what_it_was_short_of() -> None:
    outcome = Outcome(detail={"binding": [{"ceiling": "district:33.05.22", "short": 5}]})
    lines = over(_proposal(), outcome, [_line("total"), _line("district:33.05.22")])
    assert [(line["id"], line["short"]) for line in lines] == [("district:33.05.22", 5), ("total", None)]


def test_sections_follow_the_kinds_and_put_first_what_stopped_most() -> None:
    parts = sections([_line("district:1"), _line("district:2"), _line("total")], {"district:2": 3})
    assert [part.kind for part in parts] == ["total", "district"]
    assert [line["id"] for line in parts[1].lines] == ["district:2", "district:1"]
