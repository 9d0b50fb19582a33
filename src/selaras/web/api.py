"""The API of the whole house: the routes of each room, one description, one shape of refusal."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

from selaras import __version__
from selaras.forum.api import NotThere, Problem
from selaras.forum.api import router as forum

api = NinjaAPI(
    title="Selaras",
    version=__version__,
    description="What the public pages say, for machines. Reading needs no account. Amounts are whole rupiah.",
    urls_namespace="api",
    docs_url=None,  # the usual pages load scripts from other hosts
    openapi_url="openapi.json",
)
api.add_router("", forum)


@api.exception_handler(NotThere)
def not_there(request: HttpRequest, wrong: NotThere) -> HttpResponse:
    return api.create_response(request, Problem(message=str(wrong)), status=404)


@api.exception_handler(ValidationError)
def not_understood(request: HttpRequest, wrong: ValidationError) -> HttpResponse:
    """Which part of the address was wrong; what was sent is not repeated."""
    parts = sorted({".".join(map(str, one["loc"])) for one in wrong.errors})
    message = f"Bagian alamat ini tidak dapat dibaca: {', '.join(parts)}. Lihat uraian API di openapi.json."
    return api.create_response(request, Problem(message=message), status=422)
