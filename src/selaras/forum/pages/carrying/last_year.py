"""What was not funded last year, for those who may propose it again: one by one, or a whole village at once."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from selaras.forum import queries, rules
from selaras.forum.actions.carrying import MOST_AT_ONCE, propose_again, propose_all_again
from selaras.forum.errors import ForumError
from selaras.forum.models import Forum, Outcome
from selaras.forum.unfunded import unfunded
from selaras.government.models import Region
from selaras.people.models import Role
from selaras.people.pages.doors import only, visitor
from selaras.people.queries import roles_of
from selaras.planning import rules as planning

PAGE = 20
_for_proposers = only(
    rules.may_propose,
    gettext_lazy("Usulan tahun lalu dibuka oleh operator desa dan kecamatan, dan oleh kantor."),
)


@_for_proposers
@require_safe
def last_year(request: HttpRequest) -> HttpResponse:
    """The proposals that were not funded, each with last year's answer and a button."""
    forum, found = _unfunded(request)
    page = Paginator(found, PAGE).get_page(request.GET.get("hal"))
    open_again = found.filter(carried=False).count()
    context = {
        "forum": forum,
        "following": queries.forum_after(forum) if forum else None,
        "page": page,
        "villages": _villages(request, forum),
        "asked": request.GET.get("desa", ""),
        "left": open_again,
        "most": MOST_AT_ONCE,
        "may_open": planning.may_plan(request.user),
    }
    return render(request, "forum/carrying/last_year.html", context)


@require_POST
@_for_proposers
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Propose one again."""
    _forum, found = _unfunded(request)
    proposal = get_object_or_404(found, pk=pk)
    try:
        fresh = propose_again(proposal, actor=visitor(request))
    except ForumError as wrong:
        messages.error(request, str(wrong))
    else:
        messages.success(request, _("Sudah diusulkan lagi dengan nomor %(number)s.") % {"number": fresh.number})
    return _back(request)


@require_POST
@_for_proposers
def again_all(request: HttpRequest) -> HttpResponse:
    """Propose again all that the list shows, over all its pages."""
    _forum, found = _unfunded(request)
    try:
        made = propose_all_again(list(found.filter(carried=False)[: MOST_AT_ONCE + 1]), actor=visitor(request))
    except ForumError as wrong:
        messages.error(request, str(wrong))
    else:
        messages.success(request, _("%(made)s usulan sudah diusulkan lagi.") % {"made": made})
    return _back(request)


def _back(request: HttpRequest) -> HttpResponse:
    village = request.POST.get("desa", "")
    return redirect(reverse("last-year") + (f"?desa={village}" if village.replace(".", "").isdecimal() else ""))


def _unfunded(request: HttpRequest) -> tuple[Forum | None, QuerySet[Any]]:
    """The rejected proposals of the newest decided forum that this person may propose again, with `carried`."""
    forum = queries.newest_decided_forum(request.user)
    decision = queries.decision_in_force(forum)
    found = unfunded(request.user, decision)
    village = request.POST.get("desa") or request.GET.get("desa")
    if village:
        found = found.filter(village=village[:13])
    fates = Prefetch("outcomes", Outcome.objects.filter(decision=decision).defer("detail"), "fates")
    joined = found.select_related("forum__cycle", "village", "district")
    return forum, joined.prefetch_related(fates).order_by("number")


def _villages(request: HttpRequest, forum: Forum | None) -> list[Region]:
    """What the list can be narrowed to."""
    if forum is None:
        return []
    found = Region.objects.filter(level=Region.Level.VILLAGE, parent__parent=forum.cycle.region_id)
    if not rules.runs_forum(request.user):
        roles = roles_of(request.user)
        own = Q(pk__in=roles.regions(Role.Kind.VILLAGE_OPERATOR))
        found = found.filter(own | Q(parent__in=roles.regions(Role.Kind.DISTRICT_OPERATOR)))
    return list(found.select_related("parent").order_by("parent__name", "name"))
