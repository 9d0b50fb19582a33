"""The API says what the pages say, keeps its description, and never fails whatever it is asked."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import Client
from hypothesis import HealthCheck, settings
from pytest_django import DjangoAssertNumQueries

from selaras.evidence.models import Indicator
from selaras.forum.models import Decision, Forum
from selaras.government.models import Region
from selaras.outreach.models import Message
from selaras.satisfaction.models import Result
from tests.forum.decided import decided_forum
from tests.web.outreach import a_message
from tests.web.satisfaction import a_result, an_indicator

pytestmark = pytest.mark.django_db
API = "/api/v1"
schema = schemathesis.openapi.from_wsgi(f"{API}/openapi.json", WSGIHandler())
schema = schema.exclude(path_regex="^/api/v1/information")  # asked with a network: tests/disclosure/api


@pytest.fixture
def forum() -> Iterator[Forum]:
    """A decided forum; its database stays open between requests, as Django's own test client keeps it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    made = decided_forum()
    a_result(made)  # so that the other rooms have something to tell
    a_message(made)
    an_indicator()
    yield made
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@schema.parametrize()
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_question_fails_and_every_answer_is_described(case: schemathesis.Case, forum: Forum) -> None:
    asked_well = case.meta is None or case.meta.generation.mode.is_positive
    there = {"slug": forum.slug, **_keys(case.path)}
    for name in there.keys() & case.path_parameters.keys():
        if asked_well and len(str(case.path_parameters[name])) % 2:
            case.path_parameters[name] = there[name]  # else nearly every question is about a thing that is not there
    case.call_and_validate()


def _keys(path: str) -> dict[str, str]:
    """Of one thing that is there, by the name of the part of the path."""
    if "/surveys" in path:
        return {"key": Result.objects.earliest("pk").survey.key}
    if "/messages" in path:
        return {"key": Message.objects.earliest("pk").key}
    if "/signal" in path:
        return {"code": Region.objects.filter(level=Region.Level.VILLAGE).earliest("pk").pk}
    return {"code": Indicator.objects.earliest("pk").code} if "/indicators" in path else {}


def test_a_proposal_reads_as_its_page_does(forum: Forum) -> None:
    listed = Client().get(f"{API}/forums/{forum.slug}/proposals").json()
    assert listed["count"] == forum.proposals.count()
    told = next(item for item in listed["items"] if item["outcome"] and item["outcome"]["cost"])
    page = Client().get(told["page"]).content.decode()
    assert told["number"] in page
    assert told["short_code"] in page
    assert Client().get(f"/u/{told['short_code']}/").headers["Location"] == told["page"]
    assert Client().get(f"{API}/proposals/{told['id']}").json() == told


@pytest.mark.parametrize(("name", "value"), [("status", "rejected"), ("district", "33.05.01"), ("q", "jalan")])
def test_a_list_is_narrowed_by_what_is_asked(forum: Forum, name: str, value: str) -> None:
    everything = Client().get(f"{API}/forums/{forum.slug}/proposals").json()
    some = Client().get(f"{API}/forums/{forum.slug}/proposals", {name: value}).json()
    assert 0 < some["count"] < everything["count"]


def test_an_agency_is_found_by_what_it_would_carry_out(forum: Forum) -> None:
    """As on the pages: where somebody else would carry it out, who was asked no longer counts."""
    moved = forum.proposals.exclude(handler=None).earliest("pk")
    other = forum.cycle.region.agencies.exclude(pk=moved.agency_id).earliest("pk")
    forum.proposals.filter(pk=moved.pk).update(handler=other)
    for agency, theirs in ((other, True), (moved.agency, False)):
        items = Client().get(f"{API}/forums/{forum.slug}/proposals", {"agency": agency.code}).json()["items"]
        assert {one["agency"]["code"] for one in items} == {agency.code}
        assert (moved.number in {one["number"] for one in items}) is theirs


def test_a_proposal_that_was_withdrawn_says_so(forum: Forum) -> None:
    forum.proposals.filter(number="U-0001").update(ending="withdrawn")
    items = Client().get(f"{API}/forums/{forum.slug}/proposals").json()["items"]
    assert {one["number"]: one["ending"] for one in items if one["ending"]} == {"U-0001": "withdrawn"}


def test_a_part_of_a_list_comes_with_the_number_of_all(forum: Forum) -> None:
    page = Client().get(f"{API}/forums/{forum.slug}/proposals", {"limit": 2, "offset": 1}).json()
    everything = Client().get(f"{API}/forums/{forum.slug}/proposals").json()
    assert page["items"] == everything["items"][1:3]
    assert page["count"] == everything["count"]


def test_an_undecided_forum_is_not_there_for_the_public(forum: Forum) -> None:
    Decision.objects.all().delete()
    for path in ("proposals", "decision", "ceilings", "documents"):
        answer = Client().get(f"{API}/forums/{forum.slug}/{path}")
        assert (answer.status_code, "belum dapat dibaca umum" in answer.json()["message"]) == (404, True)
    assert Client().get(f"{API}/forums").json() == []
    assert Client().get(f"{API}/proposals/{forum.proposals.earliest('pk').pk}").status_code == 404


def test_what_cannot_be_read_is_named(forum: Forum) -> None:
    answer = Client().get(f"{API}/forums/{forum.slug}/proposals", {"limit": "banyak", "status": "hilang"})
    assert answer.status_code == 422
    assert "limit" in answer.json()["message"]
    assert "status" in answer.json()["message"]


def test_a_list_asks_a_constant_number_of_queries(
    forum: Forum, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for limit in (1, 100):
        with django_assert_num_queries(5):
            Client().get(f"{API}/forums/{forum.slug}/proposals", {"limit": limit})
