"""What the pages of the hall share: the forum that sits, the answer to a deed, parts that are asked for again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import condition

from selaras.forum import queries
from selaras.forum.errors import ForumError, NotAllowed
from selaras.forum.hall.version import version
from selaras.forum.models import Forum

View = Callable[..., HttpResponse]


def forum_here(request: HttpRequest) -> Forum:
    forum = queries.current_forum(request.user)
    if forum is None:
        raise Http404(_("Belum ada forum. Buka forum lebih dahulu."))
    return forum


def done(request: HttpRequest, deed: Callable[[], Any], told: str, address: str) -> HttpResponse:
    """Do what a button asks for and go on to an address, whose page tells what became of it."""
    try:
        deed()
    except NotAllowed as refused:
        raise PermissionDenied(str(refused)) from refused
    except ForumError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, told)
    return redirect(address)


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
