"""A message written, written anew, and put right; each is looked at before it goes out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from selaras.outreach import rules
from selaras.outreach.actions.sending import correct, written_of
from selaras.outreach.actions.writing import Written, rewrite_message, write_message
from selaras.outreach.errors import Incomplete, NotNow
from selaras.outreach.models import Message
from selaras.outreach.pages.messages.forms import MessageForm, begun_with, submission_of
from selaras.outreach.pages.messages.remarks import remarks_on
from selaras.outreach.queries import messages_visible_to
from selaras.people.pages.doors import only, visitor
from selaras.people.pages.onwards import onwards

_READ_WRITE = ["GET", "HEAD", "POST"]
_READ_ONLY = "baca"  # the button that asks for remarks and saves nothing
_USUAL_DAYS = 14  # that a new message holds, unless its writer says otherwise


@only(rules.writes)
@require_http_methods(_READ_WRITE)
def new_page(request: HttpRequest) -> HttpResponse:
    today = timezone.localdate()
    begun = {"valid_from": today, "valid_until": today + timedelta(days=_USUAL_DAYS)}
    who, form = visitor(request), submission_of(request)
    words = {"title": _("Tulis pesan"), "act": _("Simpan konsep"), "keep": "pesan-baru"}
    return _page(request, begun, lambda said: write_message(form, said, actor=who), words)


@only(rules.writes)
@require_http_methods(_READ_WRITE)
def rewrite_page(request: HttpRequest, key: str) -> HttpResponse:
    message, who = _message(request, key), visitor(request)
    if message.state != Message.State.DRAFT and request.method != "POST":
        return redirect("message-told", key)
    words = {"title": _("Ubah konsep"), "act": _("Simpan konsep"), "keep": f"pesan-{key}", "message": message}
    begun = begun_with(written_of(message))
    return _page(request, begun, lambda said: rewrite_message(message, said, actor=who), words)


@only(rules.writes)
@require_http_methods(_READ_WRITE)
def correct_page(request: HttpRequest, key: str) -> HttpResponse:
    message, who, form = _message(request, key), visitor(request), submission_of(request)
    if message.state != Message.State.SENT and request.method != "POST":
        return redirect("message-told", key)
    words: dict[str, Any] = {"title": _("Ralat pesan"), "act": _("Kirim ralat sekarang"), "keep": f"ralat-{key}"}
    words |= {"message": message, "earlier": message}
    begun = begun_with(written_of(message))
    return _page(request, begun, lambda said: correct(message, form, said, actor=who), words)


def _message(request: HttpRequest, key: str) -> Message:
    return get_object_or_404(messages_visible_to(visitor(request)), key=key)


def _page(
    request: HttpRequest, begun: dict[str, Any], deed: Callable[[Written], Message], words: dict[str, Any]
) -> HttpResponse:
    sent = request.method == "POST"
    about = {"message": words.get("message"), "earlier": words.get("earlier")}
    form = MessageForm(request.POST, **about) if sent else MessageForm(initial=begun, **about)
    asked = _READ_ONLY in request.POST
    if sent and not asked and form.is_valid():
        try:
            return onwards(request, "message-told", deed(form.said()).key)
        except Incomplete as lacks:
            form.tell(lacks.fields)
        except NotNow as refused:
            form.add_error(None, str(refused))
    said = {name: form[name].value() or "" for name in ("title", "text", "language")}
    context = {"form": form, "submission": submission_of(request), "remarks_asked": asked, **words}
    context["remarks"] = remarks_on(**said) if said["text"] else None
    return render(request, "outreach/write.html", context, status=422 if form.errors and not asked else 200)
