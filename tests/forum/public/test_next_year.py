"""Into the next year: the forum opens with what this one agreed on, and what it could not fund is proposed again."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from selaras.audit.models import Entry
from selaras.forum.actions.carrying import open_next_forum, propose_again, propose_all_again
from selaras.forum.errors import Incomplete, Locked, NotAllowed, NotReady
from selaras.forum.models import Decision, Event, Forum, Lineage, Proposal
from selaras.people.models import Account, Role
from tests.forum.decided import decided_forum
from tests.people.persons import browser_of, person

pytestmark = pytest.mark.django_db
LATER = date(2021, 2, 9)


@pytest.fixture
def forum() -> Forum:
    return decided_forum()


@pytest.fixture
def office(forum: Forum) -> Account:
    return person("bappeda", Role.Kind.PLANNER)


@pytest.fixture
def following(forum: Forum, office: Account) -> Forum:
    return open_next_forum(forum, slug="contoh-2022", held_on=LATER, actor=office)


@pytest.fixture
def refused(following: Forum) -> Proposal:
    return Proposal.objects.select_related("forum__cycle", "village", "district").get(number="U-0001")


def _village(refused: Proposal) -> Account:
    return person("desa", Role.Kind.VILLAGE_OPERATOR, region=refused.village)


# Opening


def test_what_the_forum_agreed_on_goes_on(forum: Forum, following: Forum) -> None:
    assert following.cycle.year == 2022
    assert following.name == "Forum Perangkat Daerah Kabupaten Kebumen 2021 (contoh)"
    for name in ("host", "catalogue", "rule", "synthetic", "place"):
        assert getattr(following, name) == getattr(forum, name)
    weights = list(forum.criteria.values_list("key", "label", "weight", "low", "high"))
    assert list(following.criteria.values_list("key", "label", "weight", "low", "high")) == weights
    assert Entry.objects.filter(action="forum.opened", subject="contoh-2022").exists()
    assert following.cycle.work_plan.count() == forum.cycle.work_plan.count()  # nothing of it was reported as done


@pytest.mark.parametrize(
    ("slug", "held_on", "field"),
    [
        ("contoh-2021", LATER, "slug"),
        ("Contoh 2022", LATER, "slug"),
        ("", LATER, "slug"),
        ("contoh-2022", date(2020, 2, 11), "held_on"),
    ],
)
def test_what_cannot_be_is_refused(forum: Forum, office: Account, slug: str, held_on: date, field: str) -> None:
    with pytest.raises(Incomplete) as wrong:
        open_next_forum(forum, slug=slug, held_on=held_on, actor=office)
    assert set(wrong.value.fields) == {field}
    assert Forum.objects.count() == 1


def test_only_bappeda_opens_it_and_only_after_the_decision(forum: Forum, office: Account) -> None:
    with pytest.raises(NotAllowed):
        open_next_forum(forum, slug="x", held_on=LATER, actor=person("sekretaris", Role.Kind.SECRETARY))
    forum.decisions.all().delete()
    with pytest.raises(NotReady):
        open_next_forum(forum, slug="x", held_on=LATER, actor=office)


def test_the_public_keeps_reading_the_decided_forum(forum: Forum, following: Forum) -> None:
    assert forum.name in Client().get(reverse("home")).content.decode()


# Proposing again


def test_it_comes_with_its_history(following: Forum, refused: Proposal) -> None:
    fresh = propose_again(refused, actor=_village(refused))
    assert (fresh.forum, fresh.title, fresh.cost, fresh.village) == (
        following, refused.title, refused.cost, refused.village,
    )  # fmt: skip
    assert (fresh.status, fresh.code, fresh.handler) == ("proposed", "", None)
    assert Lineage.objects.get().kind == "carried"
    assert [event.kind for event in Event.objects.filter(proposal=refused)] == ["carried"]
    page = Client().get(reverse("proposal", args=[refused.pk])).content.decode()
    assert "Diusulkan lagi untuk tahun berikutnya" in page


def test_proposed_again_twice_it_stays_one(refused: Proposal) -> None:
    actor = _village(refused)
    assert propose_again(refused, actor=actor) == propose_again(refused, actor=actor)
    assert Lineage.objects.count() == 1


def test_only_its_own_village_district_and_the_office_may(refused: Proposal, office: Account) -> None:
    elsewhere = Proposal.objects.exclude(district=refused.district).earliest("pk").village
    with pytest.raises(NotAllowed):
        propose_again(refused, actor=person("lain", Role.Kind.VILLAGE_OPERATOR, region=elsewhere))
    propose_again(refused, actor=person("camat", Role.Kind.DISTRICT_OPERATOR, region=refused.district))
    propose_again(refused, actor=office)


@pytest.mark.parametrize("status", ["accepted", "changed", "merged"])
def test_what_has_its_answer_is_not_proposed_again(following: Forum, office: Account, status: str) -> None:
    answered = Proposal.objects.filter(forum__slug="contoh-2021", outcomes__status=status).first()
    assert answered
    with pytest.raises(NotReady, match="sudah terjawab"):
        propose_again(answered, actor=office)


def test_what_was_withdrawn_stays_withdrawn(refused: Proposal, office: Account) -> None:
    refused.ending = Proposal.Ending.WITHDRAWN
    refused.save()
    with pytest.raises(NotReady):
        propose_again(refused, actor=office)


def test_without_a_next_forum_it_says_whom_to_ask(forum: Forum, office: Account) -> None:
    with pytest.raises(NotReady, match="belum dibuka"):
        propose_again(Proposal.objects.get(number="U-0001"), actor=office)


def test_a_next_forum_that_is_locked_takes_none(following: Forum, refused: Proposal, office: Account) -> None:
    Decision.objects.create(
        forum=following, rule="ranked", version="1", inputs_digest="a", digest="b", document=b"", summary={},
        audit_head="0", locked_at="2021-03-01T00:00:00Z", locked_by=office,
    )  # fmt: skip
    with pytest.raises(Locked):
        propose_again(refused, actor=office)


def test_all_or_none(following: Forum, office: Account) -> None:
    refused = list(Proposal.objects.filter(forum__slug="contoh-2021", outcomes__status="rejected"))
    answered = Proposal.objects.filter(forum__slug="contoh-2021", outcomes__status="accepted").first()
    assert answered
    with pytest.raises(NotReady):
        propose_all_again([*refused, answered], actor=office)
    assert Lineage.objects.count() == 0
    assert propose_all_again(refused, actor=office) == len(refused)
    assert propose_all_again(refused, actor=office) == 0
    numbers = list(Proposal.objects.filter(forum=following).values_list("number", flat=True))
    assert len(set(numbers)) == len(refused)


# The pages


def test_a_village_sees_its_own_with_last_years_answer_and_a_button(refused: Proposal) -> None:
    browser = browser_of(_village(refused))
    page = browser.get(reverse("last-year")).content.decode()
    own = Proposal.objects.filter(village=refused.village, forum=refused.forum, outcomes__status="rejected")
    assert page.count("Usulkan lagi<") == own.count() > 0
    assert "Pagu Kecamatan Sadang tinggal" in page
    response = browser.post(reverse("propose-again", args=[refused.pk]))
    assert response.headers["Location"] == reverse("last-year")
    after = browser.get(reverse("last-year")).content.decode()
    assert "sudah diusulkan lagi" in after
    assert after.count("Usulkan lagi<") == own.count() - 1


def test_one_button_proposes_all(following: Forum, refused: Proposal) -> None:
    browser = browser_of(_village(refused))
    browser.post(reverse("propose-all-again"))
    own = Proposal.objects.filter(village=refused.village, forum=refused.forum, outcomes__status="rejected")
    assert Proposal.objects.filter(forum=following).count() == own.count()


def test_another_village_is_not_found(refused: Proposal) -> None:
    elsewhere = Proposal.objects.exclude(district=refused.district).earliest("pk").village
    browser = browser_of(person("lain", Role.Kind.VILLAGE_OPERATOR, region=elsewhere))
    assert browser.post(reverse("propose-again", args=[refused.pk])).status_code == 404
    assert refused.title not in browser.get(reverse("last-year")).content.decode()


def test_bappeda_opens_the_next_forum_on_its_page(forum: Forum, office: Account) -> None:
    browser = browser_of(office)
    page = browser.get(reverse("next-forum")).content.decode()
    assert 'value="contoh-2022"' in page
    assert 'value="2021-02-11"' in page
    wrong = browser.post(reverse("next-forum"), {"slug": "contoh-2021", "held_on": "2021-02-09"})
    assert "sudah dipakai forum lain" in wrong.content.decode()
    browser.post(reverse("next-forum"), {"slug": "contoh-2022", "held_on": "2021-02-09"})
    assert Forum.objects.get(slug="contoh-2022").held_on == LATER
    assert "sudah dibuka" in browser.get(reverse("next-forum")).content.decode()


def test_the_number_of_queries_does_not_grow(
    refused: Proposal, office: Account, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    browser = browser_of(office)
    with django_assert_max_num_queries(16):
        browser.get(reverse("last-year"))
