"""Candidate fixes, the plan that a budget buys, what a fix would change, and a fix that was carried out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from selaras.background import work_off
from selaras.exposure.actions.fixing import Measured, suggest_fix
from selaras.exposure.actions.registering import change_system
from selaras.exposure.models import Computation, Connection, Finding, Fix, System
from tests.exposure.room import HEALTH, SAID, a_system, agencies, auditor, chief, inventory, officer
from tests.exposure.scans import SITE, alert, sent, zap
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db(transaction=True)

FIXES = "/meja/keamanan/perbaikan/"


def candidates() -> dict[str, Fix]:
    found = inventory()
    keys = Connection.objects.get(kind="credentials")
    kinds = Fix.Kind
    return {
        "vault": suggest_fix(keys, Measured(kinds.SEGMENT, "Brankas sandi (contoh)", 20_000_000, 20), actor=chief()),
        "patch": suggest_fix(
            found["arsip"],
            Measured(kinds.PATCH, "Tambal arsip (contoh)", 5_000_000, 0, severity=Decimal(9)),
            actor=chief(),
        ),
        "trust": suggest_fix(
            Connection.objects.get(kind="sign_in"),
            Measured(kinds.REMOVE_TRUST, "Login terpisah (contoh)", 60_000_000),
            actor=chief(),
        ),
    }


def test_a_budget_buys_what_closes_routes_and_not_what_is_most_severe() -> None:
    candidates()
    browser = browser_of(chief())
    page = browser.post(f"{FIXES}rencana/", {"anggaran": "60 juta"}, follow=True).content.decode()
    assert "Sedang disusun" in page
    work_off("test")
    page = browser.get(FIXES).content.decode()
    plan = page.partition("<h2>Rencana</h2>")[2].partition("</section>")[0]
    assert "1. Login terpisah (contoh)" in plan
    assert "Terbukti terbaik" in plan
    assert "Tambal arsip (contoh)" in plan.partition("menurut keparahan saja")[2]
    assert "1 perbaikan senilai Rp 60.000.000 menurunkan risiko sekitar 100 %" in page.replace(
        "\N{NO-BREAK SPACE}", " "
    )


@pytest.mark.parametrize(
    ("budget", "sentence"),
    [
        ("", "Tulis anggarannya dengan angka"),
        ("banyak", "Tulis anggarannya dengan angka"),
        ("0", "Isi anggaran lebih dari Rp 0"),
    ],
)
def test_a_budget_that_is_none_is_asked_for_again(budget: str, sentence: str) -> None:
    candidates()
    page = browser_of(chief()).post(f"{FIXES}rencana/", {"anggaran": budget}, follow=True).content.decode()
    assert sentence in page


def test_a_ticked_fix_shows_the_routes_as_they_would_be_and_changes_nothing() -> None:
    found = candidates()
    page = browser_of(chief()).get(f"{FIXES}?coba={found['trust'].key}").content.decode()
    tried = page.partition('id="coba"')[2].partition("</section>")[0]
    assert "Bila 1 perbaikan ini selesai" in tried
    assert "tertutup" in tried
    assert Connection.objects.filter(kind="sign_in", removed_at=None).exists()


@pytest.mark.parametrize("key", ["vault", "trust", "patch"])
def test_what_was_carried_out_is_so_in_the_inventory(key: str) -> None:
    fix = candidates()[key]
    page = browser_of(chief()).post(f"{FIXES}{fix.key}/langkah/", {"langkah": "selesai"}, follow=True).content.decode()
    assert "Perbaikan ini selesai" in page
    assert Connection.objects.get(kind="credentials").protected == (key == "vault")
    assert bool(Connection.objects.get(kind="sign_in").removed_at) == (key == "trust")
    assert browser_of(chief()).post(f"{FIXES}{fix.key}/langkah/", {"langkah": "selesai"}).status_code == 404


def test_a_fix_that_was_dropped_is_planned_no_more() -> None:
    fix = candidates()["vault"]
    page = browser_of(chief()).post(f"{FIXES}{fix.key}/langkah/", {"langkah": "batal"}, follow=True).content.decode()
    candidates_told, _heading, settled = page.partition("<h2>Selesai atau tidak jadi</h2>")
    assert "Brankas sandi" not in candidates_told
    assert "tidak jadi, " in settled


@pytest.mark.parametrize("said", [{}, {"langkah": ""}, {"langkah": "lain"}])
def test_a_step_that_is_none_changes_nothing(said: dict[str, str]) -> None:
    fix = candidates()["vault"]
    page = browser_of(chief()).post(f"{FIXES}{fix.key}/langkah/", said, follow=True).content.decode()
    assert "Pilih dahulu langkahnya." in page
    assert Fix.objects.get(pk=fix.pk).state == Fix.State.CANDIDATE


def test_a_fix_is_written_down_on_the_page_with_money_as_people_write_it() -> None:
    found = inventory()
    said = {"target": f"s-{found['portal'].key}", "kind": "patch", "label": "Perbarui portal (contoh)", "cost": "12 jt"}
    browser_of(chief()).post(f"{FIXES}baru/", said | {"severity": "7,5", "left": "30"})
    fix = Fix.objects.get()
    assert (fix.system, fix.cost, fix.left, float(fix.severity)) == (found["portal"], 12_000_000, 30, 7.5)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"target": "s-lain"}, "Pilih salah satu"),
        ({"target": ""}, "Pilih apa yang diperbaiki."),
        ({"kind": "segment"}, "Pilih jenis perbaikan yang cocok dengan sasarannya."),
        ({"label": ""}, "Tulis apa yang dikerjakan."),
        ({"cost": "gratis"}, "Isi biaya lebih dari Rp 0"),
        ({"left": "100"}, "Isi sisa peluang dari 0 sampai 99 persen."),
        ({"severity": "11"}, "Isi keparahan dari 0 sampai 10."),
    ],
)
def test_what_is_wrong_stands_beside_its_field(told: dict[str, str], sentence: str) -> None:
    found = inventory()
    said = {"target": f"s-{found['portal'].key}", "kind": "patch", "label": "Perbarui (contoh)", "cost": "12 jt"} | told
    answer = browser_of(chief()).post(f"{FIXES}baru/", said)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Fix.objects.exists()


def test_another_agency_sees_no_fix_that_touches_none_of_its_systems() -> None:
    candidates()
    page = browser_of(officer(HEALTH)).get(FIXES).content.decode()
    assert "Tambal arsip" not in page
    assert "Brankas sandi" in page


def test_an_auditor_plans_nothing() -> None:
    candidates()
    browser = browser_of(auditor())
    assert "Susun rencana" not in browser.get(FIXES).content.decode()
    assert browser.post(f"{FIXES}rencana/", {"anggaran": "60 juta"}).status_code == 403


def test_retiring_closes_the_system() -> None:
    found = inventory()
    fix = suggest_fix(found["situs"], Measured(Fix.Kind.RETIRE, "Tutup situs (contoh)", 1_000_000), actor=chief())
    browser_of(chief()).post(f"{FIXES}{fix.key}/langkah/", {"langkah": "selesai"})
    assert System.objects.get(pk=found["situs"].pk).is_retired


def test_ten_budgets_are_drawn_beside_fixing_by_severity() -> None:
    candidates()
    browser = browser_of(chief())
    page = browser.post(f"{FIXES}anggaran/", follow=True).content.decode()
    assert "Sedang dihitung" in page
    work_off("test")
    part = browser.get(FIXES).content.decode().partition("<h2>Sepuluh anggaran</h2>")[2]
    assert part.count("<polyline") == 2
    assert part.count('<th role="rowheader"') == 10
    assert "terbukti terbaik" in part
    points = Computation.objects.get(kind="curve").result["points"]
    assert all(one["left"] <= one["severe"] for one in points)
    assert points[-1]["left"] < points[0]["severe"]


def test_a_fix_answers_the_finding_that_it_was_suggested_from() -> None:
    found = inventory()
    change_system(found["arsip"], replace(SAID, name="Arsip surat (contoh)", address=SITE), actor=chief())
    sent(zap(alert("Suntikan SQL")))
    finding, browser = Finding.objects.get(), browser_of(chief())
    path = f"{FIXES}baru/?temuan={finding.key}"
    page = browser.get(path).content.decode()
    assert "Tambal: Suntikan SQL" in page
    said = {"target": f"s-{found['arsip'].key}", "kind": "patch", "label": "Tambal (contoh)", "cost": "5 jt"}
    browser.post(path, said)
    assert Fix.objects.get().finding == finding


def test_only_machines_that_one_keeps_are_offered() -> None:
    agencies()
    a_system("Antrean (contoh)", HEALTH, host="milik-kesehatan")
    a_system("SIMPEG (contoh)", host="milik-kesehatan")
    a_system("Arsip (contoh)", host="milik-kepegawaian")
    form = browser_of(officer()).get(f"{FIXES}baru/").content.decode()
    assert "Peladen: milik-kepegawaian" in form
    assert "Peladen: milik-kesehatan" not in form


@pytest.mark.parametrize("word", ["s", "k"])
def test_from_the_page_of_a_system_its_fix_is_begun(word: str) -> None:
    portal = inventory()["portal"]
    key = portal.key if word == "s" else Connection.objects.get(kind="credentials").key
    browser = browser_of(chief())
    page = browser.get(f"/meja/keamanan/sistem/{portal.key}/").content.decode()
    assert f"baru/?sasaran={word}-{key}" in page
    assert (
        f'<option value="{word}-{key}" selected>' in browser.get(f"{FIXES}baru/?sasaran={word}-{key}").content.decode()
    )


def test_a_candidate_is_corrected_on_its_page_which_tells_what_stands() -> None:
    fix, browser = candidates()["patch"], browser_of(chief())
    path = f"{FIXES}{fix.key}/ubah/"
    assert f'href="{path}"' in browser.get(FIXES).content.decode()
    form = browser.get(path).content.decode()
    assert 'value="5.000.000"' in form
    said = {"label": fix.label, "cost": "gratis", "left": "15", "severity": "7,5"}
    answer = browser.post(path, said)
    assert answer.status_code == 422
    assert "Isi biaya lebih dari Rp 0" in answer.content.decode()
    page = browser.post(path, said | {"cost": "7,5 juta"}, follow=True).content.decode()
    assert "Perubahan tersimpan. Susun lagi rencananya." in page
    now = Fix.objects.get(pk=fix.pk)
    assert (now.cost, now.left, float(now.severity), now.kind) == (7_500_000, 15, 7.5, "patch")


def test_what_a_connection_leaves_is_not_asked() -> None:
    page = browser_of(chief()).get(f"{FIXES}{candidates()['vault'].key}/ubah/").content.decode()
    assert 'name="cost"' in page
    assert 'name="left"' not in page


def test_what_went_to_the_forum_is_not_offered_to_be_corrected_nor_taken() -> None:
    fix, browser = candidates()["patch"], browser_of(chief())
    Fix.objects.filter(pk=fix.pk).update(proposed_as="U-1")
    path = f"{FIXES}{fix.key}/ubah/"
    assert f'href="{path}"' not in browser.get(FIXES).content.decode()
    page = browser.get(path).content.decode()
    assert "sudah dikirim ke forum sebagai usulan U-1" in page
    assert 'name="cost"' not in page
    answer = browser.post(path, {"label": fix.label, "cost": "7 juta"})
    assert answer.status_code == 422
    assert Fix.objects.get(pk=fix.pk).cost == 5_000_000
