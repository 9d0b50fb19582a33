"""Deciding: the inputs gathered, the rule run, the decision and every outcome written in one transaction."""

from __future__ import annotations

import zlib
from decimal import Decimal
from typing import Any

from django.db import transaction

from selaras import __version__
from selaras.audit.actions import Actor, record
from selaras.engines.allocation import Infeasible
from selaras.forum import deciding, what_if
from selaras.forum.bulk import update_each
from selaras.forum.deciding import Progress, canonical, digest, quiet
from selaras.forum.displacing import clashes
from selaras.forum.errors import NotReady
from selaras.forum.guards import require_open
from selaras.forum.inputs import gather
from selaras.forum.models import Decision, Forum, Material, Outcome, Proposal
from selaras.forum.replay import FORMAT
from selaras.forum.sentences import sentence
from selaras.forum.summary import summarise

Json = dict[str, Any]


def decide(forum: Forum, *, actor: Actor, rule: str = "", progress: Progress = quiet) -> Decision:
    """Decide a forum by `rule` (its own where none is given). The same inputs again give the decision that stands.

    Raises NotReady where there is nothing to decide, Locked, AllocationError and ScoringError from the engines.
    """
    inputs = gather(forum, rule or forum.rule)
    if not inputs["proposals"]:
        raise NotReady("Belum ada usulan yang dapat diputuskan. Masukkan usulan lebih dahulu.")
    if not inputs["ceilings"]:
        raise NotReady("Pagu belum diisi, jadi belum ada yang dapat dibagi. Masukkan pagu lebih dahulu.")
    standing = Decision.objects.filter(forum=forum, current=True, inputs_digest=digest(inputs)).first()
    if standing and standing.version == __version__:
        return standing
    with transaction.atomic():  # told before it is computed, and asked again when it is written
        require_open(forum)
    document = {"format": FORMAT, "version": __version__, "inputs": inputs, "result": {}}
    done = _allocated(inputs, progress)
    document["result"] = deciding.told(inputs, done, progress=progress)
    return _write(forum, document, what_if.pack(inputs, done), actor=actor)


def _allocated(inputs: Json, progress: Progress) -> deciding.Allocated:
    try:
        return deciding.allocate(inputs, progress=progress)
    except Infeasible as wrong:
        if not inputs.get("overrides"):
            raise
        raise NotReady(clashes(wrong)) from wrong


@transaction.atomic
def _write(forum: Forum, document: Json, material: bytes, *, actor: Actor) -> Decision:
    require_open(forum)
    inputs, result = document["inputs"], document["result"]
    body = canonical(document)
    Decision.objects.filter(forum=forum, current=True).update(current=False)
    detail = {"rule": inputs["method"]["rule"], "inputs": digest(inputs), "decision": digest(document)}
    entry = record("forum.decided", actor=actor, subject=forum.slug, detail=detail)
    decision = Decision.objects.create(
        forum=forum,
        rule=inputs["method"]["rule"],
        version=document["version"],
        inputs_digest=detail["inputs"],
        digest=detail["decision"],
        document=zlib.compress(body),
        summary=summarise(forum, inputs, result),
        audit_head=entry.hash,
    )
    Material.objects.create(decision=decision, data=material)
    numbers = dict(Proposal.objects.filter(forum=forum).values_list("number", "pk"))
    Outcome.objects.bulk_create(
        (_outcome(decision, numbers[fate["id"]], fate) for fate in result["outcomes"]), batch_size=500
    )
    update_each(("status",), {numbers[fate["id"]]: (fate["status"],) for fate in result["outcomes"]})
    return decision


_DETAIL = ("binding", "flip", "group", "gates", "parts", "stable", "override")


def _outcome(decision: Decision, proposal: int, fate: Json) -> Outcome:
    return Outcome(
        decision=decision,
        proposal_id=proposal,
        status=fate["status"],
        rank=fate["rank"],
        score=fate["score"],
        volume=None if fate["volume"] is None else Decimal(fate["volume"]),
        cost=fate["cost"],
        reason=fate["reason"],
        sentence=sentence(fate),
        detail={key: fate[key] for key in _DETAIL if key in fate},
    )
