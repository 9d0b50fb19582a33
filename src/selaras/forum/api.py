"""The forum as machine-readable answers: what its public pages say, for who builds on it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from ninja import Query, Router, Schema
from pydantic import Field, StringConstraints

from selaras.forum import queries
from selaras.forum.codes import code_of
from selaras.forum.handling import in_hands_of
from selaras.forum.models import Decision, Forum, Outcome, Proposal
from selaras.forum.pages.masking import masked
from selaras.forum.pages.search import matching
from selaras.government.models import Agency, Region
from selaras.people.api import NOT_FOUND, Key, NotThere, Text

router = Router(tags=["forum"])
Slug = Annotated[str, StringConstraints(max_length=50, pattern=r"^[-a-zA-Z0-9_]+$")]


class Place(Schema):
    code: str
    name: str


class ForumOut(Schema):
    slug: str
    name: str
    year: int
    held_on: date
    synthetic: bool
    decided: bool


class OutcomeOut(Schema):
    """What the decision in force says; amounts are whole rupiah."""

    status: str
    rank: int | None
    volume: Decimal | None
    cost: int | None
    sentence: str


class ProposalOut(Schema):
    """A proposal as the public may read it: names and numbers of private persons are masked.

    `ending` says that it no longer competes by itself: withdrawn, merged, split; else it is empty.
    """

    id: int
    number: str
    short_code: str
    title: str
    source: str
    status: str
    ending: str
    district: Place | None
    village: Place | None
    agency: Place | None
    volume: Decimal | None
    unit: str
    cost: int | None
    programme_code: str
    outcome: OutcomeOut | None
    page: str


class DecisionOut(Schema):
    """The decision in force: by which rule, from which inputs, with which digest to compute it again by."""

    rule: str
    version: str
    decided_at: datetime
    digest: str
    inputs_digest: str
    audit_head: str
    verification_code: str
    proposals: int
    funded: int


class CeilingOut(Schema):
    """One line of the ledger in whole rupiah: what the draft plan takes, what funded proposals take, what is left."""

    id: str
    kind: str
    label: str
    amount: int
    plan: int
    used: int
    left: int


class DocumentOut(Schema):
    title: str
    size: int
    sha256: str
    address: str


class Asked(Schema):
    """What narrows the list of proposals; codes are those of the Ministry of Home Affairs."""

    q: Text = ""
    district: Text = ""
    village: Text = ""
    agency: Text = ""
    status: Proposal.Status | None = None
    source: Proposal.Source | None = None
    limit: Annotated[int, Field(ge=1, le=200)] = 100
    offset: Annotated[int, Field(ge=0, le=10_000_000)] = 0


class ProposalPage(Schema):
    """Part of a list: how many there are in all, and those from `offset` on."""

    count: int
    items: list[ProposalOut]


@router.get("/forums", response=list[ForumOut], operation_id="list_forums")
def list_forums(request: HttpRequest) -> list[dict[str, Any]]:
    """Every forum that the reader may see, the newest first."""
    visible = queries.forums_visible_to(request.user).prefetch_related("decisions").distinct()
    return [
        {
            "slug": forum.slug,
            "name": forum.name,
            "year": forum.cycle.year,
            "held_on": forum.held_on,
            "synthetic": forum.synthetic,
            "decided": any(decision.current for decision in forum.decisions.all()),
        }
        for forum in visible
    ]


@router.get("/forums/{slug}/proposals", response={200: ProposalPage, **NOT_FOUND}, operation_id="list_proposals")
def list_proposals(request: HttpRequest, slug: Slug, asked: Query[Asked]) -> dict[str, Any]:
    """The proposals of a forum in the order of their numbers, each with what the decision in force says of it."""
    forum = _forum(request, slug)
    found = queries.proposals_visible_to(request.user).filter(_narrowed(asked), forum=forum)
    if words := asked.q.split():
        found = matching(found, words)
    page = _joined(found)[asked.offset : asked.offset + asked.limit]
    return {"count": found.count(), "items": _told(page, queries.decision_in_force(forum))}


def _narrowed(asked: Asked) -> Q:
    wanted = {name: getattr(asked, name) for name in ("district", "village", "status", "source")}
    named = Q(**{name: value for name, value in wanted.items() if value})
    return named & in_hands_of(Agency.objects.filter(code=asked.agency)) if asked.agency else named


@router.get("/proposals/{key}", response={200: ProposalOut, **NOT_FOUND}, operation_id="read_proposal")
def read_proposal(request: HttpRequest, key: Key) -> dict[str, Any]:
    """One proposal."""
    visible = _joined(queries.proposals_visible_to(request.user)).select_related("forum")
    proposal = visible.filter(pk=key).first()
    if proposal is None:
        raise NotThere("Usulan ini tidak ada, atau belum dapat dibaca umum.")
    return _told([proposal], queries.decision_in_force(proposal.forum))[0]


@router.get("/forums/{slug}/decision", response={200: DecisionOut, **NOT_FOUND}, operation_id="read_decision")
def read_decision(request: HttpRequest, slug: Slug) -> dict[str, Any]:
    """How the forum decided."""
    decision = queries.decision_in_force(_forum(request, slug))
    if decision is None:
        raise NotThere("Forum ini belum memutuskan.")
    told = ("rule", "version", "decided_at", "digest", "inputs_digest", "audit_head", "verification_code")
    counts = {key: decision.summary[key] for key in ("proposals", "funded")}
    return {**{name: getattr(decision, name) for name in told}, **counts}


@router.get("/forums/{slug}/ceilings", response={200: list[CeilingOut], **NOT_FOUND}, operation_id="list_ceilings")
def list_ceilings(request: HttpRequest, slug: Slug) -> list[dict[str, Any]]:
    """The ledger of the decision in force."""
    decision = queries.decision_in_force(_forum(request, slug))
    if decision is None:
        raise NotThere("Forum ini belum memutuskan.")
    ledger: list[dict[str, Any]] = decision.summary["ledger"]
    return ledger


@router.get("/forums/{slug}/documents", response={200: list[DocumentOut], **NOT_FOUND}, operation_id="list_documents")
def list_documents(request: HttpRequest, slug: Slug) -> list[dict[str, Any]]:
    """What was written from the decision in force."""
    decision = queries.decision_in_force(_forum(request, slug))
    visible = queries.documents_visible_to(request.user).filter(decision=decision)
    return [
        {
            "title": document.title,
            "size": document.size,
            "sha256": document.digest,
            "address": reverse("document", args=[document.pk]),
        }
        for document in visible
    ]


def _forum(request: HttpRequest, slug: str) -> Forum:
    forum = queries.forums_visible_to(request.user).filter(slug=slug).first()
    if forum is None:
        raise NotThere("Forum ini tidak ada, atau belum dapat dibaca umum.")
    return forum


def _joined(found: QuerySet[Proposal]) -> QuerySet[Proposal]:
    return found.select_related("district", "village", "agency", "handler").order_by("number")


def _told(page: Iterable[Proposal], decision: Decision | None) -> list[dict[str, Any]]:
    """Each proposal with its outcome; two queries, whatever their number."""
    proposals = list(page)
    outcomes = decision.outcomes.filter(proposal__in=proposals).defer("detail") if decision else ()
    fates = {outcome.proposal_id: outcome for outcome in outcomes}
    return [_one(proposal, fates.get(proposal.pk)) for proposal in proposals]


def _one(proposal: Proposal, outcome: Outcome | None) -> dict[str, Any]:
    agency = proposal.handler or proposal.agency
    return {
        "id": proposal.pk,
        "number": proposal.number,
        "short_code": code_of(proposal.pk),
        "title": masked(proposal.title),
        "source": proposal.source,
        "status": proposal.status,
        "ending": proposal.ending,
        "district": _place(proposal.district),
        "village": _place(proposal.village),
        "agency": {"code": agency.code, "name": agency.name} if agency else None,
        "volume": proposal.volume,
        "unit": proposal.unit,
        "cost": proposal.cost,
        "programme_code": proposal.code,
        "outcome": outcome,
        "page": reverse("proposal", args=[proposal.pk]),
    }


def _place(region: Region | None) -> dict[str, str] | None:
    return {"code": region.pk, "name": region.name} if region else None
