"""Two at one moment: one answer, one use of a link, one result, one open survey."""

from __future__ import annotations

from uuid import uuid4

import pytest

from selaras.evidence.actions.seeding import seed_indicators
from selaras.evidence.models import Value
from selaras.people.actions import system_account
from selaras.satisfaction.actions.answering import answer, answer_invited
from selaras.satisfaction.actions.inviting import invite
from selaras.satisfaction.actions.periods import close
from selaras.satisfaction.actions.publishing import publish
from selaras.satisfaction.actions.typing_in import type_in_paper
from selaras.satisfaction.errors import NotNow
from selaras.satisfaction.models import Answer, Invitation, Result, Survey
from tests.satisfaction.room import form, keeper, service, steward, survey, typed, typist
from tests.together import starter

pytestmark = pytest.mark.django_db(transaction=True)


together = starter(NotNow)


def test_an_invitation_opened_on_two_telephones_takes_one_answer() -> None:
    one = survey()
    invite(one.service, "1", actor=typist())
    asked = Invitation.objects.get()
    told = together(*(lambda: answer_invited(asked, uuid4(), form(3)) for _ in range(2)))
    assert sorted(type(each).__name__ for each in told) == ["Answer", "NotOpen"]
    assert Answer.objects.count() == 1


def test_a_batch_sent_twice_at_once_is_one() -> None:
    one, batch, who = survey(), uuid4(), typist()
    told = together(*(lambda: type_in_paper(one, batch, [form(3), form(4)], actor=who) for _ in range(2)))
    assert sorted(told) == [0, 2]
    assert Answer.objects.count() == 2


def test_a_form_sent_twice_at_once_is_one() -> None:
    one, key = survey(), uuid4()
    together(*(lambda: answer(one, key, form(3), channel="link", device="a", network="b") for _ in range(3)))
    assert Answer.objects.count() == 1


def test_two_who_publish_at_once_publish_once() -> None:
    seed_indicators(actor=system_account())
    one, who, other = survey(), keeper(), steward()
    typed(one, [form(3)] * 12)
    close(one, actor=who)
    first, second = together(lambda: publish(one, actor=who), lambda: publish(one, actor=other))
    assert first.pk == second.pk
    assert (Result.objects.count(), Value.objects.count()) == (1, 1)


def test_two_who_open_at_once_open_one() -> None:
    of = service()
    keeper()
    told = together(lambda: survey(of, "A"), lambda: survey(of, "B"))
    assert sorted(type(each).__name__ for each in told) == ["NotNow", "Survey"]
    assert Survey.objects.count() == 1
