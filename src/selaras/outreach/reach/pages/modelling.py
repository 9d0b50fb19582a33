"""The desk has the model of propagation reckoned, watches it, and reads how far it can be trusted."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from selaras.outreach.models import Source
from selaras.outreach.reach import rules
from selaras.outreach.reach.actions.reckoning import reckon_signal
from selaras.outreach.reach.errors import Incomplete
from selaras.outreach.reach.propagation import TRIED
from selaras.outreach.reach.queries import mast_lists_visible_to, reckonings_visible_to, terrains_visible_to
from selaras.people.pages.doors import only, visitor


@only(rules.keeps_reach)
@require_http_methods(["GET", "HEAD", "POST"])
def model_page(request: HttpRequest) -> HttpResponse:
    lists, terrains = mast_lists_visible_to(request.user), list(terrains_visible_to(request.user))
    wrong = dict[str, str]()
    if request.method == "POST":
        masts, terrain = _chosen(lists, request, "masts"), _chosen(terrains, request, "terrain")
        try:
            asked = reckon_signal(masts, complete="complete" in request.POST, terrain=terrain, actor=visitor(request))
            return redirect("signal-reckoning", asked.pk)
        except Incomplete as lacks:
            wrong = lacks.fields
    done = reckonings_visible_to(request.user)[:10]
    context = {"lists": lists, "terrains": terrains, "done": done, "tried": TRIED, "wrong": wrong}
    return render(request, "outreach/signal_model.html", context, status=422 if wrong else 200)


def _chosen(offered: Iterable[Source], request: HttpRequest, name: str) -> Source | None:
    key = request.POST.get(name, "")
    return next((one for one in offered if str(one.pk) == key), None)


@only(rules.keeps_reach)
@require_safe
def reckoning_page(request: HttpRequest, pk: int) -> HttpResponse:
    """With `bagian` only the part that changes while it is under way."""
    asked = get_object_or_404(reckonings_visible_to(request.user), pk=pk)
    name = "reckoning_part" if "bagian" in request.GET else "reckoning"
    context = {"one": asked, "active": asked.state in asked.OPEN, "tried": TRIED}
    return render(request, f"outreach/{name}.html", context)
