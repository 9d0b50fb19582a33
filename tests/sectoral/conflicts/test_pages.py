"""The pages of conflicts: the queue, one conflict and its deeds, measures and crosswalks."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from selaras.government.actions import seed_calendar
from selaras.people.actions.accounts import system_account
from selaras.people.models import Role
from selaras.sectoral.models import Conflict, Crosswalk, Look, Measure
from tests.counting import queries_of
from tests.people.persons import browser_of, person, someone
from tests.sectoral.conflicts.two_agencies import (
    HEALTH,
    REGISTRY,
    apart,
    at,
    dataset,
    looked,
    sender,
    sent,
    steward,
)

pytestmark = pytest.mark.django_db(transaction=True)
QUEUE = "/meja/data/selisih/"


def text(browser: Client, path: str = QUEUE) -> str:
    answer = browser.get(path)
    assert answer.status_code == 200
    return str(answer.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def act(browser: Client, conflict: Conflict, deed: str, **said: Any) -> str:
    """Press a button of the conflict's page; the page that follows."""
    page = browser.post(f"{QUEUE}{conflict.pk}/langkah/", {"deed": deed, **said}, follow=True)
    assert page.status_code == 200
    return str(page.content.decode()).replace("\N{NO-BREAK SPACE}", " ")


def side(conflict: Conflict, code: str) -> str:
    return f"side-{conflict.sides.get(agency__code=code).pk}"


def test_two_agencies_settle_it_on_pages_alone() -> None:
    conflict = apart(22, 25)
    registry, health = browser_of(sender(REGISTRY)), browser_of(sender(HEALTH))
    page = text(registry, f"{QUEUE}{conflict.pk}/")
    assert "Selisih 3 orang (12 %) belum diputus" in page
    assert "Hanya angka ke-2 yang berbeda: periksa ketikannya." in page
    assert act(health, conflict, "say", text="Kami hitung ulang.").count("Kami hitung ulang.") == 1
    page = act(registry, conflict, "propose", choice=side(conflict, REGISTRY), why="Register kami terbaru.")
    assert "Menunggu persetujuan Dinas Kesehatan (contoh)." in page
    assert "Setujui usul ini" not in page
    proposal = conflict.words.get(kind="proposed").pk
    assert "Semua setuju. Dinas Kesehatan (contoh) tinggal memutuskan." in act(
        health, conflict, "agree", proposal=proposal
    )
    page = act(health, conflict, "decide", why="Register yang dipakai.")
    assert "Diputus: 22 jiwa" in page
    assert "digantikan angka yang diputus" in page
    page = act(registry, conflict, "reopen", why="Ada hitungan baru.")
    assert "belum diputus" in page
    assert "Ada hitungan baru." in page


@pytest.mark.parametrize(
    ("deed", "said", "sentence"),
    [
        ("", {}, "Pilih dahulu langkahnya."),
        ("say", {"text": " "}, "Tulis dahulu keterangannya."),
        ("propose", {"why": "x"}, "Pilih dahulu angka mana yang dipakai."),
        ("propose", {"choice": "other", "number": "banyak", "why": "x"}, "Tulis angkanya, misalnya 1.350.873"),
        (
            "propose",
            {"choice": "other", "number": "12", "unit": "ha", "why": "x"},
            "Satuan ha tidak dapat dibandingkan",
        ),
        ("agree", {"proposal": "x"}, "Usul itu sudah diganti."),
        ("decide", {"why": "x"}, "Pilih dahulu angka mana yang dipakai."),
        ("hand-over", {"agency": "x", "why": "x"}, "Pilih perangkat daerah yang angkanya ikut dibandingkan."),
        ("reopen", {"why": "x"}, "Selisih ini belum selesai."),
    ],
)
def test_a_step_that_does_not_fit_tells_why(deed: str, said: dict[str, str], sentence: str) -> None:
    conflict = apart()
    assert sentence in act(browser_of(sender(HEALTH)), conflict, deed, **said)


