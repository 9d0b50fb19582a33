"""What waits for a process that is gone is done when asked for again; an error of the program ends the waiting."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from selaras.exposure.actions import taking_reports
from selaras.exposure.actions.computing import ask_estimate, run_computation
from selaras.exposure.actions.taking_reports import run_report
from selaras.exposure.models import Computation, Finding, Report
from selaras.exposure.models.waiting import STALE
from tests.exposure.room import agencies, chief, inventory
from tests.exposure.scans import alert, sent, zap
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db

ROUTES = "/meja/keamanan/rute/"


def killed_with_its_task() -> None:
    """Nothing is left that would end it."""
    DBTaskResult.objects.all().delete()


def long_ago() -> None:
    Computation.objects.update(asked_at=timezone.now() - STALE * 2)
    Report.objects.update(sent_at=timezone.now() - STALE * 2)


def fails(*_args: object, **_kwargs: object) -> None:
    raise MemoryError


def test_an_estimate_under_way_is_not_queued_twice() -> None:
    inventory()
    first = ask_estimate(actor=chief())
    assert ask_estimate(actor=chief()) == first
    assert DBTaskResult.objects.count() == 1


def test_an_estimate_whose_process_is_gone_is_offered_and_done_again() -> None:
    inventory()
    asked = ask_estimate(actor=chief())
    killed_with_its_task()
    browser = browser_of(chief())
    assert "Hitung lagi</button>" not in browser.get(ROUTES).content.decode()
    long_ago()
    page = browser.get(ROUTES).content.decode()
    assert "Hitungan ini terhenti. Hitung lagi." in page
    assert "Hitung lagi</button>" in page
    assert ask_estimate(actor=chief()) == asked
    assert DBTaskResult.objects.count() == 1
    run_computation(asked.pk)
    asked.refresh_from_db()
    assert asked.state == Computation.State.DONE


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> Callable[[], Report]:
    """A report that is too large to be read at once."""
    monkeypatch.setattr(taking_reports, "AT_ONCE", 10)
    return lambda: sent(zap(alert("a")))


def test_a_report_whose_process_is_gone_is_read_once_it_is_sent_again(large: Callable[[], Report]) -> None:
    agencies()
    report = large()
    killed_with_its_task()
    assert large() == report
    assert not DBTaskResult.objects.exists()  # it may still be under way
    long_ago()
    assert large() == report
    assert DBTaskResult.objects.count() == 1
    run_report(report.pk)
    assert Finding.objects.count() == 1


def test_an_estimate_that_meets_an_error_of_the_program_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    inventory()
    asked = ask_estimate(actor=chief())
    monkeypatch.setattr("numpy.random.default_rng", fails)
    with pytest.raises(MemoryError):
        run_computation(asked.pk)
    asked.refresh_from_db()
    assert asked.state == Computation.State.FAILED
    assert "Beri tahu administrator" in asked.words


def test_a_report_that_meets_an_error_of_the_program_can_be_sent_again(large: Callable[[], Report]) -> None:
    agencies()
    report = large()
    report.file.storage.delete(report.file.name)
    with pytest.raises(FileNotFoundError):
        run_report(report.pk)
    report.refresh_from_db()
    assert report.state == Report.State.REFUSED
    assert "Beri tahu administrator" in report.words
    again = large()
    assert again != report
    run_report(again.pk)
    assert Finding.objects.count() == 1
