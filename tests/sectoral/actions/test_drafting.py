"""A standard made by answering: each answer kept, a code never without system and version, in force at the end only."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from selaras.engines.tabular.standard import Standard, as_schema, read_standard
from selaras.sectoral.actions.drafting import (
    answer_column,
    begin_draft,
    confirm_rules,
    drop_draft,
    finish_draft,
    reopen_standard,
)
from selaras.sectoral.column_answers import ColumnAnswer, answer_of
from selaras.sectoral.errors import Incomplete, NotAllowed, NotNow
from selaras.sectoral.evidence import proposed_answer, reasons
from selaras.sectoral.models import Dataset, Draft
from selaras.sectoral.queries import standard_in_force
from tests.sectoral.room import producer, room, stranger

pytestmark = pytest.mark.django_db
SAMPLE = b"""kode desa;desa;luas (km2);laki;perempuan;jumlah
33.05.01.2001;Ayah;1,5;10;12;22
33.05.01.2002;Srati;2,25;7;8;15
33.05.01.2003;Argosari;1,75;5;6;11
"""
CODE = ColumnAnswer("code", system="kemendagri@2019", names="desa", required=True, key=True)
COLUMNS = ("kode desa", "desa", "luas (km2)", "laki", "perempuan", "jumlah")


def begun() -> tuple[Dataset, Draft]:
    dataset = room()
    return dataset, begin_draft(dataset, SAMPLE, "contoh.csv", actor=producer())


def proposals(draft: Draft) -> dict[str, ColumnAnswer]:
    described = read_standard(draft.package)
    return {one.name: proposed_answer(draft, described, one) for one in described.fields}


def all_answered(dataset: Dataset, draft: Draft) -> None:
    for name, said in proposals(draft).items():
        answer_column(dataset, name, CODE if name == "kode desa" else said, actor=producer())


def in_force(dataset: Dataset) -> Standard:
    found = standard_in_force(dataset)
    assert found
    return read_standard(found.package)


def test_what_the_sample_shows_is_proposed_with_its_reason() -> None:
    _, draft = begun()
    said = proposals(draft)
    assert (said["kode desa"].what, said["kode desa"].names, said["kode desa"].key) == ("code", "desa", True)
    assert (said["luas (km2)"].what, said["luas (km2)"].unit, said["luas (km2)"].numbers) == ("number", "km2", "id")
    assert (said["laki"].what, said["laki"].smallest, said["laki"].key) == ("integer", "0", False)
    told = reasons(draft, read_standard(draft.package).named("kode desa"))
    assert told["what"].endswith("Nama kolomnya menyebut kode.")
    assert told["key"] == "Tidak ada isian yang berulang."


def test_nothing_is_in_force_before_the_last_step_and_then_all_that_was_answered_is() -> None:
    dataset, draft = begun()
    all_answered(dataset, draft)
    confirm_rules(dataset, [one["expression"] for one in draft.proposed_rules], actor=producer())
    assert in_force(dataset).rules[0].expression == "laki + perempuan = jumlah"  # the one of the room
    made = finish_draft(dataset, "Dari contoh.", actor=producer())
    described = in_force(dataset)
    assert (made.number, described.primary_key) == (2, ("kode desa",))
    assert str(described.named("kode desa").code_system) == "kemendagri 2019"
    assert [rule.expression for rule in described.rules] == ["[laki] + [perempuan] = [jumlah]"]
    assert made.note.startswith("Dari contoh. Berubah: kolom baru: kode desa; kolom baru: luas (km2); ")
    assert not Draft.objects.exists()


def test_a_column_that_was_not_answered_holds_it_up() -> None:
    dataset, _ = begun()
    answer_column(dataset, "kode desa", CODE, actor=producer())
    with pytest.raises(NotNow, match=r"Kolom desa, luas \(km2\), laki, perempuan, jumlah belum dijawab"):
        finish_draft(dataset, "", actor=producer())


@pytest.mark.parametrize("system", ["", "kemendagri", "kemendagri@", "@2025"])
def test_a_code_column_is_not_kept_without_its_system_and_version(system: str) -> None:
    dataset, _ = begun()
    with pytest.raises(Incomplete, match="Kode tanpa sistem dan versi") as refused:
        answer_column(dataset, "kode desa", replace(CODE, system=system), actor=producer())
    assert list(refused.value.fields) == ["system"]
    assert Draft.objects.get().answered == []


@pytest.mark.parametrize(
    ("column", "said", "part"),
    [
        ("laki", ColumnAnswer("bilangan"), "what"),
        ("laki", ColumnAnswer("integer", smallest="sedikit"), "smallest"),
        ("laki", ColumnAnswer("integer", smallest="10", largest="9"), "largest"),
        ("desa", ColumnAnswer("text", smallest="1"), "smallest"),
        ("desa", ColumnAnswer("date", largest="kemarin"), "whole"),
        ("laki", ColumnAnswer("integer", choices=("satu",)), "whole"),
    ],
)
def test_what_does_not_fit_is_said_at_its_part(column: str, said: ColumnAnswer, part: str) -> None:
    dataset, _ = begun()
    with pytest.raises(Incomplete) as refused:
        answer_column(dataset, column, said, actor=producer())
    assert list(refused.value.fields) == [part]


ANSWERS: list[tuple[ColumnAnswer, dict[str, Any]]] = [
    (
        ColumnAnswer("number", unit="ha", numbers="en", smallest="0,5", largest="1.500", warns=True),
        {"type": "number", "sdi:unit": "ha", "decimalChar": ".", "groupChar": ",", "sdi:severity": "warning",
         "constraints": {"minimum": 0.5, "maximum": 1500.0}},
    ),
    (ColumnAnswer("integer", numbers="id"), {"type": "integer", "decimalChar": ",", "groupChar": "."}),
    (ColumnAnswer("date", smallest="2019-01-01"), {"type": "date", "constraints": {"minimum": "2019-01-01"}}),
    (ColumnAnswer("text", choices=("a", "b"), required=True), {"constraints": {"required": True, "enum": ["a", "b"]}}),
    (ColumnAnswer("text", concept="Desa", definition="Luas."), {"sdi:concept": "Desa", "sdi:definition": "Luas."}),
]  # fmt: skip


@pytest.mark.parametrize(("said", "told"), ANSWERS)
def test_an_answer_makes_the_field_and_the_field_tells_the_answer_again(
    said: ColumnAnswer, told: dict[str, Any]
) -> None:
    dataset, _ = begun()
    draft = answer_column(dataset, "laki", said, actor=producer())
    described = read_standard(draft.package)
    written = next(one for one in as_schema(described)["fields"] if one["name"] == "laki")
    assert {key: written.get(key) for key in told} == told
    again = answer_of(described.named("laki"), key=False)
    assert replace(again, smallest="", largest="") == replace(said, smallest="", largest="")


def test_one_column_of_the_standard_in_force_is_changed_and_the_rest_stays() -> None:
    dataset = room()
    before = in_force(dataset)
    draft = reopen_standard(dataset, actor=producer())
    said = answer_of(before.named("laki"), key=False)
    answer_column(dataset, "laki", replace(said, unit="jiwa"), actor=producer())
    assert reopen_standard(dataset, actor=producer()) == draft
    made = finish_draft(dataset, "", actor=producer())
    after = in_force(dataset)
    assert (made.number, made.note) == (2, "Berubah: laki (satuan).")
    assert [one for one in after.fields if one.name != "laki"] == [one for one in before.fields if one.name != "laki"]
    assert after.rules == before.rules


def test_only_the_rules_that_were_confirmed_are_kept_and_one_that_cannot_be_read_is_refused() -> None:
    dataset, _ = begun()
    draft = confirm_rules(dataset, ["[laki] <= [jumlah]"], actor=producer())
    assert [rule.expression for rule in read_standard(draft.package).rules] == ["[laki] <= [jumlah]"]
    with pytest.raises(Incomplete, match="Aturan"):
        confirm_rules(dataset, ["[laki] <="], actor=producer())


def test_dropped_the_standard_in_force_stays() -> None:
    dataset, _ = begun()
    before = in_force(dataset)
    drop_draft(dataset, actor=producer())
    assert in_force(dataset) == before
    with pytest.raises(NotNow, match="Tidak ada standar yang sedang disusun"):
        answer_column(dataset, "laki", ColumnAnswer("integer"), actor=producer())


def test_another_agency_answers_nothing() -> None:
    dataset, _ = begun()
    for deed in (
        lambda: begin_draft(dataset, SAMPLE, "x.csv", actor=stranger()),
        lambda: answer_column(dataset, "laki", ColumnAnswer("integer"), actor=stranger()),
        lambda: confirm_rules(dataset, [], actor=stranger()),
        lambda: finish_draft(dataset, "", actor=stranger()),
        lambda: reopen_standard(dataset, actor=stranger()),
        lambda: drop_draft(dataset, actor=stranger()),
    ):
        with pytest.raises(NotAllowed):
            deed()
    assert Draft.objects.get().answered == []
