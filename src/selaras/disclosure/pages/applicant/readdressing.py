"""Sending a draft to another body than the one for which it was begun: found by name, chosen with one button."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from selaras.disclosure import queries
from selaras.disclosure.actions.saving_drafts import readdress_draft
from selaras.disclosure.drafts import sheet_of
from selaras.disclosure.models import Draft
from selaras.disclosure.pages.applicant.doors import by_draft

MOST = 20


@by_draft
@require_http_methods(["GET", "HEAD", "POST"])
def body_page(request: HttpRequest, draft: Draft, token: str) -> HttpResponse:
    """Everything typed stays; only to whom it goes changes."""
    sheet = sheet_of(draft)
    if sheet.sent:
        return redirect("ask-check", token)
    if request.method == "POST":
        body = get_object_or_404(queries.bodies(), code=request.POST.get("badan", ""))
        readdress_draft(draft, body)
        messages.success(request, _("Permohonan ini sekarang untuk %(body)s.") % {"body": body.name})
        return redirect("ask-check", token)
    name = request.GET.get("badan", "").strip()[:120]
    found = list(queries.bodies_named(name).exclude(code=sheet.body)[: MOST + 1]) if name else []
    context = {
        "body": get_object_or_404(queries.bodies(), code=sheet.body),
        "token": token,
        "name": name,
        "bodies": found[:MOST],
        "more_bodies": len(found) > MOST,
    }
    return render(request, "disclosure/applicant/readdress.html", context)
