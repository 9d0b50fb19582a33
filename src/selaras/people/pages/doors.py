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
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from selaras.people.errors import NotAllowed, PeopleError
from selaras.people.models import Account
from selaras.people.queries import Person, has_role

View = Callable[..., HttpResponse]
Refusals = tuple[type[Exception], ...]
_NOT_YOURS = gettext_lazy("Akun Anda tidak berhak membuka halaman ini.")


def only(rule: Callable[[Person], bool], sentence: str | Promise = _NOT_YOURS) -> Callable[[View], View]:
    """A page for those whom the rule lets in: others sign in first, or read that it is not for them.

    What an action of any room does not allow the visitor is answered in the same way, with the action's sentence.
    """

    def door(view: View) -> View:
        @never_cache
        @login_required
        @wraps(view)
        def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not has_role(request.user):
                raise PermissionDenied(_("Akun ini belum diberi peran. Hubungi administrator."))
            if not rule(request.user):
                raise PermissionDenied(str(sentence))
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


def attempt(request: HttpRequest, deed: Callable[[], Any], told: str, *, mendable: Refusals = (PeopleError,)) -> bool:
    """Do it, and tell on the next page how it went; whether it was done. What is not allowed is left to the door."""
    try:
        deed()
    except NotAllowed:
        raise
    except mendable as refused:
        messages.error(request, str(refused))
        return False
    messages.success(request, told)
    return True


def done(
    request: HttpRequest,
    deed: Callable[[], Any],
    told: str,
    to: str,
    *parts: object,
    mendable: Refusals = (PeopleError,),
) -> HttpResponse:
    """Do what a button asks for and go on to a page (its name, or an address), which tells what became of it."""
    attempt(request, deed, told, mendable=mendable)
    return redirect(to, *parts)
