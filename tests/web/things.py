"""One of each thing that an address may name a part of: found in the forum, else made there. All invented."""

from __future__ import annotations

from datetime import timedelta

from django.core.files.base import ContentFile
from django.utils import timezone

from selaras.forum.models import (
    AgendaItem,
    Computation,
    DuplicateGroup,
    Event,
    Finding,
    Forum,
    GroupVerdict,
    Match,
    Motion,
    Objection,
    Overlap,
    OverlapVerdict,
    Override,
    Photo,
    Round,
    Signatory,
)
from selaras.forum.voting.answers import current_scales
from selaras.intake.models import Upload
from selaras.people.models import Account, Invitation, Role
from selaras.planning.models import Stage


def a_match(forum: Forum) -> Match:
    proposal = forum.proposals.earliest("pk")
    return Match.objects.get_or_create(proposal=proposal, defaults={"fits": False, "best": []})[0]


def a_group(forum: Forum) -> DuplicateGroup:
    return forum.duplicate_groups.first() or forum.duplicate_groups.create(key="contoh", confidence=0.6, reason="-")


def a_group_verdict(forum: Forum) -> GroupVerdict:
    told = {"same": False, "found_confidence": 0.6, "found_reason": "Contoh", "at": timezone.now()}
    return forum.group_verdicts.get_or_create(key="contoh", defaults=told)[0]


def an_overlap(forum: Forum) -> Overlap:
    told = {"first": "R-1", "second": "R-2", "confidence": 0.6, "reason": "Contoh"}
    return forum.overlaps.first() or forum.overlaps.create(**told)


def an_overlap_verdict(forum: Forum) -> OverlapVerdict:
    told = {"first": "R-1", "second": "R-2", "reason": "Contoh", "at": timezone.now()}
    return forum.overlap_verdicts.first() or forum.overlap_verdicts.create(**told)


def a_finding(forum: Forum) -> Finding:
    """One on the first plan line."""
    line = forum.cycle.work_plan.earliest("pk")
    told = {"item": line.key, "kind": "no_location", "severity": "warning", "sentence": "Contoh"}
    return forum.findings.filter(item=line.key).first() or forum.findings.create(**told)


def a_computation(forum: Forum) -> Computation:
    return forum.computations.first() or forum.computations.create(
        rule=forum.rule, state="done", asked_by=a_role().account
    )


def an_override(forum: Forum) -> Override:
    """One that was undone, so that it changes nothing of what the pages tell."""
    who = a_role().account
    return forum.overrides.first() or forum.overrides.create(
        proposal=forum.proposals.earliest("pk"), kind="refuse", reason="Contoh", made_by=who, undone_by=who,
        undone_at=timezone.now(),
    )  # fmt: skip


def a_signatory(forum: Forum) -> Signatory:
    return forum.signatories.first() or forum.signatories.create(
        position=1, office="Ketua (contoh)", account=a_role().account
    )


def a_role() -> Role:
    """The first role there is; of an account of its own where a test has made none."""
    return Role.objects.order_by("pk").first() or Role.objects.create(
        account=Account.objects.create_user("petugas-lain"), kind=Role.Kind.OBSERVER
    )


def an_invitation(forum: Forum) -> Invitation:
    """One that waits, for an operator of the first proposal's village."""
    now = timezone.now()
    return Invitation.objects.get_or_create(
        token_digest="0" * 64,
        defaults={
            "name": "Orang baru (contoh)",
            "kind": Role.Kind.VILLAGE_OPERATOR,
            "region": forum.proposals.earliest("pk").village,
            "invited_by": a_role().account,
            "sent_at": now,
            "ends_at": now + timedelta(days=7),
        },
    )[0]


def a_round(forum: Forum) -> Round:
    """A scoring round of all proposals, closed with one slip."""
    if found := forum.rounds.first():
        return found
    now = timezone.now()
    made = forum.rounds.create(
        title="Penilaian (contoh)",
        kind="scoring",
        state="closed",
        scales=current_scales(forum),
        opened_at=now,
        closed_at=now,
    )
    for at, proposal in enumerate(forum.proposals.all(), 1):
        made.items.create(position=at, proposal=proposal)
    marks = {criterion.key: criterion.high for criterion in forum.criteria.all()}
    made.slips.create(answers={str(item.pk): [1, marks] for item in made.items.all()}, complete=True)
    return made


def an_item(forum: Forum) -> AgendaItem:
    """One that waits, with the first proposal."""
    if found := forum.agenda.first():
        return found
    made = forum.agenda.create(position=1, title="Pembahasan usulan (contoh)")
    made.proposals.add(forum.proposals.earliest("pk"))
    return made


def a_motion(forum: Forum) -> Motion:
    item = an_item(forum)
    return forum.motions.first() or forum.motions.create(
        item=item, proposal=item.proposals.get(), element="Kecamatan", cost_to=1_000_000, reason="Contoh"
    )


def an_objection(forum: Forum) -> Objection:
    return forum.objections.first() or forum.objections.create(
        item=an_item(forum), element="Kecamatan", text="Keberatan (contoh)"
    )


def a_stage(forum: Forum) -> Stage:
    days = {"opens_on": forum.held_on, "closes_on": forum.held_on}
    return Stage.objects.get_or_create(cycle=forum.cycle, key="forum", defaults={"name": "Forum", **days})[0]


def a_photo(forum: Forum) -> Photo:
    """A picture of the place of the first proposal."""
    proposal = forum.proposals.earliest("pk")
    if known := proposal.photos.first():
        return known
    photo = Photo(proposal=proposal, digest="0" * 64, width=1, height=1)
    photo.file.save("contoh.jpg", ContentFile(b"\xff\xd8\xff\xd9"), save=True)
    return photo


def an_upload(forum: Forum) -> Upload:
    """A file that waits for the first planner there is."""
    account = Account.objects.filter(roles__kind=Role.Kind.PLANNER).first() or a_role().account
    given = {"kind": "proposals", "sender": "Bappeda", "content": b"usulan;biaya\nTalud jalan;1 jt\n"}
    return Upload.objects.get_or_create(account=account, scope=forum.slug, name="usulan.csv", defaults=given)[0]


def an_event(forum: Forum) -> Event:
    """A deed on the first proposal, by the office."""
    proposal = forum.proposals.earliest("pk")
    deed = {"kind": "withdrawn", "actor_name": "Petugas (contoh)", "body": "Bappeda", "reason": "Uji."}
    return proposal.events.first() or Event.objects.create(proposal=proposal, at=timezone.now(), **deed)
