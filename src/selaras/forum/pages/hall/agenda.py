"""The agenda at the secretary's desk: its items in order, and the keys that move on."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from selaras.forum import rules
from selaras.forum.actions import chairing
from selaras.forum.errors import ForumError, NotAllowed
from selaras.forum.hall.floor import agenda_visible_to, item_on_floor, next_item
from selaras.forum.models import AgendaItem, Forum
from selaras.forum.pages.doors import done, for_those
from selaras.forum.pages.hall.forms import ItemForm
from selaras.people.models import Account
from selaras.people.pages.doors import only, visitor


@for_those(rules.runs_forum)
@require_safe
def agenda(request: HttpRequest, forum: Forum) -> HttpResponse:
    items = agenda_visible_to(request.user).filter(forum=forum).prefetch_related("proposals")
    context = {"forum": forum, "items": items, "floor": item_on_floor(forum), "next": next_item(forum)}
    return render(request, "forum/hall/agenda.html", context)


@for_those(rules.runs_forum)
@require_http_methods(["GET", "HEAD", "POST"])
def agenda_new(request: HttpRequest, forum: Forum) -> HttpResponse:
    """A new item; it may start from a proposal: `?usulan=NUMBER`."""
    form = ItemForm(request.POST or None, forum=forum, initial={"proposals": request.GET.get("usulan", "")})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        told = _("“%s” masuk agenda.") % given["title"]
        actor = visitor(request)
        return done(
            request,
            lambda: chairing.add_item(forum, given["title"], given["proposals"], actor=actor),
            told,
            "agenda",
        )
    return render(request, "forum/hall/agenda_form.html", {"form": form})


@only(rules.runs_forum)
@require_http_methods(["GET", "HEAD", "POST"])
def agenda_change(request: HttpRequest, pk: int) -> HttpResponse:
    item = get_object_or_404(agenda_visible_to(request.user).select_related("forum"), pk=pk)
    numbers = ", ".join(item.proposals.order_by("number").values_list("number", flat=True))
    form = ItemForm(request.POST or None, forum=item.forum, initial={"title": item.title, "proposals": numbers})
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        actor = visitor(request)
        return done(
            request,
            lambda: chairing.change_item(item, given["title"], given["proposals"], actor=actor),
            _("Acara diubah."),
            "agenda",
        )
    return render(request, "forum/hall/agenda_form.html", {"form": form, "item": item})


@require_POST
@for_those(rules.runs_forum)
def agenda_fill(request: HttpRequest, forum: Forum) -> HttpResponse:
    """Fill an empty agenda with the usual items."""
    told = _("Agenda diisi. Ubah urutannya bila perlu.")
    return done(request, lambda: chairing.add_usual_items(forum, actor=visitor(request)), told, "agenda")


@require_POST
@only(rules.runs_forum)
def agenda_act(request: HttpRequest, pk: int) -> HttpResponse:
    """Move an item in the list, drop it, or take it up out of order."""
    item = get_object_or_404(agenda_visible_to(request.user).select_related("forum"), pk=pk)
    act, actor = request.POST.get("act", ""), visitor(request)
    if act == "take":
        told, page = _("Sedang dibahas: %s.") % item.title, reverse("agenda-item", args=[item.pk])
        return done(request, lambda: chairing.take_up(item, actor=actor), told, page)
    return done(request, lambda: _arrange(act, item, actor), _("Agenda diubah."), "agenda")


def _arrange(act: str, item: AgendaItem, actor: Account) -> None:
    if act == "drop":
        chairing.drop_item(item, actor=actor)
    elif act in {"up", "down"}:
        chairing.move_item(item, act == "up", actor=actor)
    else:
        raise ForumError(_("Langkah ini tidak dikenal. Muat ulang halaman."))


@require_POST
@for_those(rules.runs_forum)
def agenda_step(request: HttpRequest, forum: Forum) -> HttpResponse:
    """Go on to the next item, or back to the one before."""
    seen = request.POST.get("seen", "")
    found = AgendaItem.objects.filter(forum=forum, pk=seen).first() if seen.isdecimal() else None
    try:
        now = _moved(forum, found, request.POST.get("act") == "back", visitor(request))
    except NotAllowed:
        raise
    except ForumError as refused:
        messages.error(request, str(refused))
        now = item_on_floor(forum)
    return redirect("agenda-item", now.pk) if now else redirect("agenda")


def _moved(forum: Forum, seen: AgendaItem | None, back: bool, actor: Account) -> AgendaItem | None:
    step = chairing.go_back if back else chairing.go_on
    return step(forum, seen, actor=actor)
