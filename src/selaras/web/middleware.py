"""What every page shares: headers that keep it to itself, and the language a person chose."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
)


def _with_images_from(address: str) -> str:
    """The policy of a page that shows pictures from one more host, the one that the office named."""
    parts = urlsplit(address)
    return POLICY.replace("img-src 'self'", f"img-src 'self' {parts.scheme}://{parts.netloc}")


class ContentSecurityPolicy:
    """Only this site's own files load: no host outside, no inline script, no inline style.

    A page with map tiles names their address as `images_from` of its response.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        tiles = getattr(response, "images_from", "")
        response.headers.setdefault("Content-Security-Policy", _with_images_from(tiles) if tiles else POLICY)
        return response


class ChosenLanguage:
    """Indonesian, unless this person chose another language here.

    What the browser asks for does not count: many telephones in the villages are set to English, their owners are not.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        request.LANGUAGE_CODE = language
        with translation.override(language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response
