"""Whatever an app asks or sends, the API never fails, keeps its description, and takes in nothing that it forbids."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from selaras.disclosure.actions.answering import publish
from selaras.disclosure.actions.checking import ask_to_complete
from selaras.disclosure.links import token_of
from selaras.disclosure.models import PublicBody
from tests.disclosure.api.phone import API
from tests.disclosure.desk.cases import answered, opened
from tests.disclosure.network import asked, at_desk, network
from tests.disclosure.publication.items import an_item_of

pytestmark = pytest.mark.django_db
schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", WSGIHandler()).include(path_regex=f"^{API}")
# Well formed is not yet true: a NIK of fifteen digits, a deed that does not fit the state, too many an hour.
JUDGED_BY_AN_ACTION = {"POST"}


@pytest.fixture
def body() -> Iterator[PublicBody]:
    """Something of each kind; the database stays open between requests, as Django's own test client keeps it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    made = network()
    an_item_of(made)
    case = answered(made)
    publish(case.answers.get(), "APBDes 2019 (contoh)", actor=at_desk(made))
    yield made
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def tokens(body: PublicBody) -> Iterator[str]:
    """Of cases in every state in which an applicant may do something."""
    waiting = ask_to_complete(asked(body, papers=()), ["identity", "contact", "subject"], actor=at_desk(body))
    cases = [asked(body), waiting, opened(body), *body.requests.filter(state="answered")]
    return cycle(map(token_of, cases))


@schema.parametrize()
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_question_fails_and_every_answer_is_described(
    case: schemathesis.Case, body: PublicBody, tokens: Iterator[str]
) -> None:
    asked_well = case.meta is None or case.meta.generation.mode.is_positive
    case.headers["Accept-Encoding"] = "identity"
    if asked_well:
        _aim(case, body)
        if "/request/" in f"{case.path}/":
            case.headers["Authorization"] = f"Bearer {next(tokens)}"
    judged = [positive_data_acceptance] if case.method in JUDGED_BY_AN_ACTION else []
    case.call_and_validate(excluded_checks=judged)


def _aim(case: schemathesis.Case, body: PublicBody) -> None:
    """At what is there, every other time; else nearly every question is about a body that is not."""
    if len(case.path_parameters.get("code", "")) % 2:
        case.path_parameters["code"] = body.code
    if isinstance(case.body, dict) and len(str(case.body.get("body", ""))) % 2:
        case.body["body"] = body.code
