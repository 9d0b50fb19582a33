"""A case as its applicant reads it by the own link: how far it is, until when, and where each date comes from."""

from __future__ import annotations

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from selaras.disclosure.links import address_of
from selaras.disclosure.models import Objection, Request, WorkingFile
from selaras.disclosure.pages.applicant.doors import by_link
from selaras.disclosure.pages.applicant.standing import standing_of
from selaras.disclosure.pages.publication.data import released
from selaras.disclosure.pages.qr import qr_of
from selaras.government.queries import parameter_value


@by_link
@require_safe
def my_request(request: HttpRequest, case: Request, token: str) -> HttpResponse:
    """Everything that the applicant may know of the own case; nothing of it names the applicant."""
    mine = standing_of(case)
    context = {"case": case, "token": token, "mine": mine, "grounds": _grounds(mine.objection)}
    return render(request, "disclosure/applicant/mine.html", context)


def _grounds(objection: Objection | None) -> list[str]:
    """On what an objection rests, in the words of the regulation of its day."""
    if objection is None:
        return []
    known = parameter_value("disclosure.objection_grounds", objection.received_on)
    return [known[letter] for letter in objection.grounds if letter in known]


@by_link
@require_safe
def my_receipt(request: HttpRequest, case: Request, token: str) -> HttpResponse:
    """The registration number with the applicant's own link, to print or to photograph."""
    address = address_of(case)
    context = {"case": case, "token": token, "address": address, "code": qr_of(address), "today": timezone.localdate()}
    return render(request, "disclosure/applicant/receipt.html", context)


@by_link
@require_safe
def my_file(_request: HttpRequest, case: Request, _token: str, pk: int) -> FileResponse:
    """A released copy that was answered with; what still lies at the desk is not there."""
    files = WorkingFile.objects.filter(answer__request=case, released_at__isnull=False).defer("sealed")
    file = get_object_or_404(files, pk=pk)
    return released(file, file.public_name)
