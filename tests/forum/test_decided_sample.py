"""The sample that other tests stand on is itself a sound decision."""

from __future__ import annotations

import pytest

from selaras.forum.models import Decision, Proposal
from tests.forum.decided import decided_forum

pytestmark = pytest.mark.django_db


def test_it_holds_every_status_and_every_reason() -> None:
    forum = decided_forum()
    decision = Decision.objects.get(forum=forum, current=True)
    assert set(forum.proposals.values_list("status", flat=True)) == set(Proposal.Status.values)
    assert set(decision.outcomes.values_list("reason", flat=True)) == {
        "funded",
        "must_fund",
        "ceiling",
        "group_taken",
        "requirement_missing",
        "ineligible",
    }


def test_its_ledger_adds_up_and_its_refusals_name_a_ceiling_that_is_too_small() -> None:
    decision = Decision.objects.get(forum=decided_forum())
    assert all(line["amount"] == line["plan"] + line["used"] + line["left"] for line in decision.summary["ledger"])
    for outcome in decision.outcomes.filter(reason="ceiling"):
        assert outcome.detail["binding"], outcome.proposal.title
        assert all(tight["short"] == tight["needed"] - tight["left"] > 0 for tight in outcome.detail["binding"])
