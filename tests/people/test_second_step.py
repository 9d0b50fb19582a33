"""The second step: a code opens once, its secret is encrypted, spare codes help, an administrator can take it off."""

from __future__ import annotations

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from selaras.people.actions.second_steps import renew_spare_codes, set_up_second_step, take_off_second_step
from selaras.people.errors import NotAllowed, WrongCode, WrongSecret
from selaras.people.models import Account, Role, Session
from selaras.people.second_step import accepts, has_second_step, new_secret
from tests.people.persons import browser_of, person

pytestmark = pytest.mark.django_db
Kind = Role.Kind


def code_of(secret: str, steps: int = 0) -> str:
    """The code that a telephone shows now, or so many half minutes later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps))


def prepared(account: Account) -> tuple[str, list[str]]:
    """Set up with a code of the step before, so that the one of now is still unused."""
    secret = new_secret()
    return secret, set_up_second_step(secret, code_of(secret, -1), None, actor=account)


def test_known_answers_of_rfc_6238() -> None:
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # the standard's own key, in base32
    assert [format_hotp_value(hotp_value(secret, at // 30)) for at in (59, 1111111109, 1234567890)] == [
        "287082",
        "081804",
        "005924",
    ]


def test_a_code_opens_once_and_an_older_one_no_more() -> None:
    account = person("sekretaris", Kind.SECRETARY)
    secret, _spare = prepared(account)
    now = code_of(secret)
    assert accepts(account, f" {now[:3]} {now[3:]} ")
    assert not accepts(account, now)
    assert not accepts(account, code_of(secret, -1))


def test_a_wrong_first_code_sets_nothing_up() -> None:
    account, secret = person("sekretaris", Kind.SECRETARY), new_secret()
    with pytest.raises(WrongCode, match="jam telepon"):
        set_up_second_step(secret, code_of(secret, 40), None, actor=account)
    assert not has_second_step(account)


def test_spare_codes_open_once_each_and_new_ones_replace_the_old() -> None:
    account = person("sekretaris", Kind.SECRETARY)
    secret, spare = prepared(account)
    assert len(set(spare)) == 10
    assert accepts(account, spare[0])
    assert not accepts(account, spare[0])
    fresh = renew_spare_codes(code_of(secret), actor=account)
    assert not accepts(account, spare[1])
    assert accepts(account, fresh[1])


def test_the_database_holds_no_secret_in_the_clear() -> None:
    account = person("sekretaris", Kind.SECRETARY)
    secret, spare = prepared(account)
    kept = str(list(Authenticator.objects.values()))
    assert not [one for one in (secret, *spare) if one in kept]


def test_a_copy_under_another_key_opens_nothing(settings: object) -> None:
    account = person("sekretaris", Kind.SECRETARY)
    secret, _spare = prepared(account)
    settings.SECRET_KEY = "kunci-lain"  # type: ignore[attr-defined]
    with pytest.raises(WrongSecret):
        accepts(account, code_of(secret))


def test_an_administrator_takes_it_off_for_others_not_for_oneself() -> None:
    administrator, secretary = person("a", Kind.ADMINISTRATOR), person("sekretaris", Kind.SECRETARY)
    for account in (administrator, secretary):
        prepared(account)
    browser_of(secretary).get("/saya/")
    with pytest.raises(NotAllowed):
        take_off_second_step(administrator, actor=administrator)
    with pytest.raises(NotAllowed):
        take_off_second_step(administrator, actor=secretary)
    take_off_second_step(secretary, actor=administrator)
    assert not has_second_step(secretary)
    assert not Session.objects.filter(account=secretary).exists()
