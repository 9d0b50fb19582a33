"""Objections: by element, answered or withdrawn."""

from __future__ import annotations

import pytest
from django.urls import reverse

from selaras.audit.models import Entry
from selaras.forum.actions.chairing import add_item
from selaras.forum.actions.objecting import answer_objection, note_objection, withdraw_objection
from selaras.forum.errors import Locked, NotAllowed, NotReady
from selaras.forum.models import AgendaItem, Objection
from selaras.people.models import Role
from tests.forum.hall.test_links import lock
from tests.forum.small_forum import opened
from tests.forum.voting.hall import participant
from tests.people.persons import browser_of, secretary, someone

pytestmark = pytest.mark.django_db


@pytest.fixture
def item() -> AgendaItem:
    return add_item(opened("regions", "agencies", "participants"), "Pagu kecamatan", actor=secretary())


def noted(item: AgendaItem) -> Objection:
    return note_objection(item, "Kecamatan", " Pagunya terlalu kecil. ", actor=secretary())


def test_an_objection_is_noted_as_said_answered_and_withdrawn(item: AgendaItem) -> None:
    one = noted(item)
    assert one.text == "Pagunya terlalu kecil."
    answer_objection(one, "Dibahas di perubahan anggaran", actor=secretary())
    withdraw_objection(one, actor=secretary())
    one.refresh_from_db()
    assert one.answer == "Dibahas di perubahan anggaran"
    assert one.withdrawn_at
    with pytest.raises(NotReady, match="sudah ditarik"):
        answer_objection(one, "Lagi", actor=secretary())
    assert [entry.action for entry in Entry.objects.filter(action__contains="objection").order_by("pk")] == [
        "forum.objection_noted",
        "forum.objection_answered",
        "forum.objection_withdrawn",
    ]


def test_an_objection_without_words_is_not_noted(item: AgendaItem) -> None:
    with pytest.raises(NotReady, match="tidak disetujui"):
        note_objection(item, "Kecamatan", "  ", actor=secretary())


def test_only_who_runs_the_forum_and_only_before_the_lock(item: AgendaItem) -> None:
    one = noted(item)
    with pytest.raises(NotAllowed):
        withdraw_objection(one, actor=someone(Role.Kind.PARTICIPANT))
    lock(item.forum)
    with pytest.raises(Locked):
        noted(item)


def test_the_element_comes_from_the_participant_who_speaks(item: AgendaItem) -> None:
    desk = browser_of(secretary())
    address = reverse("objection-raise", args=[item.pk])
    assert desk.post(address, {"text": "Tidak setuju"}).status_code == 400
    desk.post(address, {"text": "Tidak setuju", "participant": participant("P2").pk})
    one = Objection.objects.get()
    assert (one.element, one.participant) == ("Kecamatan", participant("P2"))
    desk.post(reverse("objection-act", args=[one.pk]), {"act": "withdraw"})
    assert "Ditarik." in desk.get(reverse("agenda-item", args=[item.pk])).content.decode()
