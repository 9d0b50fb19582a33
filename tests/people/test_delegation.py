"""Delegation: one's own role, until a day, with a reason, not passed on, taken back, and told in the log."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from selaras.audit.actions import record
from selaras.audit.models import Entry
from selaras.audit.queries import verify
from selaras.people.actions.accounts import deactivate
from selaras.people.actions.delegating import delegate, take_back
from selaras.people.actions.roles import end_role
from selaras.people.errors import AlreadyHeld, NoSuchAccount, NotAllowed, PeopleError
from selaras.people.models import Role
from selaras.people.queries import roles_of
from tests.people.office import district, own_role, seen_again
from tests.people.persons import browser_of, person

pytestmark = pytest.mark.usefixtures("office")
Kind = Role.Kind


def _days(count: int) -> object:
    return timezone.localdate() + timedelta(days=count)


def test_both_hold_the_role_until_its_last_day() -> None:
    giver, taker = person("camat", Kind.DISTRICT_OPERATOR, region=district()), person("sekcam")
    lent = delegate(own_role(giver), "sekcam", _days(3), "cuti", actor=giver)
    for account in (giver, taker):
        assert roles_of(seen_again(account)).regions(Kind.DISTRICT_OPERATOR) == {district().code}
    Role.objects.filter(pk=lent.pk).update(until=_days(0))
    assert roles_of(seen_again(taker))
    Role.objects.filter(pk=lent.pk).update(until=_days(-1))
    assert not roles_of(seen_again(taker))
    assert roles_of(seen_again(giver))


@pytest.mark.parametrize("way", ["its giver takes it back", "its taker gives it back", "source ends", "giver closed"])
def test_it_ends_at_once(way: str) -> None:
    administrator = person("a", Kind.ADMINISTRATOR)
    giver, taker = person("sekretaris", Kind.SECRETARY), person("wakil")
    lent = delegate(own_role(giver), "wakil", _days(3), "dinas luar", actor=giver)
    if way == "source ends":
        end_role(own_role(giver), actor=administrator)
    elif way == "giver closed":
        deactivate(giver, actor=administrator)
    else:
        take_back(lent, actor=giver if "giver" in way else taker)
    assert not roles_of(seen_again(taker))


def test_what_was_delegated_is_not_passed_on() -> None:
    giver, taker = person("sekretaris", Kind.SECRETARY), person("wakil")
    person("ketiga")
    lent = delegate(own_role(giver), "wakil", _days(3), "cuti", actor=giver)
    with pytest.raises(NotAllowed):
        delegate(lent, "ketiga", _days(2), "cuti", actor=taker)


def test_only_ones_own_role_and_never_the_giving_of_roles() -> None:
    secretary, administrator = person("sekretaris", Kind.SECRETARY), person("a", Kind.ADMINISTRATOR)
    person("wakil")
    with pytest.raises(NotAllowed):
        delegate(own_role(secretary), "wakil", _days(3), "cuti", actor=administrator)
    with pytest.raises(NotAllowed):
        delegate(own_role(administrator), "wakil", _days(3), "cuti", actor=administrator)


@pytest.mark.parametrize(
    ("username", "days", "reason", "error", "said"),
    [
        ("tidak-ada", 3, "cuti", NoSuchAccount, "Tanyakan nama akunnya"),
        ("tutup", 3, "cuti", NoSuchAccount, "Tanyakan nama akunnya"),
        ("sekretaris", 3, "cuti", PeopleError, "diri sendiri"),
        ("wakil", -1, "cuti", PeopleError, "sudah lewat"),
        ("wakil", 30, "cuti", PeopleError, "berakhir lebih dulu"),
        ("wakil", 3, "  ", PeopleError, "Tulis alasannya"),
        ("kolega", 3, "cuti", AlreadyHeld, "sudah memegang"),
    ],
)
def test_what_cannot_be_is_refused_with_a_way_out(
    username: str, days: int, reason: str, error: type[Exception], said: str
) -> None:
    giver = person("sekretaris", Kind.SECRETARY, until=_days(10))
    person("wakil")
    person("kolega", Kind.SECRETARY)
    closed = person("tutup")
    closed.is_active = False
    closed.save()
    with pytest.raises(error, match=said):
        delegate(own_role(giver), username, _days(days), reason, actor=giver)


def test_the_log_says_for_whom_each_action_was_done_while_it_lasts() -> None:
    giver, taker = person("sekretaris", Kind.SECRETARY), person("wakil", Kind.OBSERVER)
    lent = delegate(own_role(giver), "wakil", _days(3), "cuti", actor=giver)
    during = record("forum.decided", actor=seen_again(taker))
    take_back(lent, actor=giver)
    after = record("forum.decided", actor=seen_again(taker))
    assert during.detail == {"on_behalf_of": ["sekretaris (secretary)"]}
    assert after.detail == {}
    assert Entry.objects.get(action="people.role_delegated").detail["to"] == "wakil"
    assert verify().intact


def test_it_is_shown_on_both_desks() -> None:
    giver, taker = person("sekretaris", Kind.SECRETARY), person("wakil")
    delegate(own_role(giver), "wakil", _days(3), "cuti bersama", actor=giver)
    for account, told in ((giver, "Dilimpahkan kepada wakil"), (taker, "atas nama sekretaris")):
        assert told in " ".join(browser_of(account).get("/meja/").content.decode().split())
    assert "cuti bersama" in browser_of(taker).get("/saya/").content.decode()


def test_it_is_made_and_ended_on_ones_own_page() -> None:
    giver, taker = person("sekretaris", Kind.SECRETARY), person("wakil", Kind.OBSERVER)
    browser = browser_of(giver)
    address = f"/saya/pelimpahan/{own_role(giver).pk}/"
    wrong = browser.post(address, {"username": "wakil", "until": "besok", "reason": ""}).content.decode()
    assert "tahun-bulan-hari" in wrong
    assert 'value="wakil"' in wrong
    assert browser.post(address, {"username": "wakil", "until": str(_days(2)), "reason": "cuti"}).status_code == 302
    lent = taker.roles.get(kind=Kind.SECRETARY)
    assert browser_of(person("lain", Kind.OBSERVER)).post(f"/saya/pelimpahan/{lent.pk}/akhiri/").status_code == 403
    assert browser.post(f"/saya/pelimpahan/{lent.pk}/akhiri/").status_code == 302
    assert not roles_of(seen_again(taker)).any_of(Kind.SECRETARY)
