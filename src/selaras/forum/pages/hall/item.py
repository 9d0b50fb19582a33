"""One item at the secretary's desk: its facts, the notes, motions and objections."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from selaras.forum import rules
from selaras.forum.actions import moving, objecting
from selaras.forum.actions.noting import keep_note
from selaras.forum.errors import ForumError, NotAllowed, NoteChanged
from selaras.forum.hall.floor import agenda_visible_to, item_on_floor, next_item
from selaras.forum.models import AgendaItem, Motion, Note, Objection
from selaras.forum.pages.doors import done
from selaras.forum.pages.hall.floor import floor_facts
from selaras.forum.pages.hall.forms import MotionForm, ObjectionForm, elements_of
from selaras.people.models import Account
from selaras.people.pages.doors import only, visitor


def _item(request: HttpRequest, pk: int) -> AgendaItem:
    items = agenda_visible_to(request.user).select_related("forum__cycle__region", "note")
    return get_object_or_404(items, pk=pk)


def _page(
    request: HttpRequest, item: AgendaItem, *, motion: MotionForm | None = None, objection: ObjectionForm | None = None
) -> HttpResponse:
    context = floor_facts(item.forum, item) | {
        "forum": item.forum,
        "floor": item_on_floor(item.forum),
        "next": next_item(item.forum),
        "note": getattr(item, "note", None) or Note(item=item),
        "all_motions": item.motions.select_related("proposal"),
        "objections": item.objections.select_related("proposal"),
        "motion_form": motion or MotionForm(item=item, auto_id="motion_%s"),
        "objection_form": objection or ObjectionForm(item=item, auto_id="objection_%s"),
        "elements": elements_of(item.forum),
    }
    refused = motion or objection
    return render(request, "forum/hall/item.html", context, status=400 if refused else 200)


@only(rules.runs_forum)
@require_safe
def item_page(request: HttpRequest, pk: int) -> HttpResponse:
    return _page(request, _item(request, pk))


@require_POST
@only(rules.runs_forum)
def note_keep(request: HttpRequest, pk: int) -> HttpResponse:
    """The notes, from the script as it saves by itself (which asks for JSON) or from the button."""
    item = _item(request, pk)
    text, edition = request.POST.get("text", "").replace("\r\n", "\n"), request.POST.get("edition", "")
    scripted = request.headers.get("Accept") == "application/json"
    try:
        note = keep_note(item, text, int(edition) if edition.isdecimal() else 0, actor=visitor(request))
    except NotAllowed:
        raise
    except NoteChanged as changed:
        if scripted:
            told = {"message": str(changed), "edition": changed.edition, "text": changed.text}
            return JsonResponse(told, status=409)
        item.note = Note(item=item, edition=changed.edition, text=f"{changed.text}\n\n----\n{text}")
        messages.error(request, str(changed))
        return _page(request, item)
    except ForumError as refused:
        return JsonResponse({"message": str(refused)}, status=400) if scripted else _back(request, item, str(refused))
    return JsonResponse({"edition": note.edition}) if scripted else _back(request, item, "")


def _back(request: HttpRequest, item: AgendaItem, refused: str) -> HttpResponse:
    if refused:
        messages.error(request, refused)
    else:
        messages.success(request, _("Catatan tersimpan."))
    return redirect("agenda-item", item.pk)


@require_POST
@only(rules.runs_forum)
def motion_raise(request: HttpRequest, pk: int) -> HttpResponse:
    item = _item(request, pk)
    form = MotionForm(request.POST, item=item, auto_id="motion_%s")

    def deed(given: dict[str, Any]) -> None:
        wish = moving.Wish(given["volume"], given["cost"], given["reason"])
        speaker = given["participant"]
        moving.raise_motion(
            item, given["proposal"], wish, given["element"], participant=speaker, actor=visitor(request)
        )

    if _taken(form, deed):
        messages.success(request, _("Mosi dicatat."))
        return redirect("agenda-item", item.pk)
    return _page(request, item, motion=form)


@require_POST
@only(rules.runs_forum)
def objection_raise(request: HttpRequest, pk: int) -> HttpResponse:
    item = _item(request, pk)
    form = ObjectionForm(request.POST, item=item, auto_id="objection_%s")

    def deed(given: dict[str, Any]) -> None:
        on = {"proposal": given["proposal"], "participant": given["participant"]}
        objecting.note_objection(item, given["element"], given["text"], **on, actor=visitor(request))

    if _taken(form, deed):
        messages.success(request, _("Keberatan dicatat."))
        return redirect("agenda-item", item.pk)
    return _page(request, item, objection=form)


def _taken(form: MotionForm | ObjectionForm, deed: Callable[[dict[str, Any]], None]) -> bool:
    """Whether what was filled in could be done; else the form says why not."""
    if not form.is_valid():
        return False
    try:
        deed(form.cleaned_data)
    except NotAllowed:
        raise
    except ForumError as refused:
        form.add_error(None, str(refused))
        return False
    return True


@require_POST
@only(rules.runs_forum)
def motion_act(request: HttpRequest, pk: int) -> HttpResponse:
    """What became of a motion."""
    items = agenda_visible_to(request.user)
    motion = get_object_or_404(Motion.objects.select_related("forum", "proposal").filter(item__in=items), pk=pk)
    again = reverse("agenda-item", args=[motion.item_id])
    act, said, actor = request.POST.get("act", ""), request.POST.get("said", ""), visitor(request)
    return done(request, lambda: _answer(motion, act, said, actor), _("Mosi diperbarui."), again)


def _answer(motion: Motion, act: str, said: str, actor: Account) -> None:
    if act == "second":
        moving.second_motion(motion, said, actor=actor)
    elif act == "accept":
        moving.accept_motion(motion, actor=actor)
    elif act == "refuse":
        moving.refuse_motion(motion, said, actor=actor)
    elif act == "withdraw":
        moving.withdraw_motion(motion, actor=actor)
    elif act == "reopen":
        moving.reopen_motion(motion, actor=actor)
    else:
        raise ForumError(_("Langkah ini tidak dikenal. Muat ulang halaman."))


@require_POST
@only(rules.runs_forum)
def objection_act(request: HttpRequest, pk: int) -> HttpResponse:
    """Answer an objection, or note that it was withdrawn."""
    items = agenda_visible_to(request.user)
    objection = get_object_or_404(Objection.objects.select_related("forum").filter(item__in=items), pk=pk)
    again, actor = reverse("agenda-item", args=[objection.item_id]), visitor(request)
    if request.POST.get("act") == "withdraw":
        told = _("Keberatan ditarik; tidak dimuat di berita acara.")
        return done(request, lambda: objecting.withdraw_objection(objection, actor=actor), told, again)
    answer = request.POST.get("said", "")
    return done(
        request, lambda: objecting.answer_objection(objection, answer, actor=actor), _("Jawaban tersimpan."), again
    )
