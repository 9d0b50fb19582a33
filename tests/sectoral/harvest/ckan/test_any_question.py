"""Whatever a client asks, the read actions never fail, keep their description, and answer in CKAN's envelope."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle
from typing import Any

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import negative_data_rejection, positive_data_acceptance

from selaras.sectoral.harvest.ckan.packages import organization_of
from selaras.sectoral.harvest.identifiers import resource_id
from selaras.sectoral.models import Dataset
from tests.sectoral.harvest.shelf import CODE, GONE, withdrawn
from tests.sectoral.room import MENDED, out, room

pytestmark = pytest.mark.django_db
schema = schemathesis.openapi.from_wsgi("/api/3/openapi.json", WSGIHandler())
# CKAN refuses with 409, which schemathesis counts as no refusal; and a filter or a column is judged by what is there.
JUDGED_ELSEWHERE: list[Any] = [positive_data_acceptance, negative_data_rejection]


@pytest.fixture
def dataset(db: None) -> Iterator[Dataset]:
    """The database stays open between requests, as Django's own test client keeps it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    made = room()
    out(made, MENDED)
    withdrawn()
    yield made
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.mark.slow
@schema.parametrize()
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
def test_no_question_fails_and_every_answer_is_described(case: schemathesis.Case[Any], dataset: Dataset) -> None:
    asked_well = case.meta is None or case.meta.generation.mode.is_positive
    if asked_well:
        _aim(case, dataset)
    answer = case.call_and_validate(excluded_checks=JUDGED_ELSEWHERE)
    if not asked_well:
        assert answer.status_code in {200, 400, 404, 405, 409}
    if answer.status_code in {200, 404, 409}:
        assert answer.json()["success"] is (answer.status_code == 200)


def _aim(case: schemathesis.Case[Any], dataset: Dataset) -> None:
    """At what is there, every other time; else nearly every question is about what is not."""
    there = cycle([CODE, GONE, str(organization_of(dataset.agency)["name"])])
    table = resource_id(CODE, 1, "csv")
    for held in (case.query, case.body):
        if not isinstance(held, dict):
            continue
        for name, value in (("id", next(there)), ("resource_id", table)):
            if name in held and len(str(held[name])) % 2:
                held[name] = table if "datastore" in case.path or "resource" in case.path else value
