"""A person judges what the engines found: proposals that look alike, plan lines that overlap, faults of indicators."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.forum import rules
from selaras.forum.actions.aligning import write_groups
from selaras.forum.actions.remembering import remember_many
from selaras.forum.errors import NotAllowed, NotReady
from selaras.forum.guards import require_open
from selaras.forum.history import Deed
from selaras.forum.models import (
    DuplicateGroup,
    Finding,
    Forum,
    GroupVerdict,
    Overlap,
    OverlapVerdict,
    Proposal,
    Settlement,
    VerdictMember,
)
from selaras.forum.verdicts import Group, laid_over, verdicts_on
from selaras.government.models import Agency
from selaras.people.models import Account
from selaras.planning.models import WorkPlanItem


@transaction.atomic
def judge_group(
    group: DuplicateGroup, same: Sequence[Proposal], leads: Proposal | None = None, *, reason: str = "", actor: Account
) -> GroupVerdict:
    """Those of `same` say the same and `leads` stands for them; none: all differ. Counts at once and when aligning.

    Raises NotAllowed, NotReady where only one is the same or another than they should lead, Locked.
    """
    _may_judge(group.forum, actor)
    held = DuplicateGroup.objects.select_for_update().filter(pk=group.pk).first()
    if held is None or held.judged:
        raise NotReady(_("Kelompok ini sudah diputuskan. Batalkan putusannya lebih dahulu, lalu putuskan lagi."))
    members = list(held.members.select_related("proposal").order_by("-leads", "pk"))
    joining = {one.pk for one in same}
    chosen = leads.pk if leads else next((one.proposal_id for one in members if one.proposal_id in joining), None)
    _check(joining, chosen, {one.proposal_id for one in members})
    verdict = GroupVerdict.objects.create(
        forum=held.forum,
        key=held.key,
        same=bool(joining),
        reason=reason.strip(),
        found_confidence=held.confidence,
        found_reason=held.reason,
        by=actor,
        at=timezone.now(),
    )
    VerdictMember.objects.bulk_create(
        VerdictMember(
            verdict=verdict,
            proposal=one.proposal,
            joins=one.proposal_id in joining,
            leads=one.proposal_id == chosen,
            led=one.leads,
        )
        for one in members
    )
    _regroup(held.forum, [one.proposal for one in members], held.confidence, held.reason)
    _tell(verdict, "duplicates_judged", actor)
    return verdict


def _check(joining: set[int], chosen: int | None, members: set[int]) -> None:
    if len(joining) == 1:
        raise NotReady(_("Pilih paling sedikit dua usulan yang sama, atau tekan “Beda” bila tidak ada yang sama."))
    if joining and chosen not in joining:
        raise NotReady(_("Usulan utama harus salah satu dari yang sama."))
    if not joining <= members:
        raise NotReady(_("Kelompok ini berubah sementara Anda membacanya. Muat ulang halaman."))


@transaction.atomic
def undo_group_verdict(verdict: GroupVerdict, *, actor: Account) -> None:
    """Take a verdict back: what was found stands again and waits. Raises NotAllowed, Locked."""
    _may_judge(verdict.forum, actor)
    held = GroupVerdict.objects.select_for_update().filter(pk=verdict.pk).first()
    if held is None:
        raise NotReady(_("Putusan ini sudah dibatalkan."))
    members = list(held.members.select_related("proposal").order_by("-led", "pk"))
    _tell(held, "duplicates_reopened", actor)
    held.delete()
    _regroup(held.forum, [one.proposal for one in members], held.found_confidence, held.found_reason)


def _regroup(forum: Forum, found: Sequence[Proposal], confidence: float, reason: str) -> None:
    """Group those found together anew, the one that led first, as people judged them."""
    standing = [one for one in found if not one.ending]
    DuplicateGroup.objects.filter(forum=forum, members__proposal__in=found).delete()
    by_number = {one.number: one for one in standing}
    group = Group(tuple(by_number), confidence, reason)
    verdicts = verdicts_on(forum, by_number)
    write_groups(forum, laid_over([group], verdicts), by_number)


def _tell(verdict: GroupVerdict, kind: str, actor: Account) -> None:
    members = list(verdict.members.select_related("proposal__forum"))
    told = {
        "same": [one.proposal.number for one in members if one.joins],
        "apart": [one.proposal.number for one in members if not one.joins],
    }
    deeds = [Deed(one.proposal, {}, told) for one in members]
    subject = f"{verdict.forum.slug} {verdict.key}"[:120]
    remember_many(deeds, kind, actor=actor, subject=subject, reason=verdict.reason, detail=told)


@transaction.atomic
def judge_overlap(overlap: Overlap, agency: Agency | None, reason: str, *, actor: Account) -> OverlapVerdict:
    """One of the two agencies takes both lines, or (without `agency`) they stay apart, with why.

    Judging again replaces the verdict. Raises NotAllowed, NotReady, Locked.
    """
    _may_judge(overlap.forum, actor)
    if not reason.strip():
        raise NotReady(_("Tulis alasan putusannya, supaya kedua perangkat daerah memahaminya."))
    lines = WorkPlanItem.objects.filter(cycle=overlap.forum.cycle_id, key__in=(overlap.first, overlap.second))
    if agency is not None and not lines.filter(agency=agency).exists():
        raise NotReady(_("Pilih salah satu dari kedua perangkat daerah yang merencanakannya."))
    told = {"agency": agency, "reason": reason.strip(), "by": actor, "at": timezone.now()}
    verdict, _new = OverlapVerdict.objects.update_or_create(
        forum=overlap.forum, first=overlap.first, second=overlap.second, defaults=told
    )
    _log("overlap_judged", overlap.forum, actor, overlap, agency=agency.code if agency else "", reason=verdict.reason)
    return verdict


@transaction.atomic
def undo_overlap_verdict(verdict: OverlapVerdict, *, actor: Account) -> None:
    _may_judge(verdict.forum, actor)
    _log("overlap_reopened", verdict.forum, actor, verdict)
    verdict.delete()


def _log(action: str, forum: Forum, actor: Account, pair: Overlap | OverlapVerdict, **detail: object) -> None:
    told = {"first": pair.first, "second": pair.second, **detail}
    record(f"forum.{action}", actor=actor, subject=forum.slug, detail=told)


@transaction.atomic
def settle_findings(forum: Forum, findings: Sequence[Finding], note: str, *, actor: Account) -> int:
    """Take findings off the list with one note: why they stand as they are, or how they are dealt with.

    Returns how many. Raises NotAllowed, NotReady, Locked.
    """
    require_open(forum)
    if not findings:
        raise NotReady(_("Pilih dahulu temuan yang dibereskan."))
    if not note.strip():
        raise NotReady(_("Tulis catatan: mengapa temuan ini dianggap beres."))
    _may_settle(forum, {one.item for one in findings}, actor)
    for one in findings:
        Settlement.objects.update_or_create(
            forum=forum,
            item=one.item,
            kind=one.kind,
            sentence=one.sentence,
            defaults={"note": note.strip(), "by": actor, "at": timezone.now()},
        )
    told = {"findings": [[one.item, one.kind] for one in findings], "note": note.strip()}
    record("forum.findings_settled", actor=actor, subject=forum.slug, detail=told)
    return len(findings)


@transaction.atomic
def reopen_finding(finding: Finding, *, actor: Account) -> None:
    """Put a finding back on the list. Raises NotAllowed, NotReady, Locked."""
    require_open(finding.forum)
    _may_settle(finding.forum, {finding.item}, actor)
    of_it = {"item": finding.item, "kind": finding.kind, "sentence": finding.sentence}
    if not Settlement.objects.filter(forum=finding.forum, **of_it).delete()[0]:
        raise NotReady(_("Temuan ini masih terbuka."))
    detail = {"item": finding.item, "kind": finding.kind}
    record("forum.finding_reopened", actor=actor, subject=finding.forum.slug, detail=detail)


def _may_settle(forum: Forum, items: set[str], actor: Account) -> None:
    lines = WorkPlanItem.objects.filter(cycle=forum.cycle_id, key__in=items)
    if not rules.may_settle(actor, lines.values_list("agency", flat=True)):
        raise NotAllowed(_("Temuan ini milik perangkat daerah lain. Yang membereskannya perangkat daerah itu."))


def _may_judge(forum: Forum, actor: Account) -> None:
    require_open(forum)
    if not rules.runs_forum(actor):
        raise NotAllowed(_("Hanya sekretariat forum yang memutuskan usulan atau rencana mana yang sama."))
