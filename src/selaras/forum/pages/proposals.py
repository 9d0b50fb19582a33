"""The proposals: found by search, read one by one."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from selaras.forum import queries
from selaras.forum.codes import code_of
from selaras.forum.models import Decision, Forum
from selaras.forum.pages import ledger
from selaras.forum.pages.public import told
from selaras.forum.pages.public.short import address_of, picture_of
from selaras.forum.pages.search import ProposalSearch, listed
from selaras.forum.pages.story import story

PAGE = 20


@require_safe
def proposal_list(request: HttpRequest) -> HttpResponse:
    """The search: form, count, one page of proposals."""
    forum = queries.current_forum(request.user)
    decision = queries.decision_in_force(forum)
    form = ProposalSearch(request.GET, forum=forum)
    form.is_valid()
    visible = queries.proposals_visible_to(request.user).filter(forum=forum)
    page = Paginator(form.keys(visible, decision), PAGE).get_page(request.GET.get("hal"))
    rows = listed(visible, decision, list(page))
    ceiling = _ceiling_label(decision, form.cleaned_data.get("pagu", ""))
    context = {"forum": forum, "decision": decision, "form": form, "page": page, "rows": rows, "ceiling": ceiling}
    return render(request, "forum/proposals.html", context)


def _ceiling_label(decision: Decision | None, ceiling: str) -> str:
    ledger_lines = decision.summary["ledger"] if decision else []
    return next((line["label"] for line in ledger_lines if line["id"] == ceiling), ceiling)


@require_safe
def proposal_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One proposal: what became of it, why, and what would change that."""
    visible = queries.with_everything(queries.proposals_visible_to(request.user))
    proposal = get_object_or_404(visible, pk=pk)
    decision = queries.decision_in_force(proposal.forum)
    outcome = queries.outcome_of(proposal, decision)
    context = {
        "forum": proposal.forum,
        "decision": decision,
        "proposal": proposal,
        "outcome": outcome,
        "agency": proposal.handler or proposal.agency,
        **story(proposal, outcome),
        "code": code_of(proposal.pk),
        "address": address_of(proposal.pk).partition("://")[2],
        "picture": picture_of(proposal.pk),
        "deeds": told.deeds_of(proposal),
        "kin": told.kin_of(proposal),
        "progress": told.progress_of(proposal, outcome),
        "ledger": ledger.over(proposal, outcome, decision.summary["ledger"]) if decision and outcome else [],
    }
    return render(request, "forum/proposal.html", context)


@require_safe
def proposal_by_number(request: HttpRequest, number: str) -> HttpResponse:
    """A number as it stands on paper leads to the page of its proposal."""
    forum: Forum | None = queries.current_forum(request.user)
    visible = queries.proposals_visible_to(request.user).filter(forum=forum)
    return redirect(reverse("proposal", args=[get_object_or_404(visible, number=number).pk]))
