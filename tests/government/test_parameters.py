"""What comes from a regulation is a row with its legal basis, and an office's change stays."""

from __future__ import annotations

from datetime import date

import pytest

from selaras.government import seed
from selaras.government.actions import seed_parameters
from selaras.government.models import RegulationParameter
from selaras.government.queries import NoSuchParameter, parameter, parameter_value
from selaras.people.actions import system_account

FORUM_DAY = date(2020, 2, 11)


@pytest.fixture
def seeded(db: None) -> None:
    seed_parameters(actor=system_account())


@pytest.mark.parametrize(
    ("table", "columns"),
    [("t_c_31", 12), ("t_c_32", 6), ("t_c_33", 10), ("t_d_4", 10)],
)
def test_the_forms_have_the_columns_of_the_regulation(seeded: None, table: str, columns: int) -> None:
    form = parameter_value(f"forum.table.{table}", FORUM_DAY)
    assert len(form["columns"]) == columns
    assert sum(width for _, width in form["groups"]) in (0, columns)


def test_every_parameter_names_its_legal_basis(seeded: None) -> None:
    assert not RegulationParameter.objects.filter(legal_basis="").exists()


def test_every_row_that_comes_with_the_program_fits_its_columns() -> None:
    """Lengths and choices, which SQLite does not ask about."""
    for row in seed.parameters():
        RegulationParameter(**row).clean_fields(exclude=["value", "valid_to"])


def test_seeding_again_adds_nothing_and_keeps_a_change(seeded: None) -> None:
    changed = parameter("forum.agenda", FORUM_DAY)
    changed.value = ["Satu acara saja"]
    changed.save()
    assert seed_parameters(actor=system_account()) == 0
    assert parameter_value("forum.agenda", FORUM_DAY) == ["Satu acara saja"]


def test_the_newest_value_in_force_counts(seeded: None) -> None:
    RegulationParameter.objects.create(
        key="forum.agenda",
        value=["baru"],
        legal_basis="Permendagri baru",
        valid_from=date(2021, 1, 1),
        confidence="found",
    )
    assert len(parameter_value("forum.agenda", FORUM_DAY)) == 5
    assert parameter_value("forum.agenda", date(2021, 1, 1)) == ["baru"]


def test_an_unknown_parameter_is_named(db: None) -> None:
    with pytest.raises(NoSuchParameter, match=r"tidak\.ada"):
        parameter("tidak.ada", FORUM_DAY)
