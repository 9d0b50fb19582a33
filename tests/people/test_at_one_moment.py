"""Two requests at one moment: one administrator stays, one link opens one account, one code opens once."""

from __future__ import annotations

import pytest

from selaras.people.actions.accounts import deactivate
from selaras.people.actions.inviting import accept, invite
from selaras.people.actions.roles import end_role
from selaras.people.errors import InvitationEnded, LastAdministrator, NotAllowed
from selaras.people.models import Account, Role
from selaras.people.second_step import accepts
from tests.people.office import make_bodies, seen_again, village
from tests.people.persons import PASSWORD, person
from tests.people.test_second_step import code_of, prepared
from tests.together import starter

pytestmark = pytest.mark.django_db(transaction=True)
Kind = Role.Kind


together = starter(InvitationEnded, LastAdministrator, NotAllowed)


@pytest.mark.parametrize("deed", ["close", "end"])
def test_two_administrators_who_remove_each_other_leave_one(deed: str) -> None:
    first, second = person("a", Kind.ADMINISTRATOR), person("b", Kind.ADMINISTRATOR)

    def remove(account: Account, actor: Account) -> None:
        if deed == "close":
            deactivate(seen_again(account), actor=seen_again(actor))
        else:
            end_role(account.roles.get(), actor=seen_again(actor))

    together(lambda: remove(first, second), lambda: remove(second, first))
    assert Role.objects.in_force().filter(kind=Kind.ADMINISTRATOR).count() == 1


def test_a_link_opened_twice_at_once_makes_one_account() -> None:
    make_bodies()
    _invitation, token = invite("Siti", "", Kind.VILLAGE_OPERATOR, village(), actor=person("a", Kind.ADMINISTRATOR))
    answers = together(
        lambda: accept(token, "siti1", "Siti", PASSWORD), lambda: accept(token, "siti2", "Siti", PASSWORD)
    )
    assert sorted(type(answer).__name__ for answer in answers) == ["Account", "InvitationEnded"]
    assert Account.objects.filter(username__startswith="siti").count() == 1


def test_a_code_typed_twice_at_once_opens_once() -> None:
    account = person("sekretaris", Kind.SECRETARY)
    secret, _spare = prepared(account)
    code = code_of(secret)
    assert sorted(together(*[lambda: accepts(account, code)] * 4)) == [False, False, False, True]
