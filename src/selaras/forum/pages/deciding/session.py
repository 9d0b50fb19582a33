"""The page of deciding: what is missing, the rules side by side, every ceiling, what the forum adds, the lock."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from selaras.forum import queries, rules
from selaras.forum.actions.computing import start
from selaras.forum.models import Computation, Decision, Forum, Proposal
from selaras.forum.pages.doors import attempt, for_those, in_force
from selaras.forum.pages.ledger import sections
from selaras.forum.pages.words import RULE_SENTENCES, RULE_WORDS
from selaras.forum.readiness import gaps
from selaras.people.pages.doors import visitor

PAGE = 50
STEPS = 10  # steps of the longer work, so that the bar has an end


@require_safe
@for_those(rules.sees_deciding)
def deciding(request: HttpRequest, forum: Forum) -> HttpResponse:
    decision = queries.decision_in_force(forum)
    overrides = list(forum.overrides.filter(undone_at=None).select_related("proposal", "made_by"))
    context = {
        "forum": forum,
        "decision": decision,
        "summary": decision.summary if decision else None,
        "gaps": gaps(forum),
        "rules": _rules(forum, decision),
        "sections": sections(decision.summary["ledger"], queries.stopped_counts(decision)) if decision else [],
        "overrides": overrides,
        "stale": decision is not None and _left_behind(decision, [one.proposal.number for one in overrides]),
        "working": forum.computations.filter(state__in=("waiting", "running")).first(),
        "may_decide": rules.may_decide(request.user),
        "documents": decision.documents.count() if decision else 0,
        "signatures": list(queries.signatures_of(decision)) if decision else [],
        "signatories": list(forum.signatories.select_related("account")),
    }
    return render(request, "forum/deciding/session.html", context)


@dataclass(frozen=True)
class RuleRow:
    key: str
    name: Any
    sentence: Any
    in_force: bool
    figures: dict[str, Any] | None
    gained: int
    lost: int


def _rules(forum: Forum, decision: Decision | None) -> Sequence[RuleRow]:
    """Every rule with what it funds, the one in force first; without a decision what each means."""
    summary = decision.summary if decision else {}
    differs = {row["rule"]: row for row in summary.get("differences", [])}
    chosen = decision.rule if decision else forum.rule
    rows = [
        RuleRow(
            key,
            RULE_WORDS[key],
            RULE_SENTENCES[key],
            key == chosen,
            summary.get("rules", {}).get(key),
            differs.get(key, {}).get("gained", 0),
            differs.get(key, {}).get("lost", 0),
        )
        for key in Forum.Rule.values
    ]
    return sorted(rows, key=lambda row: not row.in_force)


def _left_behind(decision: Decision, overridden: Sequence[str]) -> bool:
    """Whether overrides came or went since; the lock asks for every other change too."""
    return {one["id"] for one in decision.summary.get("overrides", ())} != set(overridden)


@require_POST
@for_those(rules.may_decide)
def compute(request: HttpRequest, forum: Forum) -> HttpResponse:
    """Queue the decision, or its documents, and go to the page that follows it."""
    kind = request.POST.get("kind", Computation.Kind.DECIDE)
    queued: list[Computation] = []
    attempt(
        request,
        lambda: queued.append(start(forum, kind, rule=request.POST.get("rule", ""), actor=visitor(request))),
        _("Sedang dikerjakan. Halaman ini boleh ditutup; pekerjaannya jalan terus."),
    )
    return redirect("computation", queued[0].pk) if queued else redirect("deciding")


@require_safe
@for_those(rules.sees_deciding)
def computation(request: HttpRequest, forum: Forum, pk: int) -> HttpResponse:
    """How far the work is; asked for as a part (`?bagian`) it answers with the part that changes."""
    work = get_object_or_404(forum.computations, pk=pk)
    active = work.state in (Computation.State.WAITING, Computation.State.RUNNING)
    context = {"forum": forum, "work": work, "active": active, "steps": STEPS, "rule": RULE_WORDS[work.rule]}
    part = "bagian" in request.GET
    return render(request, f"forum/deciding/{'computation_part' if part else 'computation'}.html", context)


@require_safe
@for_those(rules.sees_deciding)
def differences(request: HttpRequest, forum: Forum, rule: str) -> HttpResponse:
    """Who would enter and who would leave if another rule decided."""
    decision = in_force(forum)
    if rule == decision.rule or rule not in decision.summary.get("rules", {}):
        raise Http404(_("Aturan itu tidak dibandingkan dalam keputusan ini."))
    told = _stored_rules(decision).get(rule, {"gained": [], "lost": []})
    side = "keluar" if request.GET.get("sisi") == "keluar" else "masuk"
    numbers = told["lost" if side == "keluar" else "gained"]
    page = Paginator(numbers, PAGE).get_page(request.GET.get("hal"))
    found = forum.proposals.filter(number__in=list(page)).select_related("district", "village", "handler")
    context = {
        "forum": forum,
        "decision": decision,
        "rule": RULE_WORDS[rule],
        "own": RULE_WORDS[decision.rule],
        "side": side,
        "gained": len(told["gained"]),
        "lost": len(told["lost"]),
        "page": page,
        "proposals": in_order(found, list(page)),
    }
    return render(request, "forum/deciding/differences.html", context)


def in_order(found: Any, numbers: Sequence[str]) -> list[Proposal]:
    by_number = {proposal.number: proposal for proposal in found}
    return [by_number[number] for number in numbers if number in by_number]


def _stored_rules(decision: Decision) -> dict[str, Any]:
    document = Decision.objects.values_list("document", flat=True).get(pk=decision.pk)
    rules_told: dict[str, Any] = json.loads(zlib.decompress(bytes(document))).get("result", {}).get("rules", {})
    return rules_told
