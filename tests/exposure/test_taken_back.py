"""What was marked as done by mistake is taken back: the fix is a candidate again and the inventory as it was."""

from __future__ import annotations

import pytest

from selaras.exposure.actions.connecting import Joined, connect, remove_connection
from selaras.exposure.actions.fixing import Measured, drop_fix, finish_fix, suggest_fix, take_back
from selaras.exposure.actions.registering import reinstate_system, retire_system
from selaras.exposure.errors import NotAllowed, NotNow
from selaras.exposure.models import Connection, Fix, System
from selaras.exposure.viewing import view_of
from selaras.exposure.weaknesses import was_refuted
from tests.exposure.room import CIVIL, HEALTH, auditor, chief, inventory, officer
from tests.exposure.scans import SITE, alert, sent, zap
from tests.exposure.test_foretold import the_target, told
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db
Kind = Fix.Kind
FIXES = "/meja/keamanan/perbaikan/"


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (Kind.PATCH, "portal"),
        (Kind.RETIRE, "portal"),
        (Kind.SEGMENT, "credentials"),
        (Kind.REMOVE_TRUST, "sign_in"),
        (Kind.ISOLATE, "host"),
    ],
)
def test_the_inventory_is_as_it_was(kind: str, word: str) -> None:
    fix = suggest_fix(the_target(word), told(kind), actor=chief())
    before = view_of(chief()).digest
    finish_fix(fix, actor=chief())
    assert view_of(chief()).digest != before
    assert take_back(fix, actor=chief()).state == Fix.State.CANDIDATE
    assert view_of(chief()).digest == before
    with pytest.raises(NotNow):
        take_back(fix, actor=chief())


def test_what_somebody_else_removed_stays_removed() -> None:
    way = the_target("sign_in")
    assert isinstance(way, Connection)
    fix = suggest_fix(way, told(Kind.REMOVE_TRUST), actor=chief())
    remove_connection(way, actor=chief())
    finish_fix(Fix.objects.get(), actor=chief())
    take_back(fix, actor=chief())
    assert Connection.objects.get(pk=way.pk).removed_at


def test_a_connection_that_was_registered_anew_is_not_there_twice() -> None:
    way = the_target("sign_in")
    assert isinstance(way, Connection)
    fix = suggest_fix(way, told(Kind.REMOVE_TRUST), actor=chief())
    finish_fix(fix, actor=chief())
    connect(way.source, way.target, Joined("sign_in"), actor=chief())
    with pytest.raises(NotNow, match="sudah tercatat lagi"):
        take_back(fix, actor=chief())
    assert Fix.objects.get().state == Fix.State.DONE


def test_what_was_dropped_is_wanted_again_and_others_take_back_nothing() -> None:
    fix = drop_fix(suggest_fix(the_target("portal"), told(Kind.PATCH), actor=chief()), actor=chief())
    for who in (officer(CIVIL), auditor()):
        with pytest.raises(NotAllowed):
            take_back(fix, actor=who)
    assert take_back(fix, actor=officer(HEALTH)).state == Fix.State.CANDIDATE


def test_the_page_tells_what_was_done_and_takes_it_back() -> None:
    fix = suggest_fix(the_target("credentials"), told(Kind.SEGMENT), actor=chief())
    browser = browser_of(chief())
    page = browser.post(f"{FIXES}{fix.key}/langkah/", {"langkah": "selesai"}, follow=True).content.decode()
    assert "Selesai atau tidak jadi" in page
    assert "Perbaikan (contoh)" in page
    page = browser.post(f"{FIXES}{fix.key}/langkah/", {"langkah": "kembali"}, follow=True).content.decode()
    assert "menjadi calon lagi" in page
    assert "Selesai atau tidak jadi" not in page
    assert not Connection.objects.get(kind="credentials").protected
    assert browser.post(f"{FIXES}{fix.key}/langkah/", {"langkah": "kembali"}).status_code == 404


def test_a_patch_that_a_later_scan_refutes_is_told_as_such() -> None:
    found = inventory()
    found["portal"].address = SITE
    found["portal"].save()
    sent(zap(alert("Suntikan SQL (contoh)")), by=chief())
    finding = found["portal"].findings.get()
    fix = suggest_fix(found["portal"], Measured(Kind.PATCH, "Tambal (contoh)", 1_000_000, 10), finding, actor=chief())
    finish_fix(fix, actor=chief())
    assert not was_refuted(Fix.objects.select_related("finding").get())
    finding.last_seen = "2999-01-01T00:00:00+00:00"
    finding.save()
    assert was_refuted(Fix.objects.select_related("finding").get())
    assert "masih melihat temuannya, jadi tidak dihitung" in browser_of(chief()).get(FIXES).content.decode()


def test_a_system_that_was_retired_by_mistake_is_used_again_with_its_connections() -> None:
    portal = inventory()["portal"]
    before = view_of(chief()).digest
    retire_system(portal, actor=chief())
    browser, page = browser_of(officer(HEALTH)), f"/meja/keamanan/sistem/{portal.key}/"
    assert "Pakai lagi sistem ini" in browser.get(page).content.decode()
    assert "dipakai lagi" in browser.post(f"{page}pakai-lagi/", follow=True).content.decode()
    assert view_of(chief()).digest == before
    with pytest.raises(NotNow):
        reinstate_system(System.objects.get(pk=portal.pk), actor=chief())
    with pytest.raises(NotAllowed):
        reinstate_system(System.objects.get(pk=portal.pk), actor=officer(CIVIL))


def test_a_connection_is_changed_from_the_page_of_its_system() -> None:
    found = inventory()
    way = Connection.objects.get(kind="sign_in")
    browser, page = browser_of(chief()), f"/meja/keamanan/sistem/{found['portal'].key}/"
    assert f"koneksi/?ubah={way.key}" in browser.get(page).content.decode()
    form = browser.get(f"{page}koneksi/?ubah={way.key}").content.decode()
    assert "Ubah koneksi" in form
    assert f'<option value="{found["simpeg"].key}" selected>' in form
    told = {"kind": "sign_in", "direction": "target", "other": found["simpeg"].key, "protected": "on"}
    browser.post(f"{page}koneksi/?ubah={way.key}", told | {"note": "Dua langkah (contoh)."})
    changed = Connection.objects.get(kind="sign_in")
    assert (changed.pk, changed.protected, changed.note) == (way.pk, True, "Dua langkah (contoh).")
