"""What a closed round came to: a page, a table, and a file with every answer of a named round."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from selaras.engines.tabular.neutral import neutral
from selaras.forum.models import Participant, Round, Slip, Voter
from selaras.forum.pages.hall.present import participant_of
from selaras.forum.pages.masking import masked
from selaras.forum.voting.answers import CHOICES
from selaras.forum.voting.rounds import progress, results_visible_to
from selaras.forum.voting.tally import Result, Tally, tally
from selaras.people.queries import has_role


def _closed(request: HttpRequest, pk: int) -> tuple[Round, Participant | None]:
    participant = participant_of(request)
    return get_object_or_404(results_visible_to(request.user, participant), pk=pk), participant


@never_cache
@require_safe
def results(request: HttpRequest, pk: int) -> HttpResponse:
    """Totals for everybody; who is in the forum also reads who took part, and in a named question who said what."""
    round_, participant = _closed(request, pk)
    inside = participant is not None or has_role(request.user)
    context = {
        "round": round_,
        "tally": tally(round_),
        "progress": progress(round_),
        "elements": _elements(round_),
        "voters": Voter.objects.filter(round=round_, voted=True).select_related("participant") if inside else None,
        "said": _said(round_) if inside and round_.kind == Round.Kind.QUESTION and not round_.secret else None,
    }
    return render(request, "forum/voting/results.html", context)


def _elements(round_: Round) -> list[tuple[str, int, int]]:
    """Each element with how many could vote and how many did."""
    rows = Voter.objects.filter(round=round_).order_by("participant__element").values_list("participant__element")
    return list(rows.annotate(all=Count("pk"), voters=Count("pk", filter=Q(voted=True))))


def _said(round_: Round) -> dict[str, list[str]]:
    """Choice to names, in the order of the list of participants."""
    said: dict[str, list[str]] = {choice: [] for choice in CHOICES}
    slips = Slip.objects.filter(round=round_).exclude(answers={}).order_by("participant")
    for name, answers in slips.values_list("participant__name", "answers"):
        for _, value in answers.values():
            said.get(value, []).append(name)
    return said


@never_cache
@require_safe
def results_table(request: HttpRequest, pk: int) -> HttpResponse:
    """One row an item, as CSV."""
    round_, _ = _closed(request, pk)
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="suara-{round_.forum.slug}-{round_.pk}.csv"'
    csv.writer(response).writerows(_rows(round_, tally(round_)))
    return response


def _rows(round_: Round, came_to: Tally) -> Iterator[list[Any]]:
    if came_to.scales:
        yield ["nomor usulan", "usulan", "penilai", *(neutral(scale.label) for scale in came_to.scales), "nilai"]
        for one in came_to.results:
            yield [*_named(round_, one), one.votes, *one.means, one.score]
    else:
        yield ["nomor usulan", "usulan", "suara", "setuju", "tidak setuju", "abstain"]
        for one in came_to.results:
            yield [*_named(round_, one), one.votes, one.yes, one.no, one.abstain]


def _named(round_: Round, one: Result) -> list[str]:
    number, title = (one.proposal.number, masked(one.proposal.title)) if one.proposal else ("", round_.title)
    return [neutral(number), neutral(title)]


@never_cache
@require_safe
def results_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything as JSON. Answers by participant number are in it for named rounds, and for who is in the forum."""
    round_, participant = _closed(request, pk)
    came_to, turnout = tally(round_), progress(round_)
    content = {
        "round": {"title": round_.title, "kind": round_.kind, "secret": round_.secret, "digest": round_.digest}
        | {"opened_at": round_.opened_at, "closed_at": round_.closed_at},
        "participation": {"voters": turnout.voters, "voted": turnout.voted, "complete": turnout.complete},
        "criteria": [scale.key for scale in came_to.scales],
        "results": [_plain(one) for one in came_to.results],
    }
    if not round_.secret and (participant is not None or has_role(request.user)):
        content["answers"] = _answers(round_)
    return JsonResponse(content, json_dumps_params={"ensure_ascii": False})


def _plain(one: Result) -> dict[str, Any]:
    counts = {"votes": one.votes, "yes": one.yes, "no": one.no, "abstain": one.abstain}
    numbers = {"means": [mean and str(mean) for mean in one.means], "score": one.score and str(one.score)}
    return {"proposal": one.proposal.number if one.proposal else None} | counts | numbers


def _answers(round_: Round) -> list[dict[str, Any]]:
    numbers = dict(round_.items.values_list("pk", "proposal__number"))
    slips = Slip.objects.filter(round=round_).exclude(answers={}).order_by("participant")
    return [
        {"participant": who, "proposal": numbers[int(item)], "value": value}
        for who, answers in slips.values_list("participant__number", "answers")
        for item, (_, value) in answers.items()
    ]
