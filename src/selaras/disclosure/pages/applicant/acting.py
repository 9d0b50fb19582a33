"""What an applicant does with the own case: completes it, withdraws it, objects."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from selaras.disclosure.actions.objecting import object_to
from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.actions.requesting import complete, withdraw
from selaras.disclosure.completeness import ASKED
from selaras.disclosure.models import Objection, Request
from selaras.disclosure.pages.applicant.doors import by_link
from selaras.disclosure.pages.applicant.forms import CompleteForm, ObjectionForm, StepForm, WithdrawForm
from selaras.disclosure.pages.applicant.standing import standing_of
from selaras.disclosure.pages.doors import made_by
from selaras.government.queries import parameter

_READ_WRITE = ["GET", "HEAD", "POST"]


def _was_done(request: HttpRequest, form: StepForm, deed: Callable[[], Any], told: str) -> bool:
    """Do it; what is refused stands beside its field, or above the form."""
    if made_by(form, deed) is None:
        return False
    messages.success(request, told)
    return True


def _not_now(request: HttpRequest, token: str, sentence: str) -> HttpResponse:
    messages.info(request, sentence)
    return redirect("my-request", token)


@by_link
@require_http_methods(_READ_WRITE)
def complete_page(request: HttpRequest, case: Request, token: str) -> HttpResponse:
    """Asks what the desk named as missing, and nothing else."""
    if case.state != Request.State.INCOMPLETE:
        return _not_now(request, token, _("Tidak ada yang perlu dilengkapi sekarang."))
    form = CompleteForm(case.missing, request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        told = _("Terima kasih. Yang Anda lengkapi sudah diterima dan sedang diperiksa.")
        if _was_done(request, form, lambda: complete(case, form.wanted, form.by), told):
            return redirect("my-request", token)
    context = {"case": case, "token": token, "form": form, "asked": [ASKED[key] for key in case.missing]}
    context["mine"] = standing_of(case)
    return render(request, "disclosure/applicant/complete.html", context, status=422 if form.errors else 200)


@by_link
@require_http_methods(_READ_WRITE)
def object_page(request: HttpRequest, case: Request, token: str) -> HttpResponse:
    """An objection to the superior. Sent twice it is one, and the second answer says the same."""
    mine = standing_of(case)
    if request.method != "POST" and not mine.may_object:
        return _not_now(request, token, _("Keberatan tidak dapat diajukan sekarang. Sebabnya ada di bawah."))
    grounds = parameter("disclosure.objection_grounds", timezone.localdate())
    form = ObjectionForm(grounds.value, request.POST or None)
    if request.method == "POST" and form.is_valid() and _objected(request, case, form):
        return redirect("my-request", token)
    context = {"case": case, "token": token, "form": form, "mine": mine, "basis": grounds.legal_basis}
    return render(request, "disclosure/applicant/object.html", context, status=422 if form.errors else 200)


def _objected(request: HttpRequest, case: Request, form: ObjectionForm) -> bool:
    given = form.cleaned_data

    def deed() -> Objection:
        return object_to(case, given["submission"], given["grounds"], given["text"], actor=APPLICANT)

    return _was_done(request, form, deed, _("Keberatan Anda sudah diterima. Atasan PPID menjawabnya."))


@by_link
@require_http_methods(_READ_WRITE)
def withdraw_page(request: HttpRequest, case: Request, token: str) -> HttpResponse:
    mine = standing_of(case)
    if request.method != "POST" and not mine.may_withdraw:
        return _not_now(request, token, _("Permohonan ini tidak dapat ditarik sekarang."))
    form = WithdrawForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _withdrawn(request, case, form):
        return redirect("my-request", token)
    context = {"case": case, "token": token, "form": form}
    return render(request, "disclosure/applicant/withdraw.html", context, status=422 if form.errors else 200)


def _withdrawn(request: HttpRequest, case: Request, form: WithdrawForm) -> bool:
    reason = form.cleaned_data["reason"]
    return _was_done(request, form, lambda: withdraw(case, reason), _("Permohonan sudah ditarik."))
