"""What waits around the forum: a vote that is open, last year's proposals, the quarter that has ended."""

from __future__ import annotations

from datetime import date

import pytest

from selaras.forum.actions.carrying import open_next_forum, propose_all_again
from selaras.forum.actions.holding_rounds import close_round
from selaras.forum.actions.progressing import report_progress
from selaras.forum.models import Forum, Participant, Proposal, Round
from selaras.forum.waiting import waiting_for
from selaras.government.models import Region
from selaras.people.models import Account, Role
from selaras.people.tasks import Task
from tests.counting import queries_of
from tests.forum.decided import decided_forum
from tests.forum.voting.hall import answer, opened_round
from tests.forum.waiting_setting import waiting_forum
from tests.people.persons import person, secretary

pytestmark = pytest.mark.django_db
Kind = Role.Kind


def on_page(page: str, who: Account, forum: Forum) -> list[Task]:
    return [task for task in waiting_for(who, forum) if task.page == page]


# The vote


@pytest.fixture
def forum() -> Forum:
    return waiting_forum()


@pytest.fixture
def voter(forum: Forum) -> Account:
    """The account of P01."""
    account = person("peserta", Kind.PARTICIPANT)
    Participant.objects.filter(forum=forum, number="P01").update(account=account)
    return account


@pytest.mark.parametrize("secret", [False, True])
def test_a_voter_is_told_of_an_open_round_until_it_is_answered(forum: Forum, voter: Account, secret: bool) -> None:
    round_ = opened_round(forum, Round.Kind.QUESTION, secret=secret)
    (task,) = waiting_for(voter, forum)
    assert task.sentence == "Pemungutan suara “Ronde contoh” menunggu jawaban Anda."
    assert (task.page, task.until) == ("voting", forum.held_on)
    answer(round_, "P01", {None: "yes"})
    assert waiting_for(voter, forum) == []


def test_half_a_round_is_not_finished(forum: Forum, voter: Account) -> None:
    numbers = ("U-0001", "U-0002")
    round_ = opened_round(forum, on=numbers)
    marks = {criterion.key: criterion.high for criterion in forum.criteria.all()}
    answer(round_, "P01", {numbers[0]: marks})
    assert on_page("voting", voter, forum)
    answer(round_, "P01", {numbers[1]: marks})
    assert not on_page("voting", voter, forum)


def test_who_has_not_checked_in_or_comes_too_late_is_not_told(forum: Forum, voter: Account) -> None:
    round_ = opened_round(forum, Round.Kind.QUESTION)
    Participant.objects.filter(account=voter).update(present=False)
    assert not on_page("voting", voter, forum)
    Participant.objects.filter(account=voter).update(present=True)
    assert on_page("voting", voter, forum)
    close_round(round_, actor=secretary())
    assert not on_page("voting", voter, forum)


def test_somebody_elses_vote_is_no_task(forum: Forum, voter: Account) -> None:
    opened_round(forum, Round.Kind.QUESTION)
    assert not on_page("voting", person("lain", Kind.PARTICIPANT), forum)


def test_more_rounds_cost_no_more_queries(forum: Forum, voter: Account) -> None:
    opened_round(forum, Round.Kind.QUESTION)
    assert len(on_page("voting", voter, forum)) == 1  # from here on the roles of the account are known
    one = queries_of(waiting_for, voter, forum)
    for _ in range(3):
        opened_round(forum, Round.Kind.QUESTION)
    assert len(on_page("voting", voter, forum)) == 4
    assert queries_of(waiting_for, voter, forum) == one


# Last year's proposals


@pytest.fixture
def village(forum: Forum) -> Region:
    found = forum.proposals.get(number="U-0001").village
    assert found
    return found


def test_a_village_is_offered_what_was_not_funded_until_it_is_proposed_again(forum: Forum, village: Region) -> None:
    operator = person("desa", Kind.VILLAGE_OPERATOR, region=village)
    assert waiting_for(operator, forum) == []
    following = open_next_forum(forum, slug="contoh-2022", held_on=date(2021, 2, 9), actor=person("b", Kind.PLANNER))
    refused = list(Proposal.objects.filter(forum=forum, village=village, outcomes__status="rejected"))
    (task,) = on_page("last-year", operator, following)
    assert task.count == len(refused) > 0
    assert task.sentence == f"{len(refused)} usulan tahun lalu yang belum didanai dapat diusulkan lagi."
    propose_all_again(refused, actor=operator)
    assert waiting_for(operator, following) == []


def test_a_village_that_got_everything_is_offered_nothing(forum: Forum, village: Region) -> None:
    following = open_next_forum(forum, slug="contoh-2022", held_on=date(2021, 2, 9), actor=person("b", Kind.PLANNER))
    satisfied = Region.objects.create(code="33.05.22.2999", name="Baru", level="village", parent=village.parent)
    assert not on_page("last-year", person("desa", Kind.VILLAGE_OPERATOR, region=satisfied), following)


def test_more_villages_cost_no_more_queries(forum: Forum, village: Region) -> None:
    following = open_next_forum(forum, slug="contoh-2022", held_on=date(2021, 2, 9), actor=person("b", Kind.PLANNER))
    one = person("desa", Kind.VILLAGE_OPERATOR, region=village)
    many = person("pendamping", Kind.VILLAGE_OPERATOR, region=village)
    for other in Region.objects.filter(level=Region.Level.VILLAGE).exclude(pk=village.pk):
        Role.objects.create(account=many, kind=Kind.VILLAGE_OPERATOR, region=other)
    assert len(waiting_for(many, following)) > len(waiting_for(one, following))
    one, many = (Account.objects.get(pk=account.pk) for account in (one, many))
    assert queries_of(waiting_for, many, following) == queries_of(waiting_for, one, following)


# The quarter


def test_an_agency_is_told_of_the_quarter_until_it_reports() -> None:
    forum = decided_forum()  # of 2021, so that all its quarters have ended
    agency = forum.proposals.get(number="U-0002").handler
    assert agency
    planner = person("dinas", Kind.AGENCY_PLANNER, agency=agency)
    funded = list(Proposal.objects.filter(handler=agency, outcomes__cost__isnull=False))
    (task,) = on_page("progress", planner, forum)
    assert task.count == len(funded) > 1
    assert task.sentence == f"{len(funded)} usulan yang didanai belum dilaporkan kemajuannya sampai triwulan 4."
    report_progress(funded[0], 3, 60, 0, actor=planner)
    assert on_page("progress", planner, forum)[0].count == len(funded)
    before = queries_of(waiting_for, planner, forum)
    for proposal in funded[1:]:
        report_progress(proposal, 4, 100, 0, actor=planner)
    assert on_page("progress", planner, forum)[0].count == 1
    assert queries_of(waiting_for, planner, forum) == before
    report_progress(funded[0], 4, 100, 0, actor=planner)
    assert not on_page("progress", planner, forum)


def test_another_agency_is_not_asked_for_it() -> None:
    forum = decided_forum()
    other = forum.cycle.region.agencies.create(code="9.99.99", name="Badan Lain (contoh)")
    assert not on_page("progress", person("lain", Kind.AGENCY_PLANNER, agency=other), forum)
