"""Five hundred seeded conflicts in the tables of agencies: the search finds every one where it was put, no other.

Fifty worlds of two agencies each lie side by side in one search, as in one government.
"""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass
from itertools import cycle

import pytest

from selaras.engines.conflicts import Figure
from selaras.government.actions import seed_parameters
from selaras.people.actions.accounts import system_account
from selaras.sectoral.actions.importing_crosswalks import Published, import_crosswalk
from selaras.sectoral.models import Conflict, Look
from tests.engines.conflicts.worlds import (
    AGENCY,
    KINDS,
    MINISTRY,
    OFFICE,
    PROVINCES,
    STATISTICS,
    WHOLE,
    Injected,
    Place,
    world,
)
from tests.sectoral.conflicts.rows_of_worlds import agency, regions, table_of
from tests.sectoral.conflicts.two_agencies import looked, steward

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
CASES, WORLDS = 50, 10
CHECKS = {"disagreement": "disagreements", "sum": "sums", "break": "breaks"}
CAUSES = {
    "unit": "periksa satuannya",
    "code_system": "periksa sistem kodenya",
    "swapped_columns": "periksa kolomnya",
}
Told = tuple[str, list[Figure], list[str]]


@dataclass
class Office:
    """What stands in which column and row of the tables of one world's two agencies."""

    places: dict[str, dict[tuple[str, int], Figure]]


def prepare() -> None:
    seed_parameters(actor=system_account())
    regions({WHOLE: tuple(PROVINCES)})
    rows = "".join(f"{bps},{code}\n" for code, (bps, _name) in PROVINCES.items())
    said = Published("codes", "Contoh", "2023", OFFICE, MINISTRY)
    import_crosswalk("padanan.csv", f"dari,ke\n{rows}{WHOLE},{WHOLE}\n".encode(), said, actor=steward())


def write(figures: dict[tuple[str, Place], Figure], suffix: str) -> Office:
    places = {}
    for source in (AGENCY, STATISTICS):
        own = [figure for (stated_by, _place), figure in figures.items() if stated_by == source]
        made = agency(f"{source}{suffix}", WHOLE)
        places[made.name] = table_of(made, own, suffix)
    return Office(places)


def told_of(office: Office) -> list[Told]:
    """The conflicts of one world: by which check, of which figures, with which causes."""
    found: dict[int, Told] = {}
    sides = Conflict.objects.filter(owner__name__in=office.places).prefetch_related("sides__agency")
    for conflict in sides:
        figures = [office.places[side.agency.name][side.column, side.row] for side in conflict.sides.all()]
        found[conflict.pk] = (CHECKS[conflict.kind], figures, conflict.causes)
    return list(found.values())


def injected(seed: int) -> list[Injected]:
    chance, base = random.Random(seed), world(seed)
    kinds = cycle(KINDS[seed % len(KINDS) :] + KINDS[: seed % len(KINDS)])
    return [next(kinds)(base, chance) for _ in range(CASES)]


def check_case(case: Injected, told: list[Told]) -> None:
    """As the engine's own test asks it of the engine, asked here of what the search wrote down."""
    touched = [case.world[spot] for spot in case.touched]
    by_check: dict[str, list[list[Figure]]] = defaultdict(list)
    for check, figures, _causes in told:
        by_check[check].append(figures)
        assert any(figure in touched for figure in figures), f"{case.kind}: a conflict where none was put"
    assert by_check[case.check], f"{case.kind} not found"
    if case.check == "disagreements":
        missed = [one for one in touched if not any(one in figures for figures in by_check[case.check])]
        assert all(one.region == "97" for one in missed), case.kind
    if case.cause:
        causes = [" ".join(causes) for check, _figures, causes in told if check == "disagreements"]
        assert all(CAUSES[case.cause] in one for one in causes), (case.kind, causes)


@pytest.mark.parametrize("seed", range(WORLDS))
def test_every_injected_conflict_is_found_and_nothing_else(seed: int) -> None:
    prepare()
    cases = injected(seed)
    offices = [write(case.world, f" {number}") for number, case in enumerate(cases)]
    look = looked()
    assert (look.state, look.figures) == (Look.State.DONE, sum(len(case.world) for case in cases))
    for case, office in zip(cases, offices, strict=True):
        check_case(case, told_of(office))
    assert look.found == sum(len(told_of(office)) for office in offices)


@pytest.mark.parametrize("seed", range(WORLDS))
def test_agencies_that_agree_have_no_conflict(seed: int) -> None:
    prepare()
    write(world(seed), "")
    look = looked()
    assert (look.state, look.found, look.unread) == (Look.State.DONE, 0, [])
    assert look.compared == len(world(seed)) // 2 + 198 + 68
