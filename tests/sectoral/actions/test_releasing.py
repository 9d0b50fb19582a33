"""From a producer's file to the public's table, and back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.files.storage import default_storage

from selaras.audit.models import Entry
from selaras.sectoral.actions.releasing import embargo, release, withdraw
from selaras.sectoral.actions.standardising import set_standard
from selaras.sectoral.actions.submitting import send_back, submit
from selaras.sectoral.errors import NotAllowed, NotNow
from selaras.sectoral.examining import table_of
from selaras.sectoral.models import Dataset, Version
from selaras.sectoral.queries import datasets_visible_to, tables_visible_to, versions_visible_to
from tests.sectoral.room import FAULTY, GOOD, MENDED, SCHEMA, handed_in, looked_at, out, producer, room, sent, steward

pytestmark = pytest.mark.django_db
PUBLIC = AnonymousUser()
State = Version.State


def test_the_public_sees_nothing_before_the_steward_releases_it_and_the_table_afterwards() -> None:
    version = handed_in(room())
    assert not datasets_visible_to(PUBLIC).exists()
    assert not versions_visible_to(PUBLIC).exists()
    release(version, actor=steward())
    assert datasets_visible_to(PUBLIC).get().state == Dataset.State.RELEASED
    assert table_of(tables_visible_to(PUBLIC).get()).rows() == [("Ayah", 10, 12, 22), ("Srati", 7, 8, 15)]
    told = Entry.objects.get(action="sectoral.version_released")
    assert (told.actor, told.subject, told.detail["version"]) == ("walidata", "jumlah-penduduk", 1)


def test_released_twice_is_released_once() -> None:
    version = out(room())
    again = release(version, actor=steward())
    assert again.released_at == version.released_at
    assert Entry.objects.filter(action="sectoral.version_released").count() == 1


def test_a_producer_does_not_release() -> None:
    version = handed_in(room())
    with pytest.raises(NotAllowed, match="Hanya walidata"):
        release(version, actor=producer())
    version.refresh_from_db()
    assert version.state == State.SUBMITTED


def test_what_breaks_its_standard_is_not_handed_in() -> None:
    version = sent(room(), FAULTY)
    looked_at(version)
    with pytest.raises(NotNow, match=r"belum sesuai standar: 3 temuan"):
        submit(version, actor=producer())


def test_what_was_not_checked_is_not_handed_in() -> None:
    version = sent(room())
    with pytest.raises(NotNow, match="diterima"):
        submit(version, actor=producer())


def test_a_standard_that_changed_since_asks_for_another_check() -> None:
    dataset = room()
    version = handed_in(dataset)
    set_standard(dataset, SCHEMA | {"title": "Baru"}, actor=producer())
    with pytest.raises(NotNow, match="Standar data ini berubah"):
        release(version, actor=steward())
    send_back(version, "Periksa menurut standar baru.", actor=steward())
    looked_at(version)
    submit(version, actor=producer())
    assert release(version, actor=steward()).state == State.RELEASED


def test_another_release_since_asks_for_another_check() -> None:
    dataset = room()
    first, second = handed_in(dataset), handed_in(dataset, MENDED)
    release(first, actor=steward())
    with pytest.raises(NotNow, match="Versi lain dirilis"):
        release(second, actor=steward())


def test_an_older_version_does_not_follow_a_newer_one() -> None:
    dataset = room()
    first = sent(dataset)
    out(dataset, MENDED)
    looked_at(first)
    with pytest.raises(NotNow, match="Versi 2 yang lebih baru"):
        submit(first, actor=producer())


def test_a_table_that_lies_nowhere_is_not_released() -> None:
    version = handed_in(room())
    assert version.check_in_force
    default_storage.delete(str(version.check_in_force.table))
    with pytest.raises(NotNow, match="tidak ada lagi di penyimpanan"):
        release(version, actor=steward())


def test_sent_back_tells_the_producer_why() -> None:
    version = handed_in(room())
    with pytest.raises(NotNow, match="Tulis apa yang perlu diperbaiki"):
        send_back(version, "  ", actor=steward())
    back = send_back(version, "Kolom jumlah tidak memuat bayi.", actor=steward())
    assert (back.state, back.returned_why) == (State.CHECKED, "Kolom jumlah tidak memuat bayi.")
    assert submit(back, actor=producer()).returned_why == ""


def test_what_is_withdrawn_stays_visible_with_its_reason_and_without_its_rows() -> None:
    version = out(room())
    withdraw(version, "Angka Desa Ayah keliru.", actor=steward())
    seen = versions_visible_to(PUBLIC).get()
    assert (seen.state, seen.withdrawn_why) == (State.WITHDRAWN, "Angka Desa Ayah keliru.")
    assert not tables_visible_to(PUBLIC).exists()
    assert tables_visible_to(producer()).exists()
    assert datasets_visible_to(PUBLIC).get().state == Dataset.State.WITHDRAWN


def test_a_dataset_of_which_an_earlier_version_stays_out_is_not_withdrawn() -> None:
    dataset = room()
    out(dataset)
    withdraw(out(dataset, MENDED), "Keliru.", actor=steward())
    assert datasets_visible_to(PUBLIC).get().state == Dataset.State.RELEASED


def test_withdrawn_bytes_may_come_again_as_a_version_of_their_own() -> None:
    dataset = room()
    withdraw(out(dataset), "Terlalu cepat dirilis.", actor=steward())
    assert sent(dataset, GOOD).number == 2


@pytest.mark.parametrize("why", ["", " \n"])
def test_withdrawing_needs_a_reason(why: str) -> None:
    version = out(room())
    with pytest.raises(NotNow, match="Tulis mengapa"):
        withdraw(version, why, actor=steward())


def test_under_embargo_the_public_sees_it_from_its_first_day_on(today: Callable[[date], None]) -> None:
    today(date(2020, 3, 2))
    version = embargo(handed_in(room()), date(2020, 3, 10), actor=steward())
    release(version, actor=steward())
    today(date(2020, 3, 9))
    assert not versions_visible_to(PUBLIC).exists()
    assert tables_visible_to(steward()).exists()
    today(date(2020, 3, 10))
    assert tables_visible_to(PUBLIC).exists()


def test_what_is_out_is_not_hidden_again_by_an_embargo(today: Callable[[date], None]) -> None:
    today(date(2020, 3, 2))
    version = out(room())
    with pytest.raises(NotNow, match="sudah terbit"):
        embargo(version, date(2020, 3, 10), actor=steward())


def test_an_embargo_ends_after_today(today: Callable[[date], None]) -> None:
    today(date(2020, 3, 2))
    with pytest.raises(NotNow, match="Pilih hari sesudah hari ini"):
        embargo(sent(room()), date(2020, 3, 2), actor=steward())
