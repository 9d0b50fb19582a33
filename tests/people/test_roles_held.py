"""A role for the whole region is another than the same role at one place."""

from __future__ import annotations

import pytest

from selaras.people.models import Role
from selaras.people.queries import Held, Roles

STEWARD = Role.Kind.DATA_STEWARD


@pytest.mark.parametrize(
    ("held", "everywhere"),
    [
        ([], False),
        ([Held(STEWARD, None, None)], True),
        ([Held(STEWARD, "33.05.12", None)], False),
        ([Held(STEWARD, None, 7)], False),
        ([Held(Role.Kind.PLANNER, None, None)], False),
        ([Held(STEWARD, None, 7), Held(STEWARD, None, None)], True),
    ],
)
def test_only_one_held_at_no_place_counts_everywhere(held: list[Held], everywhere: bool) -> None:
    assert Roles(tuple(held)).everywhere(STEWARD) is everywhere
