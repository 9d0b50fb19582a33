"""Who sees what: the public what was decided, who works here also what is prepared and what was replaced."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser

from selaras.forum import queries
from selaras.forum.models import Decision, Forum, Participant
from selaras.people.models import Account
from tests.forum.decided import decided_forum

pytestmark = pytest.mark.django_db

PUBLIC = AnonymousUser()


def _undecided(like: Forum) -> Forum:
    forum = Forum.objects.create(slug="disiapkan", cycle=like.cycle, name="Forum yang disiapkan", held_on="2021-02-09")
    like.proposals.filter(number="U-0002").update(forum=forum)
    return forum


def test_a_forum_in_preparation_is_for_who_works_there(planner: Account) -> None:
    decided = decided_forum()
    forum = _undecided(decided)
    assert queries.current_forum(PUBLIC) == decided
    assert queries.current_forum(planner) == forum
    assert not queries.proposals_visible_to(PUBLIC).filter(forum=forum).exists()
    assert queries.proposals_visible_to(planner).filter(forum=forum).count() == 1
    assert queries.forum_in_preparation() == forum


def test_documents_of_a_replaced_decision_are_for_who_works_there(planner: Account) -> None:
    decision = decided_forum().decisions.get()
    Decision.objects.update(current=False)
    Decision.objects.create(forum=decision.forum, rule="ranked", version="0", digest="f" * 64, document=b"")
    assert not queries.documents_visible_to(PUBLIC).exists()
    assert queries.documents_visible_to(planner).count() == 3
    assert queries.decisions_visible_to(PUBLIC).count() == 2


def test_files_as_they_came_in_are_for_who_works_there(planner: Account) -> None:
    decided_forum()
    assert not queries.batches_visible_to(PUBLIC).exists()
    assert queries.batches_visible_to(planner).count() == 1


@pytest.mark.parametrize("lost", ["role", "active"])
def test_without_a_role_or_once_closed_an_account_sees_what_the_public_sees(planner: Account, lost: str) -> None:
    _undecided(decided_forum())
    if lost == "role":
        planner.roles.all().delete()
    else:
        planner.is_active = False
    assert queries.current_forum(planner) == queries.current_forum(PUBLIC)
    assert not queries.batches_visible_to(planner).exists()


def test_participants_are_counted_by_element() -> None:
    elements = queries.participants_by_element(decided_forum())
    assert sum(one.total for one in elements) == sum(one.invited for one in elements) == 12
    assert sum(one.present for one in elements) == 9


def test_who_came_without_an_invitation_is_present_but_was_not_invited() -> None:
    forum = decided_forum()
    guest = {"number": "T001", "name": "Tamu (contoh)", "element": "Tamu", "invited": False, "present": True}
    Participant.objects.create(forum=forum, **guest)
    (guests,) = (one for one in queries.participants_by_element(forum) if one.name == "Tamu")
    assert (guests.total, guests.invited, guests.present, guests.missing) == (1, 0, 1, 0)
