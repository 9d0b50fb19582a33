"""The letters of a case: which its deeds call for, writing one, and their files, for the desk and the applicant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from selaras.disclosure import queries, rules
from selaras.disclosure.actions.remembering import APPLICANT
from selaras.disclosure.actions.writing_letters import BY_APPLICANT, letter_content, write_letter
from selaras.disclosure.errors import DisclosureError, NoSuchLink
from selaras.disclosure.letters import Due, letters_due
from selaras.disclosure.links import request_behind
from selaras.disclosure.models import Letter, Request
from selaras.disclosure.pages.doors import attempt
from selaras.documents.types import TYPES
from selaras.people.pages.doors import only, visitor

NOT_A_DESK = gettext_lazy("Surat permohonan dibaca oleh meja layanan dan atasan PPID-nya.")


@dataclass(frozen=True)
class Row:
    due: Due
    letter: Letter | None  # the newest edition, once it was written

    @property
    def value(self) -> str:
        return f"{self.due.kind} {self.due.about}"


def rows_of(request: Request) -> list[Row]:
    newest = {(one.kind, one.about): one for one in request.letters.order_by("edition")}
    return [Row(due, newest.get((due.kind, due.about))) for due in letters_due(request)]


@only(rules.handles_requests, NOT_A_DESK)
@require_http_methods(["GET", "POST"])
def request_letters(request: HttpRequest, pk: int) -> HttpResponse:
    """Every letter of a case, written or not, with the button that writes it."""
    case = get_object_or_404(_cases(request), pk=pk)
    rows = rows_of(case)
    if request.method == "POST":
        if row := _asked(request, rows):
            write = partial(write_letter, case, row.due, actor=visitor(request), anew=row.letter is not None)
            attempt(request, write, _("Surat sudah ada di bawah. Baca dahulu sebelum dikirim."))
        return redirect("request-letters", case.pk)
    return render(request, "disclosure/reports/letters.html", {"case": case, "rows": rows, **_counted(rows)})


def _cases(request: HttpRequest) -> Any:
    return queries.requests_visible_to(request.user).select_related("body__superior", "applicant")


def _counted(rows: Iterable[Row]) -> dict[str, int]:
    told = [row.letter is not None for row in rows]
    return {"written": sum(told), "all": len(told)}


def _asked(request: HttpRequest, rows: Iterable[Row]) -> Row | None:
    """The row whose button was pressed; tells where it is none."""
    asked = request.POST.get("surat", "")
    row = next((row for row in rows if row.value == asked), None)
    if row is None:
        messages.error(request, _("Pilih salah satu surat di halaman ini."))
    return row


@only(rules.handles_requests, NOT_A_DESK)
@require_safe
def letter_file(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """A letter as it was written, to keep: `pdf` or `docx`."""
    cases = queries.requests_visible_to(request.user)
    letter = get_object_or_404(Letter.objects.filter(request__in=cases), pk=pk)
    return letter_response(letter, form)


def letter_response(letter: Letter, form: str) -> HttpResponse:
    """The file to keep. Raises Http404 where it was erased or is not there."""
    if f".{form}" not in TYPES or form not in {"pdf", "docx"}:
        raise Http404(_("Surat tersedia sebagai PDF dan DOCX."))
    try:
        content = letter_content(letter, form)
    except DisclosureError as gone:
        raise Http404(str(gone)) from gone
    except FileNotFoundError:
        raise Http404(_("Berkas surat ini tidak ada di tempatnya. Beri tahu pengelola situs.")) from None
    response = HttpResponse(content, content_type=TYPES[f".{form}"])
    name = letter.number.replace("/", "-").replace(".", "-")
    response["Content-Disposition"] = f'attachment; filename="surat-{name}.{form}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


@never_cache
@require_http_methods(["GET", "POST"])
def my_letters(request: HttpRequest, token: str) -> HttpResponse:
    """The applicant's letters; the proofs of receipt are written at once, the others by the desk."""
    case = _behind(token)
    rows = [row for row in rows_of(case) if row.letter or row.due.kind in BY_APPLICANT]
    if request.method == "POST":
        if row := _asked(request, [row for row in rows if row.due.kind in BY_APPLICANT]):
            attempt(request, partial(write_letter, case, row.due, actor=APPLICANT), _("Surat sudah ada di bawah."))
        return redirect("my-letters", token)
    context = {"case": case, "rows": rows, "token": token, **_counted(rows)}
    return render(request, "disclosure/reports/my_letters.html", context)


@never_cache
@require_safe
def my_letter(_request: HttpRequest, token: str, pk: int) -> HttpResponse:
    """One letter of the case behind the link, as PDF."""
    return letter_response(get_object_or_404(_behind(token).letters, pk=pk), "pdf")


def _behind(token: str) -> Request:
    try:
        return request_behind(token)
    except NoSuchLink as nothing:
        raise Http404(str(nothing)) from nothing
