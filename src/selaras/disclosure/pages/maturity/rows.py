"""A questionnaire with its answers as pages show it, and the parts of a score under their indicators."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from django.db.models import Prefetch
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.disclosure.actions.assessing import open_years, unanswered
from selaras.disclosure.maturity.method import Band, Indicator
from selaras.disclosure.maturity.questionnaire import (
    Gap,
    Question,
    Questionnaire,
    kept_questionnaire,
    questionnaire_on,
)
from selaras.disclosure.maturity.scoring import Part, Score
from selaras.disclosure.maturity.suggesting import Suggestion
from selaras.disclosure.models import Assessment, AssessmentAnswer, AssessmentPaper, PublicBody
from selaras.engines.maturity import rounded

State = Assessment.State


@dataclass(frozen=True)
class Row:
    """One question with the body's answer, if there is one."""

    question: Question
    answer: AssessmentAnswer | None
    suggestion: Suggestion | None = None

    @property
    def said(self) -> str:
        return self.question.answers[self.answer.choice] if self.answer else ""

    @property
    def found(self) -> str:
        return self.question.answers[self.answer.verified] if self.answer and self.answer.verified else ""

    @property
    def corrected(self) -> bool:
        return bool(self.answer and self.answer.verified and self.answer.verified != self.answer.choice)


@dataclass(frozen=True)
class Sheet:
    """A body's questionnaire of a year, begun or not."""

    body: PublicBody
    year: int
    assessment: Assessment | None
    questionnaire: Questionnaire

    @cached_property
    def answers(self) -> dict[str, AssessmentAnswer]:
        if self.assessment is None:
            return {}
        papers = Prefetch("papers", AssessmentPaper.objects.defer("sealed"))
        return {one.question: one for one in self.assessment.answers.prefetch_related(papers)}

    @property
    def state(self) -> str:
        return self.assessment.state if self.assessment else State.DRAFT

    @property
    def sent(self) -> bool:
        return self.state != State.DRAFT

    @cached_property
    def choices(self) -> dict[str, str]:
        """As verified where that is done, else as the body answered."""
        verified = self.state == State.VERIFIED
        return {key: one.verified if verified else one.choice for key, one in self.answers.items()}

    @property
    def left(self) -> list[Question]:
        return unanswered(self.questionnaire, self.choices)

    @property
    def visit(self) -> Decimal | None:
        return self.assessment.visit if self.assessment else None

    @property
    def points(self) -> Decimal:
        """The total once it is verified, before that the questionnaire alone."""
        return rounded(self.questionnaire.total(self.choices, self.visit))

    def above(self) -> Band | None:
        return self.questionnaire.method.next_band(self.points)

    def gaps(self) -> list[Gap]:
        return self.questionnaire.gaps(self.choices, self.visit)


def sheet_for(body: PublicBody, year: int) -> Sheet:
    """Raises Http404 for a year that was not filled in and no longer can be."""
    today = timezone.localdate()
    assessment = Assessment.objects.filter(body=body, year=year).first()
    if assessment:
        return sheet_of(assessment, body)
    if year not in open_years(today):
        raise Http404(_("Tidak ada kuesioner untuk tahun itu. Pilih salah satu tahun di halaman kematangan."))
    return Sheet(body, year, None, questionnaire_on(min(today, today.replace(year=year, month=12, day=31))))


def sheet_of(assessment: Assessment, body: PublicBody) -> Sheet:
    return Sheet(body, assessment.year, assessment, kept_questionnaire(assessment.method))


def rows_of(sheet: Sheet) -> list[tuple[Indicator, list[Row]]]:
    return [
        (indicator, [Row(one, sheet.answers.get(one.key)) for one in questions])
        for indicator, questions in sheet.questionnaire.by_indicator()
    ]


def groups_of(score: Score) -> list[tuple[Indicator, list[Part]]]:
    """The parts under their indicators, in the order of the regulation."""
    return [(indicator, list(parts)) for indicator, parts in groupby(score.parts, key=lambda part: part.indicator)]
