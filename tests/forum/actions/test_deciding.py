"""A decision keeps every ceiling, funds nothing twice, and says of every proposal why."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from selaras.audit.models import Entry
from selaras.engines.allocation import Infeasible
from selaras.forum import allocating, deciding
from selaras.forum.actions import decide
from selaras.forum.errors import NotReady
from selaras.forum.inputs import gather
from selaras.forum.models import Ballot, Decision, Forum, Mark, Outcome, Proposal, Recommendation
from selaras.planning.models import Ceiling, WorkPlanItem
from tests.forum.random_inputs import decision_inputs
from tests.forum.results import FUNDED, check_result
from tests.forum.small_forum import CODES, actor, ready

Json = dict[str, Any]
RULES = allocating.available({"ballots": [["P1", ["U-1"]]]})


@pytest.fixture
def forum(db: None) -> Forum:
    return ready()


def funded_of(decision: Decision) -> list[str]:
    return sorted(decision.outcomes.filter(status__in=FUNDED).values_list("proposal__number", flat=True))


@pytest.mark.parametrize("rule", RULES)
def test_no_ceiling_is_broken_and_no_group_is_funded_twice(forum: Forum, rule: str) -> None:
    inputs = gather(forum, rule)
    check_result(inputs, deciding.decide(inputs))


@settings(max_examples=60, deadline=None)
@given(inputs=decision_inputs())
def test_any_forum_keeps_its_ceilings_and_tells_every_fate(inputs: Json) -> None:
    check_result(inputs, deciding.decide(inputs))


def test_the_small_forum_as_one_decides_it_by_hand(forum: Forum) -> None:
    decision = decide(forum, actor=actor())
    fates = dict(decision.outcomes.values_list("proposal__number", "reason"))
    assert fates == {
        "U-1": "funded",
        "U-2": "ceiling",  # Ayah has 80 left of 200 after U-1
        "U-3": "group_taken",
        "U-4": "funded",
        "U-5": "ceiling",
        "U-6": "ceiling",  # Diskominfo has 10 left of 90 after R-3
        "U-7": "ineligible",
        "U-8": "funded",
        "U-9": "ineligible",
    }
    told = Outcome.objects.get(decision=decision, proposal__number="U-2").sentence
    assert told.startswith("Belum didanai. Pagu Kecamatan Ayah tinggal Rp 80.000.000, sedangkan usulan ini perlu")


def test_what_cannot_be_decided_says_what_to_do(forum: Forum) -> None:
    decision = decide(forum, actor=actor())
    told = dict(decision.outcomes.filter(reason="ineligible").values_list("proposal__number", "sentence"))
    assert told == {
        "U-7": "Belum dapat dinilai. Belum jelas perangkat daerah mana yang berwenang. "
        "Perjelas pekerjaan yang diminta.",
        "U-9": "Belum dapat dinilai. Volume atau satuannya belum diisi. Lengkapi volume beserta satuannya.",
    }


def test_the_plan_draws_first(forum: Forum) -> None:
    decision = decide(forum, actor=actor())
    plan = {row["id"]: row["plan"] for row in decision.summary["ledger"]}
    assert (plan["total"], plan["agency:1.03"], plan["district:33.05.01"]) == (330_000_000, 150_000_000, 0)
    assert decision.summary["plan_deferred"] == ["R-4"]


def test_mandatory_lines_draw_before_all_others(forum: Forum) -> None:
    WorkPlanItem.objects.filter(key="R-4").update(must_fund=True)
    assert decide(forum, actor=actor()).summary["plan_deferred"] == ["R-3"]


def test_lines_of_a_priority_draw_before_the_rest(forum: Forum) -> None:
    WorkPlanItem.objects.filter(key="R-4").update(code=CODES["U-1"])
    assert decide(forum, actor=actor()).summary["plan_deferred"] == ["R-3"]


def test_mandatory_lines_above_their_ceiling_are_told_by_name(forum: Forum) -> None:
    Ceiling.objects.filter(agency__code="1.03").update(amount=140_000_000)
    with pytest.raises(Infeasible, match=r"belanja wajib R-1 Rp 150\.000\.000, Pagu DPU Rp 140\.000\.000"):
        decide(forum, actor=actor())
    assert not Decision.objects.exists()


def test_deciding_twice_gives_the_decision_that_stands(forum: Forum) -> None:
    first = decide(forum, actor=actor())
    entries = Entry.objects.count()
    assert decide(forum, actor=actor()) == first
    assert (Decision.objects.count(), Entry.objects.count()) == (1, entries)


def test_a_changed_mark_makes_a_new_decision_and_keeps_the_old(forum: Forum) -> None:
    old = decide(forum, actor=actor())
    Mark.objects.filter(proposal__number="U-1").update(values={"mendesak": 1, "manfaat": 1})
    new = decide(forum, actor=actor())
    assert (new.pk, new.current, Decision.objects.get(pk=old.pk).current) == (
        Decision.objects.latest("pk").pk,
        True,
        False,
    )
    assert funded_of(old) == ["U-1", "U-4", "U-8"]
    assert "U-3" in funded_of(new)  # the other of its group now goes first
    assert old.outcomes.count() == new.outcomes.count() == Proposal.objects.count()


def test_statuses_follow_the_decision(forum: Forum) -> None:
    decision = decide(forum, actor=actor())
    assert dict(Proposal.objects.values_list("number", "status")) == dict(
        decision.outcomes.values_list("proposal__number", "status")
    )
    assert Proposal.objects.get(number="U-3").status == "merged"


def test_a_recommended_cost_and_volume_decide_in_place_of_what_was_asked(forum: Forum) -> None:
    proposal = Proposal.objects.get(number="U-2")
    Recommendation.objects.create(
        proposal=proposal, level="forum", volume=200, cost=60_000_000, reason="Dua ratus meter."
    )
    decision = decide(forum, actor=actor())
    outcome = decision.outcomes.get(proposal=proposal)
    assert (outcome.status, outcome.cost, outcome.volume) == ("changed", 60_000_000, 200)
    assert outcome.sentence.startswith("Didanai dengan perubahan. Usulan ini mendapat Rp 60.000.000")


def test_the_summary_agrees_with_the_outcomes(forum: Forum) -> None:
    decision = decide(forum, actor=actor())
    summary = decision.summary
    funded = decision.outcomes.filter(status__in=FUNDED)
    assert summary["proposals"] == decision.outcomes.count() == sum(summary["by_status"].values())
    assert (summary["funded"], summary["funded_cost"]) == (funded.count(), sum(row.cost for row in funded))
    for part in ("districts", "agencies"):
        assert sum(row["funded"] for row in summary[part]) == summary["funded"]
        assert sum(row["funded_cost"] for row in summary[part]) == summary["funded_cost"]
    total = next(row for row in summary["ledger"] if row["kind"] == "total")
    assert total["used"] == summary["funded_cost"]
    assert summary["rules"]["ranked"]["funded"] == summary["funded"]


def test_the_log_names_inputs_and_decision(forum: Forum) -> None:
    decision = decide(forum, actor=actor())
    entry = Entry.objects.get(action="forum.decided")
    assert entry.detail == {"rule": "ranked", "inputs": decision.inputs_digest, "decision": decision.digest}
    assert entry.hash == decision.audit_head


@pytest.mark.parametrize(
    ("emptied", "told"), [(Proposal, "Belum ada usulan yang dapat diputuskan"), (Ceiling, "Pagu belum diisi")]
)
def test_a_forum_that_lacks_something_is_not_decided(forum: Forum, emptied: Any, told: str) -> None:
    emptied.objects.all().delete()
    with pytest.raises(NotReady, match=told):
        decide(forum, actor=actor())


def test_a_minimum_that_cannot_be_reached_is_told_and_stops_no_other_rule(forum: Forum) -> None:
    Ceiling.objects.filter(district="33.05.02").update(minimum=149_000_000)
    Ceiling.objects.filter(kind="total").update(amount=400_000_000)
    result = deciding.decide(gather(forum, "ranked"))
    assert [line["id"] for line in result["unmet"]] == ["district:33.05.02"]
    assert result["impossible"] == ["optimal"]
    assert "optimal" not in result["rules"]
    with pytest.raises(Infeasible, match=r"Pagu Kecamatan Buayan paling sedikit Rp 149\.000\.000"):
        deciding.decide(gather(forum, "optimal"))


def test_a_forum_without_criteria_is_told_so(forum: Forum) -> None:
    forum.criteria.all().delete()
    with pytest.raises(ValueError, match="Belum ada kriteria yang berbobot"):
        decide(forum, actor=actor())


def test_equal_shares_needs_ballots_or_marks_or_marks(forum: Forum) -> None:
    Ballot.objects.all().delete()
    Mark.objects.all().delete()
    with pytest.raises(NotReady, match=r"Tambahkan suara\.csv"):
        decide(forum, rule="equal_shares", actor=actor())
