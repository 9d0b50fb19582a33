"""Setting up the second step of one's own account."""

from __future__ import annotations

import segno
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_http_methods

from selaras.people import rules
from selaras.people.actions.second_steps import renew_spare_codes, set_up_second_step
from selaras.people.errors import WrongCode
from selaras.people.pages.doors import only, visitor
from selaras.people.pages.forms import CodeForm
from selaras.people.pages.middleware import SECOND_STEP
from selaras.people.queries import has_role
from selaras.people.second_step import Secrets, has_second_step, link_for, new_secret

_OFFERED = "second_step_offered"


def _secret(request: HttpRequest) -> str:
    """The secret on offer: it stays the same while the page is open, and encrypted while it waits in the session."""
    if _OFFERED not in request.session:
        request.session[_OFFERED] = Secrets().encrypt(new_secret())
    return Secrets().decrypt(request.session[_OFFERED])


@only(has_role)
@require_http_methods(["GET", "POST"])
def second_step_set_up(request: HttpRequest) -> HttpResponse:
    """The QR code for the telephone; its first code proves that the telephone has it."""
    account = visitor(request)
    if has_second_step(account):
        return redirect("own-account")
    secret, form = _secret(request), CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            codes = set_up_second_step(secret, form.cleaned_data["code"], request.session.session_key, actor=account)
        except WrongCode as wrong:
            form.add_error("code", str(wrong))
        else:
            del request.session[_OFFERED]
            request.session[SECOND_STEP] = True
            return render(request, "people/spare_codes.html", {"codes": codes, "onwards": _onwards(request)})
    code = segno.make(link_for(account, secret), error="m").svg_inline(omitsize=True, border=2)
    given = {
        "form": form,
        "code": mark_safe(code),  # noqa: S308 - drawn by us from our own secret
        "secret": " ".join(secret[at : at + 4] for at in range(0, len(secret), 4)),
        "must": settings.TOTP_REQUIRED and rules.decides(account),
    }
    return render(request, "people/second_step.html", given)


def _onwards(request: HttpRequest) -> str:
    """The page that was left to come here, on this site alone; empty where there is none."""
    asked = request.GET.get("next", "")
    own = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if own else ""


@only(has_role)
@require_http_methods(["GET", "POST"])
def spare_codes(request: HttpRequest) -> HttpResponse:
    """New spare codes in place of those used up or lost."""
    account = visitor(request)
    form, ready = CodeForm(request.POST or None), has_second_step(account)
    if request.method == "POST" and ready and form.is_valid():
        try:
            codes = renew_spare_codes(form.cleaned_data["code"], actor=account)
        except WrongCode as wrong:
            form.add_error("code", str(wrong))
        else:
            return render(request, "people/spare_codes.html", {"codes": codes})
    return render(request, "people/spare_codes_ask.html", {"form": form, "ready": ready})
