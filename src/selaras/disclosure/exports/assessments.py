"""Every answer of the monitoring questionnaires of a year: the body's, the system's and the verified one."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from io import StringIO

from django.db.models import Prefetch, QuerySet

from selaras.disclosure.maturity.questionnaire import kept_questionnaire
from selaras.disclosure.models import Assessment, AssessmentAnswer, AssessmentPaper
from selaras.documents.printable import printable
from selaras.documents.sheets import Form, Sheet, workbook
from selaras.engines.tabular import neutral

Cell = str | int
# Machine name, heading and width in characters of each column.
COLUMNS = (
    ("tahun", "Tahun", 7),
    ("kode_badan", "Kode badan", 14),
    ("badan", "Badan publik", 26),
    ("keadaan", "Keadaan", 14),
    ("indikator", "Indikator", 18),
    ("pertanyaan", "Pertanyaan", 40),
    ("jawaban", "Jawaban", 9),
    ("bunyi_jawaban", "Bunyi jawaban", 28),
    ("menurut_sistem", "Menurut sistem", 9),
    ("dasar_sistem", "Dasar menurut sistem", 32),
    ("alasan", "Alasan atau keterangan", 32),
    ("tautan", "Tautan bukti", 24),
    ("berkas", "Berkas bukti", 20),
    ("terverifikasi", "Terverifikasi", 11),
    ("alasan_verifikasi", "Alasan verifikasi", 32),
)
TOTALS = (
    ("Tahun", 7),
    ("Kode badan", 14),
    ("Badan publik", 30),
    ("Keadaan", 18),
    ("Nilai menurut badan", 12),
    ("Nilai terverifikasi", 12),
    ("Visitasi", 10),
    ("Nilai akhir", 10),
    ("Golongan", 20),
    ("Nilai menurut bukti", 12),
)


def as_csv(assessments: QuerySet[Assessment], year: int) -> bytes:
    """UTF-8 with a byte order mark (spreadsheets need it); formulas neutralised. A question not answered has a row."""
    target = StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([name for name, _heading, _width in COLUMNS])
    writer.writerows(_rows(assessments, year))
    return target.getvalue().encode("utf-8-sig")


def as_xlsx(assessments: QuerySet[Assessment], year: int) -> bytes:
    """Two sheets: the results by body, and every answer."""
    results = Form(
        title=f"Kuesioner keterbukaan informasi {year}: hasil",
        columns=[heading for heading, _width in TOTALS],
        widths=[width for _heading, width in TOTALS],
    )
    answers = Form(
        title=f"Kuesioner keterbukaan informasi {year}: jawaban",
        columns=[heading for _name, heading, _width in COLUMNS],
        widths=[width for _name, _heading, width in COLUMNS],
    )
    return workbook(
        [
            Sheet("Hasil", results, _totals(assessments), filtered=True),
            Sheet("Jawaban", answers, _rows(assessments, year), filtered=True),
        ]
    )


def _totals(assessments: QuerySet[Assessment]) -> Iterator[list[Cell | float]]:
    for one in assessments.order_by("body__code").defer("method"):
        points = (one.claimed, one.found, one.visit, one.total)
        told: list[Cell | float] = [one.year, one.body.code, neutral(one.body.name), one.get_state_display()]
        told += ["" if value is None else float(value) for value in points]
        yield [*told, one.band, "" if one.by_evidence is None else float(one.by_evidence)]


def _rows(assessments: QuerySet[Assessment], year: int) -> Iterator[list[Cell]]:
    papers = AssessmentPaper.objects.defer("sealed")
    whole = assessments.order_by("body__code").prefetch_related("answers", Prefetch("answers__papers", papers))
    for assessment in whole:
        questionnaire = kept_questionnaire(assessment.method)
        body, state = assessment.body, assessment.get_state_display()
        known = {one.question: one for one in assessment.answers.all()}
        for indicator, questions in questionnaire.by_indicator():
            for one in questions:
                told = [body.code, body.name, state, indicator.name, one.text]
                told += _told(known[one.key], one.answers) if one.key in known else [""] * 9
                yield [year, *(neutral(printable(cell)) for cell in told)]


def _told(answer: AssessmentAnswer, words: Mapping[str, str]) -> list[str]:
    files = ", ".join(paper.name for paper in answer.papers.all())
    return [
        answer.choice,
        words[answer.choice],
        answer.by_system,
        answer.system_why,
        answer.reason,
        answer.link,
        files,
        answer.verified,
        answer.verified_why,
    ]
