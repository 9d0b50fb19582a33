"""One question of the questionnaire, and the documents that prove an answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from selaras.disclosure import queries, rules
from selaras.disclosure.actions.assessing import LONGEST_REASON, Reply, save_answer
from selaras.disclosure.actions.proving import Proof, opened_paper
from selaras.disclosure.maturity.questionnaire import Question
from selaras.disclosure.maturity.suggesting import suggestions_for
from selaras.disclosure.models import PublicBody
from selaras.disclosure.pages.doors import made_by
from selaras.disclosure.pages.maturity.rows import Row, Sheet, sheet_for
from selaras.disclosure.pages.publication.month import desk_named
from selaras.people.pages.doors import only, visitor
from selaras.people.pages.fields import Choice, TellingForm, Told

_MOST_READ = 5_000_000  # bytes of a document; the action says what is too much


class AnswerForm(TellingForm):
    """Whatever is told; the action judges it."""

    choice = Choice(gettext_lazy("Jawaban Anda"), [])
    reason = Told(
        gettext_lazy("Alasan atau keterangan"),
        gettext_lazy("Wajib bila jawaban Anda berbeda dari menurut sistem."),
        rows=3,
        longest=LONGEST_REASON,
        required=False,
    )
    link = Told(gettext_lazy("Tautan ke buktinya"), gettext_lazy("Misalnya https://"), longest=500, required=False)
    proof = forms.FileField(
        label=gettext_lazy("Berkas bukti (PDF)"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "application/pdf"}),
    )

    def __init__(self, question: Question, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["choice"].choices = [  # type: ignore[attr-defined]
            (letter, f"{letter}. {words}") for letter, words in question.answers.items()
        ]

    def reply(self) -> Reply:
        """Call after `is_valid`."""
        told = self.cleaned_data
        return Reply(told["choice"], told["reason"], told["link"])

    def proved(self) -> Proof | None:
        given = self.cleaned_data.get("proof")
        return Proof(given.name or "bukti.pdf", given.read(_MOST_READ)) if given else None


@only(rules.keeps_lists)
@require_http_methods(["GET", "HEAD", "POST"])
def answer_page(request: HttpRequest, code: str, year: int, key: str) -> HttpResponse:
    """Answer it, and go on to the next that is open."""
    body = desk_named(request, code)
    sheet = sheet_for(body, year)
    question = sheet.questionnaire.question(key)
    if question is None:
        raise Http404(_("Pertanyaan ini tidak ada dalam kuesioner tahun itu. Buka kembali daftarnya."))
    if sheet.sent and request.method != "POST":
        return redirect("assessment", code, year)
    row = _row(body, sheet, question)
    form = AnswerForm(question, request.POST or None, request.FILES or None, initial=_first(row))
    if request.method == "POST" and form.is_valid() and _was_saved(request, form, sheet, key):
        return _onwards(sheet, key)
    asked = [one.key for one in sheet.questionnaire.questions]
    context = {
        "body": body,
        "year": year,
        "row": row,
        "form": form,
        "indicator": sheet.questionnaire.method.indicator(question.indicator),
        "at": asked.index(key) + 1,
        "many": len(asked),
        "file_lost": bool(form.errors and request.FILES),
    }
    return render(request, "disclosure/maturity/answer.html", context, status=422 if form.errors else 200)


def _row(body: PublicBody, sheet: Sheet, question: Question) -> Row:
    known = suggestions_for(body, sheet.questionnaire, timezone.localdate()) if question.measure else {}
    return Row(question, sheet.answers.get(question.key), known.get(question.key))


def _first(row: Row) -> dict[str, str]:
    """What was answered; at first what the system would answer."""
    if row.answer:
        return {"choice": row.answer.choice, "reason": row.answer.reason, "link": row.answer.link}
    return {"choice": row.suggestion.letter} if row.suggestion else {}


def _was_saved(request: HttpRequest, form: AnswerForm, sheet: Sheet, key: str) -> bool:
    actor = visitor(request)
    saved = made_by(form, lambda: save_answer(sheet.body, sheet.year, key, form.reply(), form.proved(), actor=actor))
    if saved:
        messages.success(request, _("Jawaban tersimpan."))
    return saved is not None


def _onwards(sheet: Sheet, key: str) -> HttpResponse:
    """To the next open question after this one, and once all are answered back to the list."""
    asked = [one.key for one in sheet.questionnaire.questions]
    rest = asked[asked.index(key) + 1 :] + asked[: asked.index(key)]
    following = next((one for one in rest if one not in sheet.answers), None)
    if following:
        return redirect("assessment-answer", sheet.body.code, sheet.year, following)
    return redirect("assessment", sheet.body.code, sheet.year)


@only(rules.reads_maturity)
@require_safe
def paper(request: HttpRequest, pk: int) -> HttpResponse:
    """A document as it was sent, to keep."""
    found = get_object_or_404(queries.papers_visible_to(visitor(request)), pk=pk)
    response = HttpResponse(opened_paper(found), content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(True, found.name)
    response["X-Content-Type-Options"] = "nosniff"
    return response
