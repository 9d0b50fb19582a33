"""The metadata forms of a dataset as documents: a print by the form's own numbers, a workbook, and plain JSON.

Whoever asks hands over the forms that the reader may see; nothing here looks for others.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.utils import timezone, translation

from selaras.documents.blocks import Block, Facts, Heading, Paragraph, table
from selaras.documents.printable import printable
from selaras.documents.sheets import Form as Head
from selaras.documents.sheets import Section, workbook
from selaras.documents.sheets import Sheet as Page
from selaras.engines.indonesian.wording import long_date, plain_date
from selaras.engines.tabular import neutral
from selaras.sectoral.exports.setting import set_document
from selaras.sectoral.metadata_forms import Question, Sheet
from selaras.sectoral.models import Dataset, Metadata

Form = Metadata.Form
SHORT = {Form.ACTIVITY: "MS-Keg", Form.VARIABLE: "MS-Var", Form.INDICATOR: "MS-Ind"}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMATS = {"pdf": "application/pdf", "xlsx": XLSX, "json": "application/json"}
_EMPTY = "–"
_VARIABLES = ("Variabel", "Konsep", "Definisi", "Referensi waktu")  # question 3.4 of MS-Keg, from the forms MS-Var
_OF_VARIABLES = ("concept", "definition", "period")


def ordered(forms: Iterable[Metadata]) -> list[Metadata]:
    """The activity, then its variables, then its indicators."""
    places = list(Form.values)
    return sorted(forms, key=lambda one: (places.index(one.form), one.subject))


@translation.override("id")  # what is printed is Indonesian, whoever asks for it
def as_pdf(dataset: Dataset, forms: Iterable[Metadata], sheets: Mapping[str, Sheet], on: date) -> bytes:
    """Raises SectoralError where the office's own layout cannot be set."""
    filled = ordered(forms)
    told = {
        "title": "Metadata statistik",
        "name": dataset.title,
        "as_of": f"{dataset.agency.name}. Keadaan {long_date(on)}.",
        "summary": f"Kode tetap {dataset.code}. {len(filled)} formulir: MS-Keg, MS-Var, dan MS-Ind menurut "
        "Peraturan BPS 5/2020, sebagaimana diisi produsen data.",
    }
    return set_document(told, list(_blocks(filled, sheets)))


def _blocks(forms: Sequence[Metadata], sheets: Mapping[str, Sheet]) -> Iterator[Block]:
    variables = [one for one in forms if one.form == Form.VARIABLE]
    for one in forms:
        yield Heading(" ".join(filter(None, (SHORT[Form(one.form)], one.subject))))
        yield Paragraph(f"Edisi {one.edition}, {plain_date(timezone.localtime(one.filled_at).date())}.")
        for block in sheets[one.form].blocks:
            if block.title:
                yield Heading(f"Blok {block.number}. {block.title}")
            yield Facts(
                tuple((_label(each), each.words_of(one.answers.get(each.key)) or _EMPTY) for each in block.questions)
            )
            if variables and any(each.number.startswith("3.") for each in block.questions):
                yield Paragraph("3.4 Variabel yang dikumpulkan")
                yield table(_VARIABLES, (_variable(each) for each in variables), wordy=True)


def _label(question: Question) -> str:
    return f"{question.number} {question.text}".strip()


def _variable(one: Metadata) -> list[str]:
    return [one.subject, *(str(one.answers.get(key, _EMPTY)) for key in _OF_VARIABLES)]


@translation.override("id")
def as_xlsx(dataset: Dataset, forms: Iterable[Metadata], sheets: Mapping[str, Sheet]) -> bytes:
    """The activity question by question; the variables and the indicators one a row."""
    filled = ordered(forms)
    pages = [_activity_page(dataset, filled, sheets[Form.ACTIVITY])]
    pages += [_page(dataset, filled, sheets[form]) for form in (Form.VARIABLE, Form.INDICATOR)]
    return workbook(pages)


def _activity_page(dataset: Dataset, forms: Iterable[Metadata], sheet: Sheet) -> Page:
    head = Head(f"MS-Keg: {dataset.title}", ("Nomor", "Isian", "Jawaban"), (9, 46, 70))
    answers: dict[str, Any] = next((one.answers for one in forms if one.form == Form.ACTIVITY), {})
    return Page(SHORT[Form.ACTIVITY], head, _activity_rows(answers, sheet))


def _activity_rows(answers: Mapping[str, Any], sheet: Sheet) -> Iterator[list[str] | Section]:
    for block in sheet.blocks:
        if block.title:
            yield Section(f"{block.number}. {block.title}")
        for one in block.questions:
            yield [one.number, one.text, _cell(one, answers)]


def _page(dataset: Dataset, forms: Iterable[Metadata], sheet: Sheet) -> Page:
    short = SHORT[Form(sheet.form)]
    columns = ("Nama", *(one.text for one in sheet.questions), "Edisi")
    head = Head(f"{short}: {dataset.title}", columns, (22, *(24 for _one in sheet.questions), 7))
    own = [one for one in forms if one.form == sheet.form]
    rows = [
        [neutral(printable(one.subject)), *(_cell(each, one.answers) for each in sheet.questions), one.edition]
        for one in own
    ]
    return Page(short, head, rows, filtered=bool(rows))


def _cell(question: Question, answers: Mapping[str, Any]) -> str:
    return str(neutral(printable(question.words_of(answers.get(question.key)))))


def as_plain(dataset: Dataset, forms: Iterable[Metadata], sheets: Mapping[str, Sheet]) -> dict[str, Any]:
    """In plain JSON values: each answer with its key, its number in the form, its code and its words."""
    with translation.override("id"):
        told = [_plain(one, sheets[one.form]) for one in ordered(forms)]
    return {"dataset": dataset.code, "title": dataset.title, "agency": dataset.agency.name, "forms": told}


def _plain(one: Metadata, sheet: Sheet) -> dict[str, Any]:
    answers = [
        {
            "key": each.key,
            "number": each.number,
            "question": each.text,
            "answer": one.answers[each.key],
            "words": each.words_of(one.answers[each.key]),
        }
        for each in sheet.questions
        if each.key in one.answers
    ]
    return {
        "form": SHORT[Form(one.form)],
        "subject": one.subject,
        "edition": one.edition,
        "filled_at": one.filled_at.isoformat(),
        "answers": answers,
    }


def as_json(dataset: Dataset, forms: Iterable[Metadata], sheets: Mapping[str, Sheet]) -> bytes:
    return json.dumps(as_plain(dataset, forms, sheets), ensure_ascii=False, indent=1).encode()


def written(kind: str, dataset: Dataset, forms: Iterable[Metadata], sheets: Mapping[str, Sheet], on: date) -> bytes:
    """In one of `FORMATS`. Raises SectoralError as `as_pdf` does."""
    if kind == "pdf":
        return as_pdf(dataset, forms, sheets, on)
    return as_xlsx(dataset, forms, sheets) if kind == "xlsx" else as_json(dataset, forms, sheets)
