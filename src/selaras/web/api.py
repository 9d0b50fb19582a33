"""The API of the whole house: the routes of each room, one description, one shape of refusal."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from selaras import __version__
from selaras.disclosure.api import router as information
from selaras.disclosure.api.refusals import refused
from selaras.disclosure.errors import DisclosureError
from selaras.evidence.api import router as evidence
from selaras.forum.api import router as forum
from selaras.outreach.api import router as outreach
from selaras.outreach.reach.api import router as reach
from selaras.people.api import NotThere, Problem
from selaras.satisfaction.api import router as satisfaction
from selaras.web.api_slips import slip_of

api = NinjaAPI(
    title="Selaras",
    version=__version__,
    description="What the public pages say, for machines. Reading needs no account. Amounts are whole rupiah. "
    "Under `/information` an app also sends requests for information and follows them by their token.",
    urls_namespace="api",
    docs_url=None,  # the usual pages load scripts from other hosts
    openapi_url="openapi.json",
)
api.add_router("", forum)
api.add_router("/information", information)
for room in (outreach, reach, satisfaction, evidence):
    api.add_router("", room)
api.exception_handler(DisclosureError)(refused)


@api.exception_handler(NotThere)
@api.exception_handler(Http404)
def not_there(request: HttpRequest, wrong: Exception) -> HttpResponse:
    return api.create_response(request, Problem(message=str(wrong)), status=404)


@api.exception_handler(ValidationError)
def not_understood(request: HttpRequest, wrong: ValidationError) -> HttpResponse:
    """Which fields were wrong, each with its sentence; what was sent is not repeated."""
    fields = dict(sorted(map(slip_of, wrong.errors)))
    message = f"Bagian ini tidak dapat dibaca: {', '.join(fields)}."
    return _told(request, 422, message, fields, "Perbaiki menurut uraian API di openapi.json.")


@api.exception_handler(HttpError)
def not_taken(request: HttpRequest, wrong: HttpError) -> HttpResponse:
    """No JSON at all, or no token where one is needed."""
    if wrong.status_code == 401:
        told = _told(request, 401, "Ini hanya terbuka dengan token permohonan.", {}, "Kirim Authorization: Bearer.")
        told.headers["WWW-Authenticate"] = "Bearer"
        return told
    advice = "Kirim JSON dalam UTF-8 menurut uraian API di openapi.json."
    return _told(request, wrong.status_code, "Isi kiriman ini bukan JSON yang dapat dibaca.", {}, advice)


@api.exception_handler(RequestDataTooBig)
def too_big(request: HttpRequest, _wrong: RequestDataTooBig) -> HttpResponse:
    return _told(
        request, 413, "Kiriman ini terlalu besar.", {}, "Kecilkan fotonya; seluruh kiriman paling besar 20 MB."
    )


def _told(request: HttpRequest, status: int, message: str, fields: dict[str, str], advice: str) -> HttpResponse:
    problem: Any = Problem(message=message, fields=fields, advice=advice)
    return api.create_response(request, problem, status=status)
