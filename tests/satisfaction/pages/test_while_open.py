"""While a survey is open its desk sees how many came; what they said is read after the closing."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from selaras.satisfaction.actions.periods import close
from selaras.satisfaction.models import Survey
from tests.people.persons import browser_of
from tests.satisfaction.room import form, keeper, sent, survey, typed

pytestmark = pytest.mark.django_db


def page(one: Survey, name: str = "survey-period") -> str:
    return browser_of(keeper()).get(reverse(name, args=[one.key])).content.decode()


@pytest.fixture
def running() -> Survey:
    """Of 500 served, so that 217 are needed."""
    one = survey(desks=["Loket Gombong"])
    typed(one, [form(3, desk="loket-gombong")] * 20)
    return one


def test_one_answer_more_changes_the_count_and_nothing_else(running: Survey) -> None:
    before = page(running)
    sent(running, form(1, comment="Antrean lama", age="25-39", desk="loket-gombong"))
    after = page(running)
    for told, seen in ((before, ("20", "197")), (after, ("21", "196"))):
        assert f"{seen[0]} jawaban masuk" in told
        assert f"Perlu 217 jawaban, masih kurang {seen[1]}." in told
    assert "tautan 1" in after
    assert not [word for word in ("Indeks, dari 100", "9 unsur", "Perbandingan loket", "saran</a>") if word in after]


def test_after_the_closing_the_figures_are_there(running: Survey) -> None:
    close(running, actor=keeper())
    assert "Indeks, dari 100" in page(running)


def test_comments_are_read_after_the_closing(running: Survey) -> None:
    sent(running, form(1, comment="Kursi di ruang tunggu kurang"))
    told = page(running, "survey-comments")
    assert "Saran dibaca sesudah survei ditutup" in told
    assert "Kursi" not in told
    close(running, actor=keeper())
    assert "Kursi di ruang tunggu kurang" in page(running, "survey-comments")


def test_the_page_reads_the_same_however_many_answered(running: Survey) -> None:
    browser, address = browser_of(keeper()), reverse("survey-period", args=[running.key])
    browser.get(address)
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            browser.get(address)
        counts.append(len(asked))
        typed(running, [form(2)] * 5)
    assert counts[0] == counts[1]
