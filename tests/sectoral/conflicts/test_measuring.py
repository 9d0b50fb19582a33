"""A producer says which columns say what; the standard proposes it, and what does not fit is told beside its field."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from selaras.sectoral.actions.measuring import Measured, drop_measure, set_measure
from selaras.sectoral.conflicts.proposing import proposed_measures
from selaras.sectoral.errors import Incomplete, NotAllowed
from selaras.sectoral.models import Look
from tests.sectoral.conflicts.two_agencies import HEALTH, REGISTRY, SAID, SYSTEM, dataset, sender, steward

pytestmark = pytest.mark.django_db


def test_the_standard_proposes_indicator_unit_code_system_and_period() -> None:
    assert proposed_measures(dataset(said=None)) == [
        {
            "region_column": "kode",
            "code_system": SYSTEM,
            "period_column": "tahun",
            "indicator": "penduduk",
            "value_column": "jumlah",
            "unit": "jiwa",
        }
    ]


def test_columns_without_a_code_system_are_proposed_by_their_names() -> None:
    schema = {"fields": [{"name": "Kode Desa"}, {"name": "periode"}, {"name": "sawah", "type": "number"}]}
    (told,) = proposed_measures(dataset(said=None, schema=schema))
    assert (told["region_column"], told["period_column"], told["code_system"]) == ("Kode Desa", "periode", "")


def test_a_dataset_without_a_standard_proposes_nothing() -> None:
    made = dataset(said=None)
    made.standards.all().delete()
    assert proposed_measures(made) == []


def test_set_twice_it_is_one_measure_and_set_otherwise_it_is_changed() -> None:
    made = dataset()
    before = Look.objects.get()
    Look.objects.all().delete()
    again = set_measure(made, replace(SAID, code_system=" Kemendagri  2025 "), actor=sender())
    assert before
    assert not Look.objects.exists(), "nothing changed, so nothing is looked for"
    changed = set_measure(made, replace(SAID, unit="ribu jiwa"), actor=sender())
    assert (changed.pk, made.measures.get().unit) == (again.pk, "ribu jiwa")
    assert Look.objects.exists()


def test_the_steward_sets_it_for_an_agency_and_another_agency_does_not() -> None:
    made = dataset(said=None)
    measure = set_measure(made, SAID, actor=steward())
    for deed in (
        lambda: set_measure(made, SAID, actor=sender(HEALTH)),
        lambda: drop_measure(measure, actor=sender(HEALTH)),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_dropped_twice_it_is_dropped_once() -> None:
    measure = dataset(REGISTRY).measures.get()
    for _ in range(2):
        drop_measure(measure, actor=sender())
    assert not dataset(REGISTRY, said=None).measures.exists()


@pytest.mark.parametrize(
    ("other", "field", "sentence"),
    [
        ({"indicator": " "}, "indicator", "Tulis nama indikatornya"),
        ({"indicator": "x" * 201}, "indicator", "paling banyak 200 huruf"),
        ({"value_column": "hilang"}, "value_column", "Kolom “hilang” tidak ada dalam standar."),
        ({"value_column": "kode"}, "value_column", "menurut standar berisi bilangan"),
        ({"region_column": ""}, "region_column", "Pilih kolom kode wilayahnya."),
        ({"code_system": ""}, "code_system", "Tulis sistem kode dan tahunnya"),
        ({"period_column": ""}, "period_column", "Pilih kolom periodenya"),
        ({"period": "2024"}, "period_column", "Pilih kolom periodenya"),
        ({"period_column": "", "period": "entah"}, "period", "tidak terbaca"),
        ({"unit": "(!)"}, "unit", "tidak terbaca"),
        ({"step": Decimal(0)}, "step", "di atas nol"),
        ({"member": "L"}, "dimension", "Tulis rinciannya menurut apa"),
        ({"dimension": "jenis kelamin"}, "class_column", "Pilih kolom rinciannya"),
        ({"dimension": "jenis kelamin", "class_column": "kode", "member": "L"}, "member", "Kosongkan"),
        ({"dimension": "jenis kelamin", "member": "L", "members": ("L", "P")}, "members", "memuat jumlahnya"),
    ],
)
def test_what_does_not_fit_is_told_beside_its_field(other: dict[str, Any], field: str, sentence: str) -> None:
    made = dataset(said=None)
    with pytest.raises(Incomplete) as refused:
        set_measure(made, replace(SAID, **other), actor=sender())
    assert sentence in refused.value.fields[field]
    assert not made.measures.exists()


def test_parts_are_named_once_each_without_stray_spaces() -> None:
    said = Measured(
        "penduduk", "jumlah", "kode", SYSTEM, "jiwa", "tahun", dimension="jenis  kelamin", members=("L", " P ", "L", "")
    )
    made = set_measure(dataset(said=None), said, actor=sender())
    assert (made.dimension, made.members) == ("jenis kelamin", ["L", "P"])
