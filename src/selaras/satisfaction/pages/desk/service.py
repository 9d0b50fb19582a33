"""One service at the desk: its desks, its periods, a period opened, somebody invited who was served."""

from __future__ import annotations

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from selaras.people.pages.doors import done, only, visitor
from selaras.people.pages.fields import day_of
from selaras.satisfaction import rules
from selaras.satisfaction.actions.describing import add_desk
from selaras.satisfaction.actions.inviting import invite
from selaras.satisfaction.actions.periods import Period, open_period
from selaras.satisfaction.errors import Incomplete, NotNow, SatisfactionError
from selaras.satisfaction.models import Service, Survey
from selaras.satisfaction.queries import desk_named, services_at_desk_of, surveys_at_desk_of
from selaras.satisfaction.scheme import questions_on


def _service(request: HttpRequest, code: str) -> Service:
    return get_object_or_404(services_at_desk_of(request.user), code=code)


@only(rules.reads_desk)
@require_safe
def service_page(request: HttpRequest, code: str) -> HttpResponse:
    person, service = visitor(request), _service(request, code)
    surveys = list(surveys_at_desk_of(person).filter(service=service).select_related("result"))
    context = {
        "service": service,
        "desks": service.desks.all(),
        "surveys": surveys,
        "open": next((one for one in surveys if one.state == Survey.State.OPEN), None),
        "may_keep": rules.keeps_for(person, service.agency),
        "may_type": rules.types_in_for(person, service),
    }
    return render(request, "satisfaction/desk/service.html", context)


@require_POST
@only(rules.keeps_surveys)
def add(request: HttpRequest, code: str) -> HttpResponse:
    service, name = _service(request, code), request.POST.get("name", "")
    known = desk_named(service, name)
    return done(
        request,
        lambda: add_desk(service, name, actor=visitor(request)),
        _("Loket ini sudah ada.") if known else _("Loket ini ditambahkan."),
        "survey-service",
        code,
        mendable=(SatisfactionError,),
    )


@only(rules.keeps_surveys)
@require_http_methods(["GET", "HEAD", "POST"])
def open_page(request: HttpRequest, code: str) -> HttpResponse:
    """The period's name and days, and the sentences asked, which an office may write anew."""
    service, wrong = _service(request, code), dict[str, str]()
    refused = ""
    if request.method == "POST":
        try:
            return redirect("survey-period", open_period(service, _period(request), actor=visitor(request)).key)
        except Incomplete as lacks:
            wrong = lacks.fields
        except NotNow as told:
            refused = str(told)
    questions = [
        (one, request.POST.get(f"q-{one.key}", one.text), wrong.get(f"q-{one.key}", ""))
        for one in questions_on(timezone.localdate())
    ]
    context = {"service": service, "questions": questions, "wrong": wrong, "refused": refused, "typed": request.POST}
    return render(request, "satisfaction/desk/open.html", context, status=422 if wrong or refused else 200)


def _period(request: HttpRequest) -> Period:
    told = request.POST
    questions = {name.removeprefix("q-"): told[name] for name in told if name.startswith("q-")}
    return Period(told.get("name", ""), day_of(told.get("opens_on", "")), day_of(told.get("closes_on", "")), questions)


@only(rules.types_in)
@require_http_methods(["GET", "HEAD", "POST"])
def invitation_page(request: HttpRequest, code: str) -> HttpResponse:
    """A link for one answer, to be given to somebody who was served."""
    service, link, wrong = _service(request, code), "", ""
    reference = request.POST.get("reference", "") or request.GET.get("nomor", "")  # another room's page may lead here
    at = request.POST["desk"] if "desk" in request.POST else _desk_asked(request, service)
    if request.method == "POST":
        desk = service.desks.filter(code=at).first()
        try:
            token = invite(service, reference, desk, actor=visitor(request))
            link = settings.SITE + reverse("survey-invited", args=[token])
        except Incomplete as lacks:
            wrong = str(lacks)
    context = {
        "service": service,
        "desks": service.desks.all(),
        "link": link,
        "picture": _picture(link) if link else "",
        "wrong": wrong,
        "reference": reference,
        "at": at,
    }
    return render(request, "satisfaction/desk/invite.html", context, status=422 if wrong else 200)


def _desk_asked(request: HttpRequest, service: Service) -> str:
    """The code of the desk whose name the address tells; none where there is no such desk."""
    desk = desk_named(service, request.GET.get("loket", ""))
    return desk.code if desk else ""


def _picture(link: str) -> SafeString:
    return mark_safe(segno.make(link, error="m").svg_inline(omitsize=True, border=2))  # noqa: S308 - our own address
