"""The main PPID accepts or corrects each answer, enters the visit, and closes the questionnaire; both answers stay."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from selaras.audit.models import Entry
from selaras.disclosure import queries
from selaras.disclosure.actions.assessing import Reply, save_answer, submit_assessment
from selaras.disclosure.actions.verifying import judge_answer, return_assessment, verify_assessment
from selaras.disclosure.errors import Incomplete, NotAllowed, NotNow
from selaras.disclosure.models import Assessment, PublicBody
from selaras.people.models import Role
from tests.disclosure.maturity.questionnaires import judged, sent
from tests.disclosure.network import OTHER_VILLAGE, at_desk, main_officer, network
from tests.people.persons import someone

pytestmark = pytest.mark.django_db
Today = Callable[[date], None]
VISIT = Decimal("80.50")


@pytest.fixture
def body(today: Today) -> PublicBody:
    village = network()
    today(date(2026, 6, 15))
    return village


def test_accepted_answers_and_a_visit_make_the_total(body: PublicBody) -> None:
    """75 · 0,8 + 80,5 · 0,2 = 76,1."""
    done = verify_assessment(judged(sent(body, 2026)), VISIT, "Meja rapi.", actor=main_officer())
    assert (done.state, done.found, done.total, done.band) == (
        "verified", Decimal("75.00"), Decimal("76.10"), "Cukup Informatif",
    )  # fmt: skip
    assert done.by_evidence is None  # the village has published nothing here


def test_a_corrected_answer_counts_and_both_stay(body: PublicBody) -> None:
    """Publishing is worth 8 points: 0,75 · 8 = 6 less, so 69 · 0,8 + 80,5 · 0,2 = 71,3."""
    done = verify_assessment(judged(sent(body, 2026), published="E"), VISIT, "", actor=main_officer())
    answer = done.answers.get(question="published")
    assert (answer.choice, answer.verified, answer.verified_why) == ("B", "E", "Tidak ada buktinya.")
    assert (done.claimed, done.found, done.total) == (Decimal("75.00"), Decimal("69.00"), Decimal("71.30"))


def test_a_correction_needs_its_reason(body: PublicBody) -> None:
    answer = sent(body, 2026).answers.get(question="budget")
    with pytest.raises(Incomplete, match="Tulis mengapa"):
        judge_answer(answer, "E", "  ", actor=main_officer())
    with pytest.raises(Incomplete, match="Pilih salah satu"):
        judge_answer(answer, "F", "Salah.", actor=main_officer())


def test_it_is_not_closed_before_every_answer_is_judged(body: PublicBody) -> None:
    with pytest.raises(NotNow, match="22 jawaban yang belum dinilai"):
        verify_assessment(sent(body, 2026), VISIT, "", actor=main_officer())


@pytest.mark.parametrize("visit", ["-0.01", "100.01", "50.005", "NaN", "Infinity"])
def test_a_visit_gives_0_to_100_points(body: PublicBody, visit: str) -> None:
    with pytest.raises(Incomplete, match="0 sampai 100"):
        verify_assessment(judged(sent(body, 2026)), Decimal(visit), "", actor=main_officer())


def test_what_is_given_back_is_mended_and_judged_anew(body: PublicBody) -> None:
    given_back = return_assessment(judged(sent(body, 2026)), "Lampirkan bukti anggaran.", actor=main_officer())
    assert (given_back.state, given_back.returned_why) == ("draft", "Lampirkan bukti anggaran.")
    save_answer(body, 2026, "budget", Reply("A"), actor=at_desk(body))
    again = submit_assessment(given_back, actor=at_desk(body))
    assert [one.question for one in again.answers.filter(verified="")] == ["budget"]
    with pytest.raises(NotNow, match="apa yang harus diperbaiki"):
        return_assessment(again, " ", actor=main_officer())


def test_before_it_is_sent_and_after_it_is_closed_nothing_is_judged(body: PublicBody) -> None:
    save_answer(body, 2026, "budget", Reply("A"), actor=at_desk(body))
    answer = body.assessments.get().answers.get()
    with pytest.raises(NotNow, match="belum dikirim"):
        judge_answer(answer, "A", "", actor=main_officer())
    done = verify_assessment(judged(sent(body, 2026)), VISIT, "", actor=main_officer())
    with pytest.raises(NotNow, match="sudah terverifikasi"):
        judge_answer(answer, "E", "Salah.", actor=main_officer())
    with pytest.raises(NotNow, match="sudah dikirim"):
        save_answer(body, 2026, "budget", Reply("E"), actor=at_desk(body))
    assert verify_assessment(done, Decimal(0), "", actor=main_officer()).total == done.total


@pytest.mark.parametrize("kind", [Role.Kind.AUDITOR, Role.Kind.PPID_SUPERIOR, Role.Kind.ADMINISTRATOR])
def test_only_the_main_ppid_verifies(body: PublicBody, kind: str) -> None:
    assessment = sent(body, 2026)
    for other in (someone(kind), at_desk(body)):
        with pytest.raises(NotAllowed):
            verify_assessment(assessment, VISIT, "", actor=other)
        with pytest.raises(NotAllowed):
            judge_answer(assessment.answers.all()[0], "B", "", actor=other)


def test_the_main_ppid_does_not_judge_itself(body: PublicBody) -> None:
    main = PublicBody.objects.get(kind=PublicBody.Kind.MAIN)
    officer = main_officer()
    save_answer(main, 2026, "budget", Reply("A"), actor=officer)
    with pytest.raises(NotAllowed, match="Komisi Informasi"):
        judge_answer(main.assessments.get().answers.get(), "A", "", actor=officer)


def test_who_reads_what(body: PublicBody) -> None:
    assessment = sent(body, 2026)
    stranger = at_desk(PublicBody.objects.get(region=OTHER_VILLAGE))
    seen = {who: list(queries.assessments_visible_to(who)) for who in (at_desk(body), main_officer(), stranger)}
    assert list(seen.values()) == [[assessment], [assessment], []]
    assert list(queries.assessments_visible_to(someone(Role.Kind.AUDITOR))) == [assessment]
    assert not queries.verified_assessments().exists()
    verify_assessment(judged(assessment), VISIT, "", actor=main_officer())
    assert list(queries.verified_assessments()) == [assessment]


def test_every_deed_is_in_the_log(body: PublicBody) -> None:
    verify_assessment(judged(sent(body, 2026)), VISIT, "", actor=main_officer())
    last = Entry.objects.filter(action="disclosure.assessment_verified").get()
    assert last.detail == {"year": 2026, "total": "76.10", "visit": "80.50", "band": "Cukup Informatif"}
    assert Entry.objects.filter(action="disclosure.assessment_judged").count() == 22
    assert Assessment.objects.get().verified_by_name
