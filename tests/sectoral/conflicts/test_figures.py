"""Typed tables read as figures: what a column's numbers were rounded to, which part a row is about, what adds up."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import polars as pl
import pytest
from django.utils import timezone

from selaras.sectoral.actions.measuring import set_measure
from selaras.sectoral.conflicts.figures import _values, read_figures, versions_compared
from selaras.sectoral.conflicts.terms import common_terms
from selaras.sectoral.models import Conflict
from tests.sectoral.conflicts.two_agencies import HEALTH, REGISTRY, SAID, SCHEMA, dataset, looked, sender, sent

pytestmark = pytest.mark.django_db
NUMBERS: dict[str, Any] = {
    "fields": [{"name": "kode"}, {"name": "tahun", "type": "year"}, {"name": "jumlah", "type": "number"}]
}


@pytest.mark.parametrize(
    ("column", "values"),
    [
        ([1350.4, 1349.0, None], [Decimal("1350.4"), Decimal("1349.0"), None]),
        ([1350.0, 1349.0], [Decimal(1350), Decimal(1349)]),
        ([1e16, 0.5], [Decimal("10000000000000000.0"), Decimal("0.5")]),
        ([7, None], [7, None]),
        ([], []),
    ],
)
def test_numbers_have_as_many_decimals_as_the_most_exact_of_their_column(column: list[Any], values: list[Any]) -> None:
    read = _values(pl.Series(column, dtype=pl.Int64 if column == [7, None] else pl.Float64))
    assert [str(one) for one in read] == [str(one) for one in values]


def test_a_column_rounded_to_thousands_agrees_with_what_rounding_explains() -> None:
    thousands = replace(SAID, unit="ribu jiwa")
    sent(dataset(REGISTRY), "33.05,2024,1350873", "33.05.01,2024,45123")
    sent(dataset(HEALTH, said=thousands, schema=NUMBERS), "33.05,2024,1350.9", "33.05.01,2024,45")
    looked()
    assert [one.region for one in Conflict.objects.all()] == ["33.05.01"], "45,0 as its column shows tenths"


def test_a_step_that_is_named_goes_before_what_the_column_shows() -> None:
    thousands = replace(SAID, unit="ribu jiwa", step=Decimal(1))
    sent(dataset(REGISTRY), "33.05,2024,1350873", "33.05.01,2024,45123")
    sent(dataset(HEALTH, said=thousands, schema=NUMBERS), "33.05,2024,1350.9", "33.05.01,2024,45")
    assert looked().found == 0


def test_one_period_may_hold_for_the_whole_table() -> None:
    schema = {"fields": [SCHEMA["fields"][0], SCHEMA["fields"][2]]}
    said = replace(SAID, period_column="", period="Tahun 2024")
    sent(dataset(REGISTRY), "33.05,2024,10")
    sent(dataset(HEALTH, said=said, schema=schema), "33.05,11", header="kode,jumlah")
    assert looked().found == 1


def test_empty_numbers_are_no_figures_and_a_row_without_its_region_is_told() -> None:
    schema = {"fields": [{"name": "kode"}, *SCHEMA["fields"][1:]]}
    sent(dataset(REGISTRY, schema=schema), "33.05,2024,", ",2024,12", "33.05.01,2024,3")
    read = read_figures(versions_compared(), common_terms(timezone.localdate()))
    assert [(one.region, one.value) for one in read.figures] == [("33.05.01", 3)]
    assert [place for _reason, place in read.unread] == [
        "Penduduk Dinas Kependudukan (contoh), versi 1, kolom jumlah, baris 2"
    ]


def test_the_parts_of_one_indicator_are_not_asked_of_another() -> None:
    """A measure that names no parts is not held to those that another measure names."""
    fields = [{"name": name} for name in ("kode", "kelamin")]
    numbers = [{"name": name, "type": "integer"} for name in ("tahun", "jumlah", "keluarga")]
    schema = {"fields": [*fields, *numbers]}
    parts: dict[str, Any] = {"dimension": "jenis kelamin", "class_column": "kelamin", "whole_word": "semua"}
    made = dataset(REGISTRY, said=replace(SAID, members=("L", "P"), **parts), schema=schema)
    set_measure(made, replace(SAID, indicator="keluarga", value_column="keluarga", **parts), actor=sender())
    rows = ("33.05,Semua,2024,9,9", "33.05,L,2024,4,4", "33.05,P,2024,4,4")
    sent(made, *rows, header="kode,kelamin,tahun,jumlah,keluarga")
    looked()
    assert [one.indicator for one in Conflict.objects.all()] == ["penduduk"]
