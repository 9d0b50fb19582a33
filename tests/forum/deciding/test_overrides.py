"""What the forum decides against the rule: inside every ceiling, with its reason, undone as it was made."""

from __future__ import annotations

import json
import zlib
from decimal import Decimal
from typing import Any

import pytest

from selaras.audit.models import Entry
from selaras.forum.actions import Wish, decide, foresee, override, undo_override
from selaras.forum.errors import Locked, NotAllowed, NotReady
from selaras.forum.inputs import gather
from selaras.forum.models import Decision, Forum, Override, Proposal
from selaras.forum.replay import replay
from selaras.people.models import Role
from tests.forum.small_forum import actor, ready
from tests.people.persons import person, secretary

pytestmark = pytest.mark.django_db
BECAUSE = "Jalan itu satu-satunya jalan ke puskesmas."


@pytest.fixture
def forum() -> Forum:
    return ready()


def proposal(number: str) -> Proposal:
    return Proposal.objects.get(number=number)


def wish(kind: str = "fund", **more: Any) -> Wish:
    return Wish(kind, more.pop("reason", BECAUSE), **more)


def fate_of(decision: Decision, number: str) -> tuple[str, str, str]:
    outcome = decision.outcomes.get(proposal__number=number)
    return outcome.status, outcome.reason, outcome.sentence


def test_what_the_forum_funds_is_funded_and_says_so(forum: Forum) -> None:
    assert fate_of(decide(forum, actor=actor()), "U-2")[0] == "rejected"
    override(proposal("U-2"), wish(), actor=secretary())
    assert fate_of(decide(forum, actor=actor()), "U-2") == (
        "accepted",
        "forum_funded",
        f"Didanai atas putusan forum. Usulan ini mendapat Rp 90.000.000. Alasannya: {BECAUSE}",
    )


def test_what_the_forum_refuses_is_not_funded_and_leaves_its_money_to_others(forum: Forum) -> None:
    before = decide(forum, actor=actor())
    assert fate_of(before, "U-4")[0] == "accepted"
    override(proposal("U-4"), wish("refuse", reason="Posyandu itu sudah dibangun swadaya"), actor=secretary())
    after = decide(forum, actor=actor())
    assert fate_of(after, "U-4") == (
        "rejected",
        "forum_refused",
        "Belum didanai atas putusan forum. Alasannya: Posyandu itu sudah dibangun swadaya.",
    )
    assert proposal("U-4").status == "rejected"


def test_a_changed_volume_and_cost_are_what_is_granted(forum: Forum) -> None:
    override(proposal("U-2"), wish(volume=Decimal(150), cost=45_000_000), actor=secretary())
    outcome = decide(forum, actor=actor()).outcomes.get(proposal__number="U-2")
    assert (outcome.status, outcome.cost, outcome.volume) == ("changed", 45_000_000, 150)
    assert outcome.sentence.startswith("Didanai dengan perubahan atas putusan forum.")


def test_an_amount_given_by_the_forum_closes_the_gap_in_a_proposal(forum: Forum) -> None:
    asked = proposal("U-9")  # without a volume and a unit; its unit is known by now
    asked.unit, asked.handler, asked.code = "m", asked.agency, "1.03.10.2.01.0009"
    asked.save()
    with pytest.raises(NotReady, match="Volume"):
        foresee(asked, wish())
    override(asked, wish(volume=Decimal(50), cost=30_000_000), actor=secretary())
    assert fate_of(decide(forum, actor=actor()), "U-9")[1] == "forum_funded"


def test_the_effect_is_told_before_anything_is_stored(forum: Forum) -> None:
    told = foresee(proposal("U-2"), wish())
    assert (told.before, told.after) == (False, True)
    # U-1 gives way in Ayah; its cheaper twin U-3 fits beside U-2.
    assert (list(told.gained), list(told.lost)) == (["U-3"], ["U-1"])
    assert {line["id"] for line in told.ledger} == {"total", "agency:1.03", "district:33.05.01"}
    assert all(line["left"] >= 0 for line in told.ledger)
    assert not Override.objects.exists()


def test_what_was_told_is_what_the_next_decision_does(forum: Forum) -> None:
    funded = {"accepted", "changed"}
    before = decide(forum, actor=actor())
    told = foresee(proposal("U-2"), wish())
    override(proposal("U-2"), wish(), actor=secretary())
    after = decide(forum, actor=actor())
    then, now = (
        {row.proposal.number for row in one.outcomes.select_related("proposal") if row.status in funded}
        for one in (before, after)
    )
    assert (then - now, now - then - {"U-2"}) == (set(told.lost), set(told.gained))


def test_an_override_that_breaks_a_ceiling_is_refused_with_the_ceiling_and_what_it_lacks(forum: Forum) -> None:
    with pytest.raises(NotReady, match=r"Pagu Kecamatan Ayah Rp 200\.000\.000 .* U-2, yang perlu Rp 200\.000\.001"):
        override(proposal("U-2"), wish(cost=200_000_001), actor=secretary())
    assert not Override.objects.exists()


