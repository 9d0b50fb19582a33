"""The second step of signing in: the code."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from selaras.people.pages.forms import CodeForm
from selaras.people.second_step import accepts
from selaras.web.sign_in_steps import enter_after_code, pending
from selaras.web.sign_in_throttle import forget_codes, too_many_codes


@never_cache
@require_http_methods(["GET", "POST"])
def sign_in_code(request: HttpRequest) -> HttpResponse:
    """Ask for the code of the telephone, or a spare one; without a password before, begin there."""
    account = pending(request)
    if account is None:
        return redirect("sign-in")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if too_many_codes(account):
            form.add_error("code", _("Terlalu banyak percobaan. Tunggu 15 menit, lalu masuk lagi."))
        elif accepts(account, form.cleaned_data["code"]):
            forget_codes(account)
            return enter_after_code(request, account)
        else:
            form.add_error("code", _("Kode tidak cocok. Ketik kode yang sedang tampil; tiap kode hanya sekali pakai."))
    return render(request, "web/sign_in_code.html", {"form": form})