def test_the_steward_decides_with_a_third_number_as_it_is_written_here() -> None:
    conflict = apart(1022, 1025)
    said = {"choice": "other", "number": "1.023", "unit": "jiwa", "why": "Dihitung bersama."}
    assert "Diputus: 1.023 jiwa" in act(browser_of(steward()), conflict, "decide", **said)


def test_the_owner_alone_is_told_to_propose_first() -> None:
    conflict = apart()
    answer = browser_of(sender(HEALTH)).post(
        f"{QUEUE}{conflict.pk}/langkah/", {"deed": "decide", "choice": "both", "why": "x"}
    )
    assert answer.status_code == 403
    assert "Usulkan dahulu, atau minta walidata memutuskan." in answer.content.decode()


def test_the_owner_is_changed_by_who_holds_it() -> None:
    conflict = apart()
    said = {"agency": at(REGISTRY).pk, "why": "Register mereka."}
    assert "Penanggung jawabnya diganti." in act(browser_of(sender(HEALTH)), conflict, "hand-over", **said)
    assert Conflict.objects.get().owner == at(REGISTRY)


def test_the_queue_tells_what_is_ones_own_and_what_is_overdue() -> None:
    seed_calendar(at(REGISTRY).region, [2026, 2027], actor=system_account())
    apart()
    Conflict.objects.update(due_on=timezone.localdate() - timedelta(days=1))
    page = text(browser_of(sender(HEALTH)))
    assert "1 selisih angka belum selesai" in page
    assert "tanggung jawab Anda" in page
    assert "lewat batas" in page
    assert "tanggung jawab Anda" not in text(browser_of(sender(REGISTRY))).split("</thead>")[1]
    assert "1 selisih sesuai saringan" in text(browser_of(steward()), f"{QUEUE}?lewat=on&jenis=disagreement")
    for narrower in ("?jenis=sum", "?keadaan=settled", f"?opd={at(HEALTH).pk}&keadaan=vanished"):
        assert "Tidak ada selisih seperti itu" in text(browser_of(steward()), QUEUE + narrower)


def test_an_empty_queue_says_what_to_do() -> None:
    page = text(browser_of(sender()))
    assert "Tidak ada selisih angka yang menunggu" in page
    assert "Belum pernah dicari." in page


def test_a_search_is_asked_for_and_what_it_could_not_read_is_told() -> None:
    sent(dataset(REGISTRY), "33.05.01,2024,22")
    Measure.objects.update(code_system="bps 2019")
    browser = browser_of(sender())
    assert "Pencarian dimulai." in browser.post(f"{QUEUE}cari/", follow=True).content.decode()
    looked()
    assert "Sistem kode bps 2019 belum dipetakan" in text(browser)


def test_who_is_not_involved_finds_nothing() -> None:
    conflict = apart()
    agency = at(REGISTRY)
    agency.pk, agency.code = None, "1.01.01"
    agency.save()
    browser = browser_of(person("lain", Role.Kind.DATA_PRODUCER, agency=agency))
    assert "Tidak ada selisih angka" in text(browser)
    assert browser.get(f"{QUEUE}{conflict.pk}/").status_code == 404
    assert browser.post(f"{QUEUE}{conflict.pk}/langkah/", {"deed": "say", "text": "x"}).status_code == 404


def test_an_auditor_reads_and_changes_nothing() -> None:
    conflict = apart()
    browser = browser_of(someone(Role.Kind.AUDITOR))
    assert "langkah" not in text(browser, f"{QUEUE}{conflict.pk}/")
    assert browser.post(f"{QUEUE}{conflict.pk}/langkah/", {"deed": "say", "text": "x"}).status_code == 403


