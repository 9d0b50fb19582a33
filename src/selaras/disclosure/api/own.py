"""The token that opens one case to its applicant's app."""

from __future__ import annotations

from django.http import HttpRequest
from ninja.security import HttpBearer

from selaras.disclosure.links import request_behind
from selaras.disclosure.models import Request


class ByToken(HttpBearer):
    openapi_description = "The token of one case, as it came with the registration number."

    def authenticate(self, _request: HttpRequest, token: str) -> Request:
        """Raises NoSuchLink."""
        return request_behind(token)


def case_of(request: HttpRequest) -> Request:
    """The case whose token came along."""
    case: Request = request.auth  # type: ignore[attr-defined]
    return case
