"""Asking from an app: looked at before it is sent, and sent once whatever the line does."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from ninja import Router, Schema, Status
from pydantic import Field

from selaras.disclosure.actions.checking import missing_now
from selaras.disclosure.actions.knocking import knock
from selaras.disclosure.actions.receiving_apps import submit_by_app
from selaras.disclosure.api.bodies import body_named
from selaras.disclosure.api.case import told_of
from selaras.disclosure.api.case_forms import CaseOut
from selaras.disclosure.api.refusals import as_json
from selaras.disclosure.api.rules import AskedOut, asked_of
from selaras.disclosure.api.sent import RequestIn
from selaras.disclosure.drafts import Sheet, lacking, slips_in
from selaras.disclosure.links import address_of, token_of
from selaras.disclosure.papers import paper_of
from selaras.people.addresses import client_address
from selaras.people.api import Problem

router = Router()
router.add_decorator(as_json, mode="view")
_REFUSED = {400: Problem, 404: Problem, 413: Problem, 415: Problem, 422: Problem}


class CheckedOut(Schema):
    """`wrong`: sentences by field for what cannot be right, so that it would not be taken in. `lacking`: what the desk
    would ask for; a request may be sent without it, and is then answered later.
    """

    wrong: dict[str, str]
    lacking: list[AskedOut]


class RegisteredOut(Schema):
    """The registration number and the token that opens the case: who holds it follows the case and acts in it.

    `link` is the applicant's own page and `receipt` its receipt to print; `lacking` is what the desk will ask for.
    """

    number: str = Field(examples=["0001/3305222002/2020"])
    token: str
    link: str
    receipt: str
    lacking: list[AskedOut]
    case: CaseOut


@router.post("/requests/check", response={200: CheckedOut, **_REFUSED}, operation_id="check_request")
def check_request(request: HttpRequest, sent: RequestIn) -> dict[str, Any]:
    """What would lack, and what cannot be right, were this request sent. Nothing is kept."""
    body = body_named(sent.body)
    told = {name: str(value) for name, value in sent.fields().items() if value}
    sheet = Sheet(body.code, str(sent.submission), told)
    papers = {paper_of(kind, content).kind for kind, content in sent.papers.contents().items()}
    return {"wrong": slips_in(sheet), "lacking": asked_of(lacking(sheet, papers))}


@router.post(
    "/requests", response={201: RegisteredOut, 409: Problem, 429: Problem, **_REFUSED}, operation_id="send_request"
)
def send_request(request: HttpRequest, sent: RequestIn) -> Status[dict[str, Any]]:
    """Send a request, without an account. Sent again with the same `submission` and the same words, as after a lost
    connection, it is one request and the answer says the same.
    """
    body = body_named(sent.body)
    knock("request", client_address(request))
    case = submit_by_app(body, sent.submission, sent.wanted(), sent.by())
    token = token_of(case)
    told = {
        "number": case.number,
        "token": token,
        "link": address_of(case),
        "receipt": settings.SITE + reverse("my-receipt", args=[token]),
        "lacking": asked_of(missing_now(case)),
        "case": told_of(case),
    }
    return Status(201, told)
