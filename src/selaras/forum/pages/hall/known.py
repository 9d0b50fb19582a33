"""Parts of pages that are asked for again: what the asker already has is not read and sent anew."""

from __future__ import annotations

import hashlib
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.views.decorators.http import condition

from selaras.forum.hall.version import version
from selaras.forum.pages.doors import forum_here
from selaras.people.pages.doors import View


def unless_known(view: View) -> View:
    """Answer 304 without reading anything else while the asker has what stands."""

    def tag(request: HttpRequest, *_args: Any, **_kwargs: Any) -> str:
        seen = f"{version(forum_here(request))} {get_language()} {request.user.pk} {request.get_full_path()}"
        return f'"{hashlib.sha256(seen.encode()).hexdigest()[:20]}"'

    @condition(etag_func=tag)
    @wraps(view)
    def part(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        patch_cache_control(response, private=True, no_cache=True)
        return response

    return part
