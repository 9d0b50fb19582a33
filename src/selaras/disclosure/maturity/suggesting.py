"""What the system itself would answer to a questionnaire, and on what evidence; a person may differ and says why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import override

from selaras.disclosure.maturity.questionnaire import Questionnaire
from selaras.disclosure.maturity.scoring import Score, scores
from selaras.disclosure.models import PublicBody


@dataclass(frozen=True)
class Suggestion:
    letter: str
    why: str


def suggestions_for(body: PublicBody, questionnaire: Questionnaire, day: date) -> dict[str, Suggestion]:
    """By the question's key; one about which the system knows nothing is left out. The queries of `scores`."""
    return suggestions_by(scores(PublicBody.objects.filter(pk=body.pk), day)[body.pk], questionnaire)


def suggestions_by(score: Score, questionnaire: Questionnaire) -> dict[str, Suggestion]:
    """The best answer that the share reaches of the measure behind each question."""
    judged = {part.key: part for part in score.parts if part.share is not None}
    found = {}
    with override("id"):  # it is stored with the answer
        for one in questionnaire.questions:
            part = judged.get(one.measure)
            if part is not None and part.share is not None:
                found[one.key] = Suggestion(questionnaire.method.letter_of(part.share), part.evidence)
    return found
