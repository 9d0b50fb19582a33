"""A filled questionnaire of a village, for tests; every answer is invented."""

from __future__ import annotations

from selaras.disclosure.actions.assessing import Reply, save_answer, submit_assessment
from selaras.disclosure.actions.verifying import judge_answer
from selaras.disclosure.maturity.questionnaire import Question, Questionnaire
from selaras.disclosure.models import Assessment, AssessmentAnswer, PublicBody
from tests.disclosure.maturity.methods import METHOD, seeded
from tests.disclosure.network import at_desk, main_officer

TOLD = seeded("disclosure.maturity.questionnaire")
SHARE = TOLD["share"]
QUESTIONNAIRE = Questionnaire(
    TOLD["version"],
    METHOD,
    tuple(
        Question(**{**one, "answers": SHARE if one["answers"] == "share" else one["answers"]})
        for one in TOLD["questions"]
    ),
)
KEYS = [one.key for one in QUESTIONNAIRE.questions]
WHY = "Sebagian ada di situs lain (contoh)."


def filled(body: PublicBody, year: int, letter: str = "B") -> Assessment:
    """Every question answered alike; all but the first straight into the table, for speed."""
    first = save_answer(body, year, KEYS[0], Reply(letter, WHY), actor=at_desk(body))
    known = set(first.assessment.answers.values_list("question", flat=True))
    told = {"assessment": first.assessment, "choice": letter, "saved_at": first.saved_at, "saved_by_name": "contoh"}
    AssessmentAnswer.objects.bulk_create(AssessmentAnswer(question=key, **told) for key in KEYS if key not in known)
    return first.assessment


def sent(body: PublicBody, year: int, letter: str = "B") -> Assessment:
    return submit_assessment(filled(body, year, letter), actor=at_desk(body))


def judged(assessment: Assessment, **corrected: str) -> Assessment:
    """Every answer accepted, but for those that are corrected by the key of their question."""
    officer = main_officer()
    for answer in assessment.answers.all():
        judge_answer(answer, corrected.get(answer.question, answer.choice), "Tidak ada buktinya.", actor=officer)
    return assessment
