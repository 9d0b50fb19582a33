"""Whoever was served gets a link that takes one answer, which nothing ties to the reference."""

from __future__ import annotations

from uuid import uuid4

import pytest

from selaras.satisfaction.actions.answering import answer_invited
from selaras.satisfaction.actions.inviting import invite, invited
from selaras.satisfaction.actions.periods import close
from selaras.satisfaction.errors import Incomplete, NotAllowed, NotOpen
from selaras.satisfaction.models import Answer, Invitation, Service
from selaras.satisfaction.tokens import digest_of
from tests.people.persons import secretary
from tests.satisfaction.room import form, keeper, service, survey, typist

pytestmark = pytest.mark.django_db


def invitation(of: Service, reference: str = "12/PPID/2021") -> Invitation:
    return Invitation.objects.get(token_digest=digest_of(invite(of, reference, actor=typist())))


def test_the_same_reference_has_the_same_link_and_another_has_its_own() -> None:
    of = service()
    one, again, other = (invite(of, reference, actor=typist()) for reference in ("1", " 1 ", "2"))
    assert one == again != other
    assert Invitation.objects.count() == 2
    assert one not in {kept.token_digest for kept in Invitation.objects.all()}


def test_an_invitation_without_a_desk_learns_it_when_asked_again_and_keeps_it() -> None:
    one = survey(desks=["Loket A", "Loket B"])
    of = one.service
    first, second = of.desks.order_by("pk")
    asked = invitation(of)
    for desk in (first, second, None):
        invite(of, asked.reference, desk, actor=typist())
        asked.refresh_from_db()
        assert asked.desk == first
    used = invitation(of, "2")
    answer_invited(used, uuid4(), form(4))
    invite(of, "2", second, actor=typist())
    used.refresh_from_db()
    assert used.desk is None


def test_it_takes_one_answer_and_the_same_one_again() -> None:
    one = survey()
    asked, key = invitation(one.service), uuid4()
    first = answer_invited(asked, key, form(4))
    assert answer_invited(asked, key, form(1)).pk == first.pk
    with pytest.raises(NotOpen, match="sudah dipakai"):
        answer_invited(asked, uuid4(), form(1))
    assert Answer.objects.get().channel == "invitation"


def test_nothing_that_is_kept_ties_the_answer_to_the_invitation() -> None:
    one = survey()
    asked = invitation(one.service)
    kept = answer_invited(asked, uuid4(), form(4))
    asked.refresh_from_db()
    assert (kept.device, kept.network, kept.at, kept.day) == ("", "", None, None)
    assert {field.name for field in Invitation._meta.get_fields()} == {
        "id", "service", "desk", "reference", "token_digest", "invited_at", "used",
    }  # fmt: skip


def test_a_wrong_form_does_not_use_the_link_up() -> None:
    one = survey()
    asked = invitation(one.service)
    with pytest.raises(Incomplete):
        answer_invited(asked, uuid4(), form(9))
    answer_invited(asked, uuid4(), form(2))


def test_without_an_open_survey_it_says_so() -> None:
    one = survey()
    asked = invitation(one.service)
    close(one, actor=keeper())
    with pytest.raises(NotOpen, match="ditutup"):
        answer_invited(asked, uuid4(), form(4))


def test_who_does_not_serve_there_does_not_invite_but_the_program_may() -> None:
    of, somebody = service(), secretary()
    with pytest.raises(NotAllowed):
        invite(of, "1", actor=somebody)
    assert invited(of, "1", actor=somebody)
    with pytest.raises(Incomplete, match="nomor permohonan"):
        invited(of, "  ", actor=somebody)
