"""The proposals that a person looks after, with what became of each."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from selaras.forum import queries, rules
from selaras.forum.actions.undoing import undo
from selaras.forum.models import Event, Forum
from selaras.forum.pages.doors import done, for_those
from selaras.forum.pages.search import matching
from selaras.people.pages.doors import visitor
from selaras.people.queries import has_role

PAGE = 30


@for_those(rules.may_propose)
@require_safe
def own_page(request: HttpRequest, forum: Forum) -> HttpResponse:
    """The proposals of this person's villages, the newest first; of the office those it typed in itself."""
    words = request.GET.get("q", "").split()
    found = queries.proposals_kept_by(visitor(request), forum)
    found = matching(found, words) if words else found
    withdrawn = Event.objects.filter(proposal=OuterRef("pk"), kind=Event.Kind.WITHDRAWN, undone_by=None)
    listed = found.select_related("village", "district", "agency", "handler").order_by("-pk")
    page = Paginator(listed.annotate(withdrawal=Subquery(withdrawn.order_by("-pk").values("pk")[:1])), PAGE).get_page(
        request.GET.get("hal")
    )
    return render(request, "forum/proposing/own.html", {"forum": forum, "page": page, "q": request.GET.get("q", "")})


@require_POST
@for_those(has_role)
def undo_deed(request: HttpRequest, _forum: Forum, pk: int) -> HttpResponse:
    """Undo one deed on a proposal, where what it did still stands."""
    visible = queries.proposals_visible_to(request.user)
    event = get_object_or_404(Event.objects.select_related("proposal__forum"), pk=pk, proposal__in=visible)
    told = _("Tindakan itu sudah dibatalkan.")
    return done(request, lambda: undo(event, actor=visitor(request)), told, "proposal-desk", event.proposal_id)
