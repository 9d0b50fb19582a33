"""The words of the letters: what holds for a body or for all, changed with a preview, and set back."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from selaras.disclosure import queries, rules
from selaras.disclosure.actions import writing_letters
from selaras.disclosure.errors import Incomplete
from selaras.disclosure.exports.fields import fields_of
from selaras.disclosure.exports.wording import filled, require_sound, shipped
from selaras.disclosure.letters import versions, wording_for
from selaras.disclosure.models import LetterKind, PublicBody
from selaras.disclosure.pages.doors import attempt
from selaras.disclosure.pages.reports.asked import desk_asked
from selaras.documents.blocks import as_data
from selaras.people.pages.doors import only, visitor

NOT_A_DESK = gettext_lazy("Naskah surat diubah oleh meja layanan informasi.")


@only(rules.handles_requests, NOT_A_DESK)
@require_safe
def letter_wordings(request: HttpRequest) -> HttpResponse:
    """Every kind of letter, and whose words it has now."""
    desks = list(queries.desks_of(request.user))
    body = _body(request, desks)
    rows = [(kind, wording_for(kind, body)) for kind in LetterKind]
    context = {"rows": rows, "desks": desks, "body": body, "for_all": rules.is_main_officer(request.user)}
    return render(request, "disclosure/reports/wordings.html", context)


@only(rules.handles_requests, NOT_A_DESK)
@require_http_methods(["GET", "POST"])
def letter_wording(request: HttpRequest, kind: str) -> HttpResponse:
    """Change the words of one kind. What is wrong comes back with its sentence, and nothing typed is lost."""
    if kind not in LetterKind.values:
        raise Http404(_("Jenis surat itu tidak ada."))
    body = _body(request, list(queries.desks_of(request.user)))
    now = wording_for(kind, body)
    text, wrong = request.POST.get("text", now.text), ""
    here = reverse("letter-wording", args=[kind]) + (f"?badan={body.code}" if body else "")
    if request.method == "POST" and "reset" in request.POST:
        _attempt_reset(request, kind, body)
        return redirect(here)
    if request.method == "POST":
        wrong = _tried(request, kind, body, text)
        if not wrong and "keep" in request.POST:
            return redirect(here)
    context = {
        "kind": LetterKind(kind),
        "body": body,
        "now": now,
        "text": text,
        "wrong": wrong,
        "fields": fields_of(kind).items(),
        "preview": _preview(kind, shipped(kind) if wrong else text),
        "previewed": request.method == "POST" and not wrong,
        "versions": versions(kind, body),
    }
    return render(request, "disclosure/reports/wording.html", context)


def _body(request: HttpRequest, desks: list[PublicBody]) -> PublicBody | None:
    """The desk that was asked for; without one the words for all, which only the main PPID changes."""
    asked = desk_asked(request, desks)
    return asked or (None if rules.is_main_officer(request.user) or not desks else desks[0])


def _attempt_reset(request: HttpRequest, kind: str, body: PublicBody | None) -> None:
    told = _("Naskah bawaan dipakai lagi. Naskah yang lama tetap tersimpan.")
    attempt(request, lambda: writing_letters.reset_wording(kind, body, actor=visitor(request)), told)


def _tried(request: HttpRequest, kind: str, body: PublicBody | None, text: str) -> str:
    """What is wrong with the words; where nothing is and it was asked for, they are kept."""
    try:
        require_sound(text, fields_of(kind))
        if "keep" in request.POST:
            told = _("Naskah disimpan dan dipakai untuk surat berikutnya.")
            attempt(request, lambda: writing_letters.reword(kind, body, text, actor=visitor(request)), told)
    except Incomplete as wrong:
        return str(wrong)
    return ""


def _preview(kind: str, text: str) -> list[dict[str, Any]]:
    """With the meaning of each field in its place, in brackets."""
    return as_data(filled(text, {name: f"[{told}]" for name, told in fields_of(kind).items()}))
