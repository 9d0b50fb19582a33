"""Lists of codes come in with the rows that are no codes kept, and columns are checked against the list they name."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from selaras.audit.models import Entry
from selaras.government.actions import seed_parameters
from selaras.government.models import Region
from selaras.people.actions import system_account
from selaras.sectoral.actions.listing_codes import import_code_list
from selaras.sectoral.actions.standardising import set_standard
from selaras.sectoral.errors import Incomplete, NotAllowed
from selaras.sectoral.examining import report_of
from selaras.sectoral.models import Check, CodeList, Dataset
from tests.people.persons import browser_of
from tests.sectoral.actions.test_laying_out import workbook
from tests.sectoral.room import looked_at, producer, room, sent, steward

pytestmark = pytest.mark.django_db
# The five provinces that the two systems tell apart, and one that only one of them has.
MINISTRY = {"91": "Papua", "92": "Papua Barat", "93": "Papua Selatan", "94": "Papua Tengah", "95": "Papua Pegunungan",
            "96": "Papua Barat Daya", "33": "Jawa Tengah"}  # fmt: skip
STATISTICS = {"91": "Papua Barat", "92": "Papua Barat Daya", "94": "Papua", "95": "Papua Selatan",
              "96": "Papua Tengah", "97": "Papua Pegunungan", "33": "Jawa Tengah"}  # fmt: skip


def lines(codes: dict[str, str]) -> bytes:
    return ("kode,nama\n" + "".join(f"{code},{name}\n" for code, name in codes.items())).encode()


def imported(about: str, codes: dict[str, str]) -> CodeList:
    return import_code_list(about, lines(codes), "kode.csv", actor=steward())


def provinces(system: str, version: str, **more: str) -> Dataset:
    dataset = room()
    about: dict[str, Any] = {"name": system, "version": version, **more}
    fields = [{"name": "kode", "sdi:codeSystem": about}, {"name": "provinsi"}]
    set_standard(dataset, {"fields": fields}, actor=producer())
    return dataset


def checked(dataset: Dataset, codes: dict[str, str]) -> Check:
    return looked_at(sent(dataset, lines(codes).replace(b"nama", b"provinsi")))


@pytest.mark.parametrize("code", ["91", "92", "94", "95", "96"])
def test_a_name_that_contradicts_its_code_is_a_fault_with_a_sentence(code: str) -> None:
    imported("kemendagri@2025", MINISTRY)
    imported("bps@2020", STATISTICS)
    check = checked(provinces("kemendagri", "2025", names="provinsi"), {"33": "Jawa Tengah", code: STATISTICS[code]})
    (fault,) = report_of(check).listed()
    assert fault.message == (
        f'Baris 3, kolom kode: "{code} | {STATISTICS[code]}" tidak cocok: menurut kemendagri 2025 kode itu adalah '
        f"{MINISTRY[code]}. Pasangan itu berlaku pada bps 2020; ubah kodenya ke kemendagri 2025."
    )


def test_a_code_of_the_other_system_alone_is_told_where_it_belongs() -> None:
    imported("kemendagri@2025", MINISTRY)
    imported("bps@2020", STATISTICS)
    (fault,) = report_of(checked(provinces("kemendagri", "2025"), {"97": "Papua Pegunungan"})).listed()
    assert "tetapi kode bps 2020: Papua Pegunungan" in fault.message


def test_each_in_its_own_system_is_in_order() -> None:
    imported("kemendagri@2025", MINISTRY)
    imported("bps@2020", STATISTICS)
    check = checked(provinces("bps", "2020", names="provinsi"), STATISTICS)
    assert check.passed
    assert set(check.summary["code_lists"]) >= {"bps 2020", "kemendagri 2025"}


def test_a_list_that_is_not_there_is_said_and_nothing_is_guessed() -> None:
    imported("kemendagri@2025", MINISTRY)
    check = checked(provinces("kemendagri", "2022"), {"94": "Papua"})
    assert check.summary["unchecked"] == [
        "Daftar kode kemendagri 2022 tidak disertakan, jadi kolom kode tidak dicocokkan."
    ]


def test_the_page_says_what_to_do_about_a_list_that_is_not_there() -> None:
    check = checked(provinces("kemendagri", "2022"), {"94": "Papua"})
    page = browser_of(producer()).get(f"/meja/data/versi/{check.version_id}/").content.decode()
    assert "Minta walidata mengimpor daftarnya" in page
    imported("kemendagri@2022", MINISTRY)
    looked_at(check.version)
    page = browser_of(producer()).get(f"/meja/data/versi/{check.version_id}/").content.decode()
    assert "Minta walidata mengimpor daftarnya" not in page


def test_the_regions_of_the_office_are_a_list_under_the_name_that_the_parameters_give() -> None:
    seed_parameters(actor=system_account())
    dataset = provinces("kemendagri", "2025", names="provinsi")
    Region.objects.create(code="33", name="Jawa Tengah", level=Region.Level.PROVINCE)
    found = report_of(
        checked(dataset, {"33": "Jawa Tengah", "33.05": "Banyumas", "33.05.99": "Entah", "34": "Jambi"})
    ).listed()
    assert [(one.row, one.rule) for one in found] == [(3, "codeName"), (4, "codeSystem")]


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ([["kode", "nama"], ["1", "a"], ["", "b"]], "Kodenya kosong"),
        ([["kode", "nama"], ["1", "a"], ["1", "b"]], "sudah ada di baris 2"),
        ([["kode", "nama"], ["33.05", "a"], [33.1, "b"]], "nol di belakangnya hilang"),
        ([["kode", "nama"], ["1", "a"], ["2" * 61, "b"]], "Pendekkan"),
    ],
)
def test_a_row_that_is_no_code_is_kept_with_its_reason(rows: list[list[Any]], problem: str) -> None:
    made = import_code_list("contoh@1", workbook(Kode=rows), "kode.xlsx", actor=steward())
    assert made.codes.filter(problem="").count() == 1
    kept = made.codes.exclude(problem="").get()
    assert kept.line == 3
    assert problem in kept.problem


def test_the_same_file_again_changes_nothing_and_another_replaces_it() -> None:
    first = imported("bps@2020", STATISTICS)
    assert imported("bps@2020", STATISTICS).imported_at == first.imported_at
    again = imported("bps@2020", STATISTICS | {"34": "DI Yogyakarta"})
    assert (again.pk, again.codes.count()) == (first.pk, 8)
    told = Entry.objects.filter(action="sectoral.code_list_imported").order_by("pk")
    assert [one.detail["replaced"] for one in told] == [False, True]


@pytest.mark.parametrize(
    ("about", "content", "valid", "field"),
    [
        ("kemendagri", lines(MINISTRY), (None, None), "about"),
        ("@2025", lines(MINISTRY), (None, None), "about"),
        ("Kemen dagri@2025", lines(MINISTRY), (None, None), "about"),
        ("kemendagri@2025", b"wilayah,luas\nAyah,1\n", (None, None), "file"),
        ("kemendagri@2025", b"kode,nama\n,Papua\n", (None, None), "file"),
        ("kemendagri@2025", lines(MINISTRY), (date(2025, 1, 1), date(2024, 1, 1)), "valid_to"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field(
    about: str, content: bytes, valid: tuple[date | None, date | None], field: str
) -> None:
    with pytest.raises(Incomplete) as refused:
        import_code_list(about, content, "kode.csv", valid, actor=steward())
    assert list(refused.value.fields) == [field]
    assert not CodeList.objects.exists()


def test_a_producer_imports_none() -> None:
    room()
    with pytest.raises(NotAllowed):
        import_code_list("bps@2020", lines(STATISTICS), "kode.csv", actor=producer())
