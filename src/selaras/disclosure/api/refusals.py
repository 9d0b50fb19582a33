"""How a deed that was refused is told to an app: a status, the sentence of the action, and what to do next."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse

from selaras.disclosure.actions.knocking import WINDOW
from selaras.disclosure.errors import DisclosureError, Incomplete, NoSuchLink, NotNow, TooMany
from selaras.people.api import Problem

_TOLD: dict[type[DisclosureError], tuple[int, str]] = {
    Incomplete: (422, "Perbaiki isian yang disebut dalam fields, lalu kirim lagi dengan kunci yang sama."),
    NotNow: (409, "Baca lagi keadaan permohonannya; may menyebut apa yang boleh dilakukan sekarang."),
    NoSuchLink: (401, "Kirim token permohonan dalam kepala Authorization: Bearer."),
    TooMany: (429, "Simpan kirimannya di ponsel, dan kirim lagi dengan kunci yang sama sesudah Retry-After detik."),
}


def refused(_request: HttpRequest, wrong: DisclosureError) -> HttpResponse:
    """The answer to what an action refused."""
    status, advice = _TOLD.get(type(wrong), (409, ""))
    fields = wrong.fields if isinstance(wrong, Incomplete) else {}
    response = told(status, str(wrong), fields, advice)
    if isinstance(wrong, TooMany):
        response.headers["Retry-After"] = str(int(WINDOW.total_seconds()))
    if isinstance(wrong, NoSuchLink):
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def told(status: int, message: str, fields: dict[str, str] | None = None, advice: str = "") -> HttpResponse:
    return JsonResponse(Problem(message=message, fields=fields or {}, advice=advice).model_dump(), status=status)


def as_json(run: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Only what is sent as JSON is taken in: a form of another site cannot send that from a visitor's browser."""

    @wraps(run)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.method == "POST" and request.content_type != "application/json":
            return told(415, "Kirim isinya sebagai JSON.", advice="Sebut Content-Type: application/json.")
        return run(request, *args, **kwargs)

    return checked
