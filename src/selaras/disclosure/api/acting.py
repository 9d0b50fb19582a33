"""What an applicant does with the own case from an app: completes it, withdraws it, objects."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _
from ninja import Router

from selaras.disclosure.actions.objecting import object_to
from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.actions.requesting import complete, withdraw
from selaras.disclosure.api.case import told_of
from selaras.disclosure.api.case_forms import CaseOut
from selaras.disclosure.api.own import ByToken, case_of
from selaras.disclosure.api.refusals import as_json
from selaras.disclosure.api.sent import ObjectionIn, Telling, WithdrawIn
from selaras.disclosure.errors import Incomplete, NotNow
from selaras.disclosure.models import Request
from selaras.disclosure.pages.applicant.forms import CompleteForm
from selaras.people.api import Problem

router = Router(auth=ByToken())
router.add_decorator(as_json, mode="view")
_RESPONSES = {200: CaseOut, 400: Problem, 401: Problem, 409: Problem, 413: Problem, 415: Problem, 422: Problem}


@router.post("/request/completion", response=_RESPONSES, operation_id="complete_request")
def complete_request(request: HttpRequest, sent: Telling) -> dict[str, Any]:
    """Tell what the desk named as `missing`: all of it, and nothing else is taken from what is sent."""
    case = case_of(request)
    if case.state != Request.State.INCOMPLETE:
        raise NotNow(_("Tidak ada yang perlu dilengkapi sekarang."))
    form = _completing(case, sent)
    complete(case, form.wanted, form.by)
    return _as_it_stands(request)


def _completing(case: Request, sent: Telling) -> CompleteForm:
    """The form of the page, filled in. Raises Incomplete."""
    papers = {kind: [SimpleUploadedFile(kind, content)] for kind, content in sent.papers.contents().items()}
    form = CompleteForm(case.missing, sent.fields(), MultiValueDict(papers))
    if not form.is_valid():
        raise Incomplete({name: " ".join(map(str, told)) for name, told in form.errors.items()})
    return form


@router.post("/request/objection", response=_RESPONSES, operation_id="object")
def object_request(request: HttpRequest, sent: ObjectionIn) -> dict[str, Any]:
    """Object to the superior, against an answer or because none came in time. Sent twice, it is one."""
    object_to(case_of(request), sent.submission, sent.grounds, sent.text, actor=APPLICANT)
    return _as_it_stands(request)


@router.post("/request/withdrawal", response=_RESPONSES, operation_id="withdraw_request")
def withdraw_request(request: HttpRequest, sent: WithdrawIn) -> dict[str, Any]:
    """Take the request back: the applicant no longer wants it."""
    withdraw(case_of(request), sent.reason)
    return _as_it_stands(request)


def _as_it_stands(request: HttpRequest) -> dict[str, Any]:
    return told_of(Request.objects.select_related("body", "applicant").get(pk=case_of(request).pk))
