"""A body fills in the questionnaire answer by answer; the system says what it would answer, and a person may differ."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from selaras.audit.models import Entry
from selaras.disclosure.actions.assessing import Proof, Reply, opened_paper, save_answer, submit_assessment
from selaras.disclosure.errors import Incomplete, NotAllowed, NotNow
from selaras.disclosure.models import Assessment, AssessmentPaper, PublicBody
from selaras.government.models import RegulationParameter
from tests.disclosure.maturity.questionnaires import KEYS, filled, sent
from tests.disclosure.network import OTHER_VILLAGE, at_desk, network
from tests.disclosure.publication.items import an_item_of

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
DAY = date(2026, 6, 15)
PDF = b"%PDF-1.7 bukti (contoh)"


@pytest.fixture
def body(today: Today) -> PublicBody:
    village = network()
    today(DAY)
    return village


def save(body: PublicBody, key: str, choice: str, **told: Any) -> Any:
    proof = told.pop("proof", None)
    return save_answer(body, told.pop("year", 2026), key, Reply(choice, **told), proof, actor=at_desk(body))


def deeds() -> list[str]:
    return list(Entry.objects.filter(action__startswith="disclosure.assessment").values_list("action", flat=True))


def test_the_first_answer_begins_the_questionnaire_with_its_method(body: PublicBody) -> None:
    answer = save(body, "budget", "C")
    assert (answer.choice, answer.by_system, answer.assessment.state) == ("C", "", "draft")
    assert [one["key"] for one in answer.assessment.method["questions"]] == KEYS


def test_what_the_system_knows_stands_beside_the_answer(body: PublicBody) -> None:
    an_item_of(body, "apbdes")
    with pytest.raises(Incomplete) as refused:
        save(body, "published", "A")
    assert refused.value.fields == {"reason": "Jawaban Anda berbeda dari menurut sistem. Tulis mengapa."}
    answer = save(body, "published", "A", reason="Semua ada di papan desa.")
    assert (answer.choice, answer.by_system) == ("A", "E")
    assert answer.system_why == "1 dari 10 informasi wajib sudah terbit."
    assert save(body, "published", "E").reason == ""


def test_the_same_answer_again_changes_nothing(body: PublicBody) -> None:
    first = save(body, "budget", "C")
    again = save(body, "budget", "C")
    assert (first.pk, first.saved_at) == (again.pk, again.saved_at)
    assert deeds() == ["disclosure.assessment_answered"]


def test_an_answer_may_be_changed_until_it_is_sent(body: PublicBody) -> None:
    save(body, "budget", "C")
    assert save(body, "budget", "A").choice == "A"
    sent(body, 2026)
    with pytest.raises(NotNow, match="sudah dikirim"):
        save(body, "budget", "B")


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"choice": "F"}, "choice"),
        ({"choice": ""}, "choice"),
        ({"choice": "A", "link": "situs desa"}, "link"),
        ({"choice": "A", "link": "javascript:alert(1)"}, "link"),
        ({"choice": "A", "link": "https://contoh.example/" + "a" * 500}, "link"),
        ({"choice": "A", "reason": "a" * 2001}, "reason"),
        ({"choice": "A", "proof": Proof("bukti.docx", b"PK")}, "proof"),
        ({"choice": "A", "proof": Proof("bukti.pdf", PDF.ljust(2_000_001))}, "proof"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(body: PublicBody, told: dict[str, Any], field: str) -> None:
    with pytest.raises(Incomplete) as refused:
        save(body, "budget", **told)
    assert list(refused.value.fields) == [field]
    assert not Assessment.objects.exists()


def test_a_proof_is_kept_sealed_and_once(body: PublicBody) -> None:
    largest = Proof("bukti.pdf", PDF.ljust(2_000_000))
    save(body, "budget", "A", proof=largest)
    save(body, "budget", "A", proof=largest)
    paper = AssessmentPaper.objects.get()
    assert PDF not in bytes(paper.sealed)
    assert opened_paper(paper) == largest.content


@pytest.mark.parametrize(("year", "allowed"), [(2026, True), (2025, True), (2024, False), (2027, False)])
def test_only_this_year_and_the_last_can_be_begun(body: PublicBody, year: int, allowed: bool) -> None:
    if allowed:
        assert save(body, "budget", "A", year=year).assessment.year == year
        return
    with pytest.raises(NotNow, match="tidak dapat diisi"):
        save(body, "budget", "A", year=year)


def test_a_question_that_is_not_asked_is_refused(body: PublicBody) -> None:
    with pytest.raises(NotNow, match="tidak ada dalam kuesioner"):
        save(body, "apa-saja", "A")


def test_another_desk_neither_answers_nor_sends(body: PublicBody) -> None:
    stranger = at_desk(PublicBody.objects.get(region=OTHER_VILLAGE))
    with pytest.raises(NotAllowed):
        save_answer(body, 2026, "budget", Reply("A"), actor=stranger)
    with pytest.raises(NotAllowed):
        submit_assessment(filled(body, 2026), actor=stranger)


def test_it_is_sent_once_every_question_is_answered(body: PublicBody) -> None:
    save(body, "budget", "C")
    begun = body.assessments.get()
    with pytest.raises(NotNow, match="Masih ada 21 pertanyaan"):
        submit_assessment(begun, actor=at_desk(body))
    done = sent(body, 2026)
    assert (done.state, str(done.claimed)) == ("sent", "74.38")  # one of four, a tenth of the weight, is a C


def test_sent_twice_is_sent_once(body: PublicBody) -> None:
    first = sent(body, 2026)
    again = submit_assessment(first, actor=at_desk(body))
    assert again.sent_at == first.sent_at
    assert deeds().count("disclosure.assessment_sent") == 1


def test_a_changed_regulation_leaves_a_begun_questionnaire_as_it_was(body: PublicBody) -> None:
    save(body, "budget", "C")
    RegulationParameter.objects.filter(key="disclosure.maturity.answers").update(value=dict.fromkeys("ABCDE", 0))
    assert str(sent(body, 2026).claimed) == "74.38"