def test_a_measure_is_filled_in_from_the_standard_changed_and_dropped() -> None:
    made = dataset(said=None)
    browser, path = browser_of(sender()), f"/meja/data/himpunan/{made.code}/ukuran/"
    page = text(browser, path)
    assert "Sebutkan kolom mana yang memuat angka" in page
    assert 'value="kemendagri 2025"' in page
    said = {
        "indicator": "penduduk",
        "value_column": "jumlah",
        "unit": "jiwa",
        "region_column": "kode",
        "code_system": "kemendagri 2025",
        "period_column": "tahun",
    }
    assert "Ukuran ini tersimpan" in browser.post(path, said, follow=True).content.decode()
    measure = made.measures.get()
    assert 'value="jiwa"' in text(browser, f"{path}?ubah={measure.pk}")
    wrong = browser.post(path, said | {"unit": "(!)", "members": "L, P"})
    assert wrong.status_code == 422
    for sentence in ("tidak terbaca", "Tulis rinciannya menurut apa"):
        assert sentence in wrong.content.decode()
    page = browser.post(f"/meja/data/ukuran/{measure.pk}/hapus/", follow=True).content.decode()
    assert "Ukuran ini dihapus." in page
    assert not made.measures.exists()


def test_a_dataset_without_a_standard_leads_to_it() -> None:
    made = dataset(said=None)
    made.standards.all().delete()
    assert "Susun dahulu standarnya" in text(browser_of(sender()), f"/meja/data/himpunan/{made.code}/ukuran/")


def test_a_crosswalk_is_sent_and_shows_its_rows_and_those_kept_back() -> None:
    dataset()
    browser = browser_of(steward())
    told = {"kind": "codes", "source": "BPS (contoh)", "version": "2023", "from_system": "bps 2023"}
    file = SimpleUploadedFile("padanan.csv", b"dari,ke\n91,92\n94,\n")
    wrong = browser.post("/meja/data/padanan/kirim/", told | {"file": file})
    assert wrong.status_code == 422
    assert "Tulis sistem kode tujuannya" in wrong.content.decode()
    file.seek(0)
    whole = told | {"to_system": "kemendagri 2025", "file": file}
    page = browser.post("/meja/data/padanan/kirim/", whole, follow=True).content.decode()
    assert "1 baris dipakai, 1 ditahan" in page
    assert "Kolom “ke” kosong." in page
    assert "1 padanan" in text(browser, "/meja/data/padanan/")
    assert Look.objects.exists()
    assert browser_of(sender()).post("/meja/data/padanan/kirim/", whole).status_code == 403
    assert Crosswalk.objects.count() == 1


@pytest.mark.parametrize(
    ("file", "sentence"),
    [(None, "Pilih dahulu berkasnya."), (b"asal,tujuan\n1,2\n", "kolom “dari” dan “ke”"), (b"", "kosong")],
)
def test_a_file_that_is_no_crosswalk_is_told_beside_its_field(file: bytes | None, sentence: str) -> None:
    dataset()
    told: dict[str, Any] = {"kind": "units", "source": "x", "version": "1"}
    if file is not None:
        told["file"] = SimpleUploadedFile("x.csv", file)
    answer = browser_of(steward()).post("/meja/data/padanan/kirim/", told)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()


def test_the_pages_ask_the_database_as_often_for_many_as_for_one() -> None:
    conflict = apart()
    browser = browser_of(steward())
    measures = f"/meja/data/himpunan/{dataset(HEALTH).code}/ukuran/"
    paths = [QUEUE, f"{QUEUE}{conflict.pk}/", measures, "/meja/data/padanan/"]
    browser.get(paths[0])
    few = [queries_of(browser.get, path) for path in paths]
    for code in (REGISTRY, HEALTH):
        rows = [f"33.05.0{place},2024,{place + len(code) + int(code[0])}" for place in range(1, 8)]
        sent(dataset(code), *rows)
    looked()
    assert Conflict.objects.filter(state="open").count() == 7
    assert [queries_of(browser.get, path) for path in paths] == few
