"""The survey as the public fills it in: one page, without an account, with or without scripts."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from selaras.people.addresses import client_address
from selaras.people.pages.onwards import onwards
from selaras.satisfaction import queries
from selaras.satisfaction.actions.answering import answer, answer_invited, survey_of
from selaras.satisfaction.errors import Incomplete, NotOpen
from selaras.satisfaction.filled import Filled
from selaras.satisfaction.models import Answer, Desk, Invitation, Survey
from selaras.satisfaction.pages.forms import filled_in, questions_of, selects_of
from selaras.satisfaction.tokens import digest_of

_READ_WRITE = ["GET", "HEAD", "POST"]
_COOKIE = "survei"  # tells this browser's answers of one day from others'; it names nobody and ends the next day
_DAY = 24 * 60 * 60


@dataclass(frozen=True)
class Asking:
    """One survey before somebody; `send` keeps what was filled in under the form's own key."""

    survey: Survey
    keep: str  # under which the browser keeps what is not sent yet
    send: Callable[[UUID, Filled], Answer]
    desk: Desk | None = None
    wrong: dict[str, str] = field(default_factory=dict)


@never_cache
@require_http_methods(_READ_WRITE)
def survey_page(request: HttpRequest, key: str, desk: str = "") -> HttpResponse:
    """By link or QR code; a desk's own link names the desk."""
    survey = get_object_or_404(queries.surveys_visible_to(request.user), key=key)
    at = get_object_or_404(survey.service.desks.all(), code=desk) if desk else None
    channel = Answer.Channel.QR if _asked(request, "lewat") == "qr" else Answer.Channel.LINK
    address = client_address(request) or ""
    device = request.COOKIES.get(_COOKIE, "")[:64] or f"{address} {request.headers.get('User-Agent', '')}"

    def send(form: UUID, said: Filled) -> Answer:
        return answer(survey, form, said, channel=channel, device=device, network=address)

    response = _page(request, Asking(survey, f"{survey.key}-{desk}", send, at))
    if _COOKIE not in request.COOKIES:
        told: dict[str, Any] = {"httponly": True, "samesite": "Lax", "secure": settings.SESSION_COOKIE_SECURE}
        response.set_cookie(_COOKIE, secrets.token_urlsafe(16), max_age=_DAY, path=reverse("surveys"), **told)
    return response


@never_cache
@require_http_methods(_READ_WRITE)
def invited_page(request: HttpRequest, token: str) -> HttpResponse:
    """By the link that opens once, after something was served."""
    found = Invitation.objects.select_related("service__agency", "desk")
    invitation = get_object_or_404(found, token_digest=digest_of(token))
    try:
        survey = survey_of(invitation)
        if invitation.used and request.method != "POST":
            raise NotOpen(_("Tautan ini sudah dipakai untuk satu jawaban. Terima kasih."))
    except NotOpen as closed:
        return render(request, "satisfaction/not_open.html", {"service": invitation.service, "told": str(closed)})

    def send(form: UUID, said: Filled) -> Answer:
        return answer_invited(invitation, form, said)

    return _page(request, Asking(survey, f"undangan-{invitation.pk}", send, invitation.desk))


def _page(request: HttpRequest, asking: Asking) -> HttpResponse:
    survey, today = asking.survey, timezone.localdate()
    if request.method == "POST":
        return _sent(request, asking)
    if not survey.takes_answers(today):
        context = {"service": survey.service, "survey": survey, "ahead": survey.is_ahead(today)}
        return render(request, "satisfaction/not_open.html", context)
    return _form(request, asking)


def _sent(request: HttpRequest, asking: Asking) -> HttpResponse:
    said = filled_in(request.POST, asking.desk.code if asking.desk else None)
    try:
        asking.send(_form_key(request), said)
    except Incomplete as wrong:
        return _form(request, Asking(asking.survey, asking.keep, asking.send, asking.desk, wrong.fields), status=422)
    except NotOpen as closed:
        context = {"service": asking.survey.service, "told": str(closed)}
        return render(request, "satisfaction/not_open.html", context, status=409)
    return onwards(request, "survey-thanks", asking.survey.key)


def _form(request: HttpRequest, asking: Asking, *, status: int = 200) -> HttpResponse:
    context = {
        "survey": asking.survey,
        "service": asking.survey.service,
        "desk": asking.desk,
        "desks": [] if asking.desk else list(asking.survey.service.desks.all()),
        "questions": questions_of(asking.survey, request.POST, asking.wrong),
        "selects": selects_of(asking.survey, request.POST, asking.wrong),
        "wrong": asking.wrong,
        "keep": f"survei-{asking.keep}",
        "submission": _form_key(request),
        "channel": _asked(request, "lewat"),
        "typed": request.POST,
    }
    return render(request, "satisfaction/answer.html", context, status=status)


def _asked(request: HttpRequest, name: str) -> str:
    return request.POST.get(name, "") or request.GET.get(name, "")


def _form_key(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("submission", ""))
    except ValueError:
        return uuid4()
