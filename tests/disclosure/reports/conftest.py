"""A real browser, files of a test's own, and the applicant's address where no page has it yet."""

from types import ModuleType

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import NoReverseMatch, path, reverse
from pytest_django import Settings

from selaras.web.urls import urlpatterns
from tests.web.browser import chromium
from tests.web.site import own_files

__all__ = ["chromium", "own_files"]


def _empty(_request: HttpRequest, token: str) -> HttpResponse:
    return HttpResponse(token)


@pytest.fixture(autouse=True)
def applicants_address(settings: Settings) -> None:
    """Letters print the link `my-request`; it is lent here only so long as the site itself has no such address."""
    try:
        reverse("my-request", args=["kunci"])
    except NoReverseMatch:
        lent = ModuleType("lent_addresses")
        lent.urlpatterns = [*urlpatterns, path("informasi/permohonan/<str:token>/", _empty, name="my-request")]  # type: ignore[attr-defined]
        settings.ROOT_URLCONF = lent