def test_two_overrides_that_only_together_break_a_ceiling(forum: Forum) -> None:
    who = secretary()
    override(proposal("U-2"), wish(), actor=who)
    with pytest.raises(NotReady, match="Pagu Kecamatan Ayah"):
        override(proposal("U-1"), wish(), actor=who)  # 90 + 120 of 200 million


def test_two_proposals_that_are_one_are_not_both_funded(forum: Forum) -> None:
    who = secretary()
    override(proposal("U-1"), wish(cost=50_000_000), actor=who)
    with pytest.raises(NotReady, match="usulan yang sama"):
        override(proposal("U-3"), wish(cost=50_000_000), actor=who)


def test_a_proposal_nobody_may_carry_out_is_not_funded_by_anyone(forum: Forum) -> None:
    with pytest.raises(NotReady, match="Belum jelas perangkat daerah mana"):
        foresee(proposal("U-7"), wish())


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (wish(reason="  "), "Tulis alasan"),
        (wish("postpone"), "Pilih"),
        (wish("refuse", cost=1), "Kosongkan"),
        (wish(cost=0), "lebih dari nol"),
        (wish(volume=Decimal(-1)), "lebih dari nol"),
        (wish(cost=10**15), "terlalu besar"),
    ],
)
def test_a_wish_that_cannot_be_taken_down(forum: Forum, asked: Wish, told: str) -> None:
    with pytest.raises(NotReady, match=told):
        override(proposal("U-2"), asked, actor=secretary())


def test_a_proposal_has_one_override_at_a_time(forum: Forum) -> None:
    who = secretary()
    override(proposal("U-2"), wish(), actor=who)
    with pytest.raises(NotReady, match="Batalkan putusan itu dahulu"):
        override(proposal("U-2"), wish("refuse"), actor=who)


def test_undone_the_decision_is_the_one_the_rule_alone_makes(forum: Forum) -> None:
    who = secretary()
    alone = decide(forum, actor=actor())
    made = override(proposal("U-2"), wish(), actor=who)
    assert decide(forum, actor=actor()).digest != alone.digest
    undo_override(made, actor=who)
    assert decide(forum, actor=actor()).digest == alone.digest
    with pytest.raises(NotReady, match="sudah dibatalkan"):
        undo_override(made, actor=who)
    kept = Override.objects.get()
    assert (kept.made_by, kept.undone_by) == (who, who)
    assert list(Entry.objects.filter(action__startswith="forum.overrid").values_list("action", flat=True)) == [
        "forum.overridden",
        "forum.override_undone",
    ]


@pytest.mark.parametrize("kind", [kind for kind in Role.Kind if kind != Role.Kind.SECRETARY])
def test_nobody_but_the_secretary_overrides(forum: Forum, kind: Role.Kind) -> None:
    with pytest.raises(NotAllowed):
        override(proposal("U-2"), wish(), actor=person("lain", kind))


def test_a_locked_decision_takes_no_override(forum: Forum) -> None:
    who = secretary()
    made = override(proposal("U-2"), wish(), actor=who)
    decide(forum, actor=actor())
    Decision.objects.update(locked_at="2020-02-11T10:00:00Z", locked_by=who)
    with pytest.raises(Locked):
        override(proposal("U-4"), wish("refuse"), actor=who)
    with pytest.raises(Locked):
        undo_override(made, actor=who)


@pytest.mark.parametrize("rule", Forum.Rule.values)
def test_a_decision_with_overrides_replays_to_the_same_bytes_by_every_rule(forum: Forum, rule: str) -> None:
    who = secretary()
    override(proposal("U-2"), wish(cost=80_000_000), actor=who)
    override(proposal("U-4"), wish("refuse"), actor=who)
    decision = decide(forum, rule=rule, actor=actor())
    assert replay(json.loads(zlib.decompress(decision.document))) == decision.digest
    assert fate_of(decision, "U-2")[1] == "forum_funded"
    assert fate_of(decision, "U-4")[1] == "forum_refused"


def test_ceilings_cut_below_what_the_forum_funds_are_told_and_nothing_is_decided(forum: Forum) -> None:
    override(proposal("U-2"), wish(), actor=secretary())
    forum.cycle.ceilings.filter(kind="district").update(amount=1_000_000)
    with pytest.raises(NotReady, match=r"Pagu Kecamatan Ayah Rp 1\.000\.000 .* U-2"):
        decide(forum, actor=actor())
    assert not Decision.objects.exists()


def test_inputs_without_overrides_are_what_they_were_before_there_were_any(forum: Forum) -> None:
    assert "overrides" not in gather(forum, "ranked")
    assert "overrides" not in json.dumps(decide(forum, actor=actor()).outcomes.first().detail)
