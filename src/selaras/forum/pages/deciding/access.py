"""Who opens the pages of deciding, and of which forum."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from selaras.engines.allocation import AllocationError
from selaras.engines.scoring import ScoringError
from selaras.forum import queries
from selaras.forum.errors import ForumError, NotAllowed
from selaras.forum.models import Decision, Forum
from selaras.people.models import Account
from selaras.people.queries import Person

View = Callable[..., HttpResponse]
Act = Callable[[], Any]


def for_those(may: Callable[[Person], bool]) -> Callable[[View], View]:
    """A page of the desk for whom `may` admits; it is handed the forum that the site shows."""

    def admit(view: View) -> View:
        @never_cache
        @login_required
        @wraps(view)
        def page(request: HttpRequest, *parts: Any, **named: Any) -> HttpResponse:
            if not may(request.user):
                raise PermissionDenied(_("Akun Anda tidak berhak membuka halaman ini."))
            forum = queries.current_forum(request.user)
            if forum is None:
                raise Http404(_("Belum ada forum. Buka forum dahulu."))
            return view(request, forum, *parts, **named)

        return page

    return admit


def actor_of(request: HttpRequest) -> Account:
    assert isinstance(request.user, Account)  # noqa: S101 - `for_those` has asked
    return request.user


def in_force(forum: Forum) -> Decision:
    decision = queries.decision_in_force(forum)
    if decision is None:
        raise Http404(_("Forum ini belum diputuskan."))
    return decision


def attempt(request: HttpRequest, act: Act, done: str) -> bool:
    """Do it, and tell on the next page how it went: what can be mended in its own words."""
    try:
        act()
    except NotAllowed as no:
        raise PermissionDenied(str(no)) from no
    except (ForumError, AllocationError, ScoringError) as wrong:
        messages.error(request, str(wrong))
        return False
    messages.success(request, done)
    return True
