"""The register of a desk for a period, as a file."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from selaras.disclosure import queries, rules
from selaras.disclosure.actions.exporting import export_register
from selaras.disclosure.errors import NotNow
from selaras.disclosure.exports.register import Register
from selaras.disclosure.models import PublicBody
from selaras.disclosure.pages.reports.asked import day_asked, desk_asked
from selaras.documents.types import TYPES
from selaras.people.pages.doors import only, visitor

NOT_A_DESK = gettext_lazy("Register permohonan diunduh oleh meja layanan informasi.")


@only(rules.handles_requests, NOT_A_DESK)
@require_http_methods(["GET", "POST"])
def register(request: HttpRequest) -> HttpResponse:
    """Choose the desk and the period, then take the file; each time it is logged."""
    desks = list(queries.desks_of(request.user))
    body = desk_asked(request, desks) or (desks[0] if desks else None)
    asked = _period(request, body) if body else None
    wrong = ""
    if request.method == "POST" and asked:
        form = request.POST.get("bentuk", "")
        try:
            return _file(asked, form, export_register(asked, form, actor=visitor(request)))
        except NotNow as refused:
            wrong = str(refused)
    context: dict[str, Any] = {"desks": desks, "body": body, "asked": asked, "wrong": wrong}
    if asked:
        context |= {"many": asked.requests.count(), "columns": asked.columns}
    return render(request, "disclosure/reports/register.html", context, status=422 if wrong else 200)


def _period(request: HttpRequest, body: PublicBody) -> Register:
    today = timezone.localdate()
    first = day_asked(request.GET.get("dari", ""), date(today.year, 1, 1))
    return Register(body, first, day_asked(request.GET.get("sampai", ""), today))


def _file(asked: Register, form: str, content: bytes) -> HttpResponse:
    response = HttpResponse(content, content_type=TYPES[f".{form}"])
    name = f"register-{asked.body.code}-{asked.first}-{asked.last}.{form}"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
