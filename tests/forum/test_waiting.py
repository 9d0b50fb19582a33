"""What waits for whom: each role is told of its own work, with the deadline of the stage, and of nothing else."""

from __future__ import annotations

import pytest
from django.db.models import Q
from pytest_django import DjangoAssertNumQueries

from selaras.forum.models import Decision, Proposal, Recommendation
from selaras.forum.waiting import waiting_for
from selaras.people.models import Role
from tests.forum.waiting_setting import silent_village, waiting_forum
from tests.people.persons import person

pytestmark = pytest.mark.django_db
Kind = Role.Kind


def test_a_silent_village_is_told_until_it_sends() -> None:
    forum = waiting_forum()
    village = silent_village(forum)
    operator = person("operator", Kind.VILLAGE_OPERATOR, region=village)
    assert [task.sentence for task in waiting_for(operator, forum)] == ["Desa Sunyi belum mengirim usulan."]
    sent = forum.proposals.earliest("pk")
    Proposal.objects.filter(pk=sent.pk).update(village=village)
    assert waiting_for(operator, forum) == []


def test_a_district_is_told_how_many_of_its_proposals_lack_its_word() -> None:
    forum = waiting_forum()
    some = forum.proposals.exclude(district=None).earliest("pk")
    operator = person("camat", Kind.DISTRICT_OPERATOR, region=some.district)
    own = forum.proposals.filter(district=some.district)
    without = own.exclude(recommendations__level=Recommendation.Level.DISTRICT)
    (task,) = waiting_for(operator, forum)
    assert task.count == without.count() > 0
    for proposal in without:
        Recommendation.objects.create(proposal=proposal, level=Recommendation.Level.DISTRICT)
    assert waiting_for(operator, forum) == []


def test_an_agency_is_told_of_what_it_would_carry_out() -> None:
    forum = waiting_forum()
    agency = forum.proposals.exclude(handler=None).earliest("pk").handler
    tasks = {task.page: task for task in waiting_for(person("dinas", Kind.AGENCY_PLANNER, agency=agency), forum)}
    said = Recommendation.objects.filter(level="agency").exclude(by="aligning").values("proposal")
    own = forum.proposals.filter(Q(handler=agency) | Q(handler=None, agency=agency), ending="").exclude(pk__in=said)
    assert tasks["recommend-list"].count == own.count()


def test_a_word_that_the_program_wrote_is_none_of_the_level() -> None:
    """What the list of recommendations still asks for, the desk still names."""
    forum = waiting_forum()
    some = forum.proposals.exclude(district=None).earliest("pk")
    operator = person("camat", Kind.DISTRICT_OPERATOR, region=some.district)
    (before,) = waiting_for(operator, forum)
    silent = forum.proposals.filter(district=some.district).exclude(recommendations__level="district").earliest("pk")
    Recommendation.objects.create(proposal=silent, level="district", by=Recommendation.By.ALIGNING)
    assert [task.count for task in waiting_for(operator, forum)] == [before.count]


def test_the_secretary_is_told_that_the_forum_has_not_decided() -> None:
    forum = waiting_forum()
    secretary = person("sekretaris", Kind.SECRETARY)
    assert "Forum belum memutuskan." not in {task.sentence for task in waiting_for(secretary, forum)}
    Decision.objects.filter(forum=forum).delete()
    (task,) = [task for task in waiting_for(secretary, forum) if task.sentence == "Forum belum memutuskan."]
    assert task.until == forum.held_on


@pytest.mark.parametrize("kind", [Kind.AUDITOR, Kind.OBSERVER, Kind.PARTICIPANT, Kind.ADMINISTRATOR])
def test_who_only_reads_has_nothing_waiting(kind: Role.Kind) -> None:
    assert waiting_for(person("pembaca", kind), waiting_forum()) == []


def test_what_waits_is_counted_in_a_constant_number_of_queries(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    forum = waiting_forum()
    secretary = person("sekretaris", Kind.SECRETARY)
    with django_assert_num_queries(8):
        waiting_for(secretary, forum)
