"""The desk at the door: who is here, who is missing, checking in by name or by a scanned card."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from selaras.forum import rules
from selaras.forum.actions import attending
from selaras.forum.errors import ForumError, NotAllowed
from selaras.forum.hall.attendance import attendance, named, participants_visible_to
from selaras.forum.models import Forum, Participant
from selaras.forum.pages.doors import done, for_those, forum_here
from selaras.forum.pages.hall.forms import AddForm, elements_of
from selaras.forum.pages.hall.known import unless_known
from selaras.people.models import Account
from selaras.people.pages.doors import only, visitor

FOUND = 12  # more than these are not told apart by a name


def _state(request: HttpRequest, forum: Forum) -> dict[str, object]:
    people = participants_visible_to(request.user).filter(forum=forum)
    missing = people.filter(present=False).order_by("element", "name")
    return {"forum": forum, "attendance": attendance(forum), "missing": missing}


@for_those(rules.runs_forum)
@require_safe
def attendance_page(request: HttpRequest, forum: Forum) -> HttpResponse:
    """Who is here by element, who is missing, and the field in which a name is searched or a card is scanned."""
    text = request.GET.get("cari", "").strip()
    context = _state(request, forum) | {"text": text}
    if text:
        found = list(named(participants_visible_to(request.user).filter(forum=forum), text)[: FOUND + 1])
        context |= {"found": found[:FOUND], "more": len(found) > FOUND}
    return render(request, "forum/hall/attendance.html", context)


@only(rules.runs_forum)
@require_safe
@unless_known
def attendance_part(request: HttpRequest) -> HttpResponse:
    """The counts and the missing alone, for the page that asks again."""
    return render(request, "forum/hall/attendance_part.html", _state(request, forum_here(request)))


@require_POST
@for_those(rules.runs_forum)
def check_in_door(request: HttpRequest, forum: Forum) -> HttpResponse:
    """Open or close checking in by telephone."""
    is_open = request.POST.get("act") == "open"
    told = _("Peserta dapat mencatat hadir lewat telepon.") if is_open else _("Daftar hadir lewat telepon ditutup.")
    return done(request, lambda: attending.open_check_in(forum, is_open, actor=visitor(request)), told, "attendance")


@require_POST
@only(rules.runs_forum)
def participant_act(request: HttpRequest, pk: int) -> HttpResponse:
    """Check one in, or take it back."""
    one = get_object_or_404(participants_visible_to(request.user).select_related("forum"), pk=pk)
    actor = visitor(request)
    if request.POST.get("act") == "undo":
        again = f"{reverse('attendance')}?{urlencode({'cari': one.number})}"
        told = _("%(name)s tidak lagi tercatat hadir.") % {"name": one.name}
        return done(request, lambda: attending.undo_check_in(one, actor=actor), told, again)
    told = _("%(name)s tercatat hadir.") % {"name": one.name}
    return done(request, lambda: attending.check_in(one, actor=actor), told, "attendance")


@for_those(rules.runs_forum)
@require_http_methods(["GET", "HEAD", "POST"])
def participant_add(request: HttpRequest, forum: Forum) -> HttpResponse:
    """Somebody who came without an invitation."""
    form = AddForm(request.POST or None, initial={"name": request.GET.get("nama", "")})
    if request.method == "POST" and form.is_valid():
        try:
            added = attending.add_participant(forum, **form.cleaned_data, actor=visitor(request))
        except NotAllowed:
            raise
        except ForumError as refused:
            form.add_error(None, str(refused))
        else:
            told = _("%(name)s masuk daftar dengan nomor %(number)s dan tercatat hadir.")
            messages.success(request, told % {"name": added.name, "number": added.number})
            return redirect("attendance")
    return render(request, "forum/hall/participant_add.html", {"form": form, "elements": elements_of(forum)})


@only(rules.runs_forum)
@require_http_methods(["GET", "HEAD", "POST"])
def participant_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One participant at the desk: whether here, since when and by what way; which account acts as this person."""
    one = get_object_or_404(participants_visible_to(request.user).select_related("forum", "account"), pk=pk)
    if request.method == "POST":
        return _link(request, one)
    return render(request, "forum/hall/participant.html", {"one": one})


def _link(request: HttpRequest, one: Participant) -> HttpResponse:
    name = request.POST.get("username", "").strip()
    account = Account.objects.filter(username=name).first() if name else None
    again = reverse("participant", args=[one.pk])
    if name and account is None:
        messages.error(request, _("Tidak ada akun bernama masuk “%(name)s”. Periksa ejaannya.") % {"name": name})
        return redirect(again)
    told = _("Akun dihubungkan.") if account else _("Akun dilepas.")
    return done(request, lambda: attending.link_account(one, account, actor=visitor(request)), told, again)
