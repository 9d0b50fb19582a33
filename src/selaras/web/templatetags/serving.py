"""What a case of the room of disclosure shows of the survey that follows it."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import Context

from selaras.disclosure.models import Request
from selaras.satisfaction.rules import types_in, types_in_for
from selaras.web.asking_served import service_for

register = template.Library()


@register.inclusion_tag("web/parts/survey_own.html")
def survey_of_own(case: Request, token: str) -> dict[str, Any]:
    """On the applicant's page: a button to the own invitation. One query at most."""
    return {"service": service_for(case), "token": token}


@register.inclusion_tag("web/parts/survey_served.html", takes_context=True)
def survey_of_served(context: Context, case: Request) -> dict[str, Any]:
    """At the desk: a way to the invitation, with link and QR code, for who may give one. One query at most."""
    person = context["request"].user
    service = service_for(case) if types_in(person) else None
    return {"service": service if service and types_in_for(person, service) else None, "case": case}
