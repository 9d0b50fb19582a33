"""CKAN's envelope around each answer and each refusal, with its status codes."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError

from selaras.sectoral.harvest.ckan.errors import ActionRefused


def told(request: HttpRequest, result: Any) -> dict[str, Any]:
    return {"help": _help(request), "success": True, "result": result}


def refuse_as_ckan_does(api: NinjaAPI) -> None:
    """Give every error of this API the shape that CKAN's clients read."""

    @api.exception_handler(ActionRefused)
    def refused(request: HttpRequest, wrong: ActionRefused) -> HttpResponse:
        return _refusal(api, request, wrong.status, wrong.told)

    @api.exception_handler(ValidationError)
    def not_understood(request: HttpRequest, wrong: ValidationError) -> HttpResponse:
        fields: dict[str, list[str]] = {}
        for one in wrong.errors:
            fields.setdefault(str(one["loc"][-1]), []).append(_sentence(one))
        return _refusal(api, request, 409, {"__type": "Validation Error", **fields})

    @api.exception_handler(HttpError)
    def not_read(request: HttpRequest, wrong: HttpError) -> HttpResponse:
        error = {"__type": "Bad request", "message": "Kirim JSON dalam UTF-8 menurut /api/3/openapi.json."}
        return _refusal(api, request, wrong.status_code, error)

    @api.exception_handler(Http404)
    def not_there(request: HttpRequest, _wrong: Http404) -> HttpResponse:
        error = {"__type": "Not Found Error", "message": "Not found: Yang dicari tidak ada."}
        return _refusal(api, request, 404, error)


def _refusal(api: NinjaAPI, request: HttpRequest, status: int, error: dict[str, Any]) -> HttpResponse:
    return api.create_response(request, {"help": _help(request), "success": False, "error": error}, status=status)


def _sentence(one: Any) -> str:
    """In Indonesian where the wrong is a common one; what was sent is not repeated."""
    kind = str(one.get("type", ""))
    if kind == "missing":
        return "Isi bagian ini."
    if kind == "value_error":
        return str(one.get("msg", "")).removeprefix("Value error, ")
    return "Isian ini tidak cocok. Lihat uraiannya di /api/3/openapi.json."


def _help(request: HttpRequest) -> str:
    name = request.path.rstrip("/").rpartition("/")[2]
    return f"{settings.SITE}/api/3/action/help_show?name={name}"
