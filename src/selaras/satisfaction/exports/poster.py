"""A poster with the QR code of a survey, for the wall beside a desk; or the code alone, for an office's own sheet."""

from __future__ import annotations

import json
from importlib import resources

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from selaras.documents.printable import printable
from selaras.documents.typesetting import code_as_svg, layout, set_pages
from selaras.engines.indonesian.wording import long_date
from selaras.satisfaction.models import Desk, Survey

LAYOUTS = resources.files("selaras.satisfaction.exports") / "layouts"


def address_of(survey: Survey, desk: Desk | None = None, *, by_qr: bool = False) -> str:
    """The address of the survey as a person types it, or as the code says it, which tells that it was scanned."""
    path = reverse("survey-at-desk", args=[survey.key, desk.code]) if desk else reverse("survey", args=[survey.key])
    return f"{settings.SITE}{path}{'?lewat=qr' if by_qr else ''}"


def as_svg(survey: Survey, desk: Desk | None) -> bytes:
    return code_as_svg(address_of(survey, desk, by_qr=True))


@translation.override("id")  # what is printed is Indonesian, whoever asks for it
def as_pdf(survey: Survey, desk: Desk | None) -> bytes:
    told = {
        "service": survey.service.name,
        "desk": desk.name if desk else "",
        "agency": survey.service.agency.name,
        "questions": str(len(survey.questions)),
        "until": long_date(survey.closes_on),
        "address": address_of(survey, desk).partition("://")[2],
    }
    data = json.dumps(printable(told), ensure_ascii=False).encode()
    return set_pages(layout("survey_poster.typ", LAYOUTS), {"poster.json": data, "code.svg": as_svg(survey, desk)})
