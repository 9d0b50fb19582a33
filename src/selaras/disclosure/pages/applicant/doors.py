"""Who comes in to an applicant's pages: whoever has the link. A wrong or an old one leads to a page that helps."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from selaras.disclosure.drafts import draft_behind
from selaras.disclosure.errors import NoSuchLink
from selaras.disclosure.links import request_behind

View = Callable[..., HttpResponseBase]


def _behind(find: Callable[[str], Any], what: str) -> Callable[[View], View]:
    def door(view: View) -> View:
        @never_cache
        @wraps(view)
        def page(request: HttpRequest, token: str, *args: Any, **kwargs: Any) -> HttpResponseBase:
            try:
                response = view(request, find(token), token, *args, **kwargs)
            except NoSuchLink:
                response = render(request, "disclosure/applicant/no_such_link.html", {"what": what}, status=404)
            response.headers["X-Robots-Tag"] = "noindex"
            return response

        return page

    return door


by_link = _behind(request_behind, "request")
by_draft = _behind(draft_behind, "draft")
