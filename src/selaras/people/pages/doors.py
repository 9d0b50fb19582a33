"""Who comes in to a page, and what becomes of a deed that was refused."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from selaras.people.errors import NotAllowed, PeopleError
from selaras.people.models import Account
from selaras.people.queries import Person, has_role

View = Callable[..., HttpResponse]


def only(rule: Callable[[Person], bool]) -> Callable[[View], View]:
    """A page for those whom the rule lets in: others sign in first, or are told that it is not for them."""

    def door(view: View) -> View:
        @never_cache
        @login_required
        @wraps(view)
        def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not has_role(request.user):
                raise PermissionDenied(_("Akun ini belum diberi peran. Hubungi administrator."))
            if not rule(request.user):
                raise PermissionDenied
            try:
                return view(request, *args, **kwargs)
            except NotAllowed as refused:
                raise PermissionDenied(str(refused)) from refused

        return page

    return door


def visitor(request: HttpRequest) -> Account:
    """The account behind a page that `only` guards."""
    assert isinstance(request.user, Account)  # noqa: S101 - the door let no one else in
    return request.user


def done(request: HttpRequest, deed: Callable[[], Any], sentence: str, name: str, *parts: object) -> HttpResponse:
    """Do what a button asks for and go back to a page, which tells what became of it."""
    try:
        deed()
    except NotAllowed:
        raise
    except PeopleError as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, sentence)
    return redirect(name, *parts)
