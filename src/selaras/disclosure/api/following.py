"""Following the own case from an app: how far it is, its letters, the files of its answers."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from ninja import Router, Status

from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.actions.writing_letters import write_letter
from selaras.disclosure.api.caching import for_one
from selaras.disclosure.api.case import letters_of, told_of
from selaras.disclosure.api.case_forms import CaseOut, LetterOut
from selaras.disclosure.api.own import ByToken, case_of
from selaras.disclosure.api.refusals import as_json
from selaras.disclosure.api.sent import ProofIn
from selaras.disclosure.errors import NotNow
from selaras.disclosure.letters import letters_due
from selaras.disclosure.models import LetterKind, WorkingFile
from selaras.disclosure.pages.publication.data import released
from selaras.disclosure.pages.reports.letters import letter_response
from selaras.people.api import Key, NotThere, Problem

router = Router(auth=ByToken())
router.add_decorator(for_one, mode="view")
router.add_decorator(as_json, mode="view")
_REFUSED = {401: Problem, 404: Problem, 422: Problem}
_FILE: dict[str, Any] = {"responses": {200: {"description": "The file.", "content": {"*/*": {"schema": {}}}}}}


@router.get("/request", response={200: CaseOut, 401: Problem}, operation_id="read_request")
def read_request(request: HttpRequest) -> dict[str, Any]:
    """How far the case is: its terms with where each day comes from, deeds, answers, letters, and what may be done."""
    return told_of(case_of(request))


@router.get("/request/files/{key}", response=_REFUSED, operation_id="fetch_file", openapi_extra=_FILE)
def fetch_file(request: HttpRequest, key: Key) -> FileResponse:
    """A released copy that came with an answer."""
    files = WorkingFile.objects.filter(answer__request=case_of(request), released_at__isnull=False).defer("sealed")
    file = files.filter(pk=key).first()
    if file is None:
        raise NotThere("Berkas ini tidak ada pada permohonan Anda.")
    response = released(file, file.name)
    response.headers["ETag"] = f'"{file.released_digest}"'
    return response


@router.get("/request/letters/{key}", response=_REFUSED, operation_id="fetch_letter", openapi_extra=_FILE)
def fetch_letter(request: HttpRequest, key: Key) -> HttpResponse:
    """A letter that was written, as PDF."""
    letter = case_of(request).letters.filter(pk=key).first()
    if letter is None:
        raise NotThere("Surat ini tidak ada pada permohonan Anda.")
    return letter_response(letter, "pdf")


@router.post(
    "/request/letters",
    response={201: LetterOut, **_REFUSED, 400: Problem, 409: Problem, 413: Problem, 415: Problem},
    operation_id="write_proof",
)
def write_proof(request: HttpRequest, sent: ProofIn) -> Status[dict[str, Any]]:
    """Have a proof of receipt written. Asked for twice, it is the same letter."""
    case = case_of(request)
    due = next((one for one in letters_due(case) if one.kind == LetterKind(sent.kind)), None)
    if due is None:
        raise NotNow("Belum ada keberatan pada permohonan ini, jadi tanda buktinya belum ada.")
    write_letter(case, due, actor=APPLICANT)
    return Status(201, next(one for one in letters_of(case) if one["kind"] == due.kind))
