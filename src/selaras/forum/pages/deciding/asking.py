"""What if: other ceilings and weights tried on the decision that stands. Nothing is stored until somebody says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from selaras.engines.allocation import AllocationError
from selaras.engines.scoring import ScoringError
from selaras.forum import rules
from selaras.forum.actions.adjusting import adjust_ceilings, set_weights
from selaras.forum.models import Forum
from selaras.forum.models import Material as Kept
from selaras.forum.pages.deciding.question import Question, read
from selaras.forum.pages.deciding.session import in_order
from selaras.forum.pages.doors import done, for_those, in_force
from selaras.forum.pages.words import CEILING_WORDS, RULE_WORDS
from selaras.forum.what_if import Answer, Material, ask, unpack
from selaras.government.models import Region
from selaras.people.pages.doors import visitor
from selaras.planning.models import RegionalPriority
from selaras.planning.rules import may_set_ceilings

SHOWN = 40


@dataclass(frozen=True)
class Dial:
    """One number that may be turned: its field, its value in the decision and in the question."""

    name: str
    label: str
    base: int
    value: int


@require_http_methods(["GET", "HEAD", "POST"])
@for_those(rules.sees_deciding)
def what_if(request: HttpRequest, forum: Forum) -> HttpResponse:
    """The dials and the answer; asked for as a part (`?bagian`) only the answer."""
    decision = in_force(forum)
    if request.method == "POST" and not _may_change(request):
        raise PermissionDenied(_("Pagu diubah oleh Bappeda atau BPKAD, bobot oleh sekretaris forum."))
    kept = Kept.objects.filter(decision=decision).first()
    if kept is None:
        return render(request, "forum/deciding/what_if_none.html", {"forum": forum})
    material = unpack(bytes(kept.data))
    if request.method == "POST":
        return _change(request, forum, read(material, request.POST))
    asked = read(material, request.GET if request.GET.get("keputusan", str(decision.pk)) == str(decision.pk) else {})
    context = {
        "forum": forum,
        "decision": decision,
        "rule": RULE_WORDS[Forum.Rule.RANKED],
        "other_rule": RULE_WORDS[decision.rule] if decision.rule != Forum.Rule.RANKED else "",
        "asked": asked,
        **_answered(forum, material, asked),
        "may_set_ceilings": may_set_ceilings(request.user) and not decision.locked_at,
        "may_set_weights": rules.may_decide(request.user) and not decision.locked_at,
    }
    if "bagian" in request.GET:
        return render(request, "forum/deciding/what_if_part.html", context)
    return render(request, "forum/deciding/what_if.html", context | _dials(material, asked))


def _may_change(request: HttpRequest) -> bool:
    return rules.may_decide(request.user) if request.POST.get("apa") == "bobot" else may_set_ceilings(request.user)


def _dials(material: Material, asked: Question) -> dict[str, Any]:
    ceilings = material.inputs["ceilings"]
    groups = [
        (kind, word, [_ceiling_dial(at, row, asked) for at, row in enumerate(ceilings) if row["kind"] == kind])
        for kind, word in CEILING_WORDS.items()
    ]
    weights = [
        Dial(f"bobot-{row['key']}", row["label"], row["weight"], asked.weights.get(row["key"], row["weight"]))
        for row in material.inputs["criteria"]
    ]
    return {"weights": weights, "groups": [group for group in groups if group[2]]}


def _ceiling_dial(at: int, row: dict[str, Any], asked: Question) -> Dial:
    return Dial(f"pagu-{at}", row["label"], row["amount"], asked.amounts.get(row["id"], row["amount"]))


def _answered(forum: Forum, material: Material, asked: Question) -> dict[str, Any]:
    """The answer with the names that it needs: four queries, whatever flips."""
    hidden = [(f"pagu-{at}", asked.amounts[row["id"]]) for at, row in enumerate(material.inputs["ceilings"])
              if row["id"] in asked.amounts]  # fmt: skip
    hidden += [(f"bobot-{key}", weight) for key, weight in asked.weights.items()]
    try:
        answer = ask(material, asked.amounts, asked.weights)
    except (AllocationError, ScoringError) as wrong:
        return {"impossible": str(wrong), "hidden": hidden}
    shown = [*answer.gained[:SHOWN], *answer.lost[:SHOWN]]
    found = list(forum.proposals.filter(number__in=shown).select_related("district", "village", "handler"))
    return {
        "answer": answer,
        "hidden": hidden,
        "gained": in_order(found, answer.gained[:SHOWN]),
        "lost": in_order(found, answer.lost[:SHOWN]),
        "districts": _named(answer.districts, dict(_district_names(forum))),
        "priorities": _named(answer.priorities, dict(_priority_names(forum))),
        "lines": _touched(answer, material, asked),
    }


def _district_names(forum: Forum) -> Any:
    return Region.objects.filter(parent=forum.cycle.region_id).values_list("code", "name")


def _priority_names(forum: Forum) -> Any:
    return RegionalPriority.objects.filter(cycle=forum.cycle_id).values_list("number", "name")


def _named(tallies: Sequence[Any], names: dict[Any, str]) -> list[tuple[str, Any]]:
    return [(names.get(one.key, str(one.key)), one) for one in tallies]


def _touched(answer: Answer, material: Material, asked: Question) -> list[dict[str, Any]]:
    """The ceilings that were turned, with what they would have left; the whole always."""
    before = {row["id"]: row["amount"] for row in material.inputs["ceilings"]}
    return [
        {**line, "was": before[line["id"]]}
        for line in answer.ledger
        if line["id"] in asked.amounts or line["kind"] == "total"
    ]


def _change(request: HttpRequest, forum: Forum, asked: Question) -> HttpResponse:
    """What was asked becomes so: ceilings by who sets ceilings, weights by who decides."""
    reason, actor = request.POST.get("reason", ""), visitor(request)

    def change() -> int:
        if request.POST.get("apa") == "bobot":
            return set_weights(forum, asked.weights, reason=reason, actor=actor)
        return adjust_ceilings(forum, asked.amounts, reason=reason, actor=actor)

    return done(request, change, _("Sudah diubah. Hitung ulang keputusan supaya berlaku."), "deciding")
