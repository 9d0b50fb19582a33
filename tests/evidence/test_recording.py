"""A published survey measures the indicator that names its service, in the same transaction, once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from selaras.evidence.actions.keeping import set_target
from selaras.evidence.actions.recording import record_survey
from selaras.evidence.actions.seeding import seed_indicators
from selaras.evidence.models import Indicator, Value
from selaras.evidence.queries import standings, standings_of_year
from selaras.people.actions import system_account
from selaras.satisfaction.actions.describing import Described, describe_service
from selaras.satisfaction.actions.periods import close
from selaras.satisfaction.actions.publishing import publish
from selaras.satisfaction.models import Result, Service, Survey
from selaras.satisfaction.signals import published
from tests.satisfaction.room import agency, form, keeper, service, steward, survey, typed

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _spring(today: Callable[[date], None]) -> None:
    today(date(2021, 4, 1))
    seed_indicators(actor=system_account())


def quality() -> Indicator:
    return Indicator.objects.get(code="kualitas-layanan-komunikasi")


def measured(mark: int, name: str = "I", of: Service | None = None) -> Result:
    one = survey(of or service(), name)
    typed(one, [form(mark)] * 12)
    close(one, actor=keeper())
    return publish(one, actor=keeper())


def test_the_indicator_comes_with_its_target_and_seeding_again_changes_nothing() -> None:
    target = quality().targets.get()
    assert (target.year, target.value, quality().unit) == (2021, Decimal("90.38"), "%")
    target.value = Decimal("91")
    target.save()
    assert seed_indicators(actor=system_account()) == 0
    assert quality().targets.get().value == 91


def test_publishing_records_the_value_with_its_day_and_method() -> None:
    result = measured(4)
    value = Value.objects.get()
    assert (value.indicator, value.year, value.value) == (quality(), 2021, Decimal("100.00"))
    assert value.measured_on == date(2021, 4, 1), "closed before its planned last day"
    assert "12 jawaban" in value.method
    assert record_survey(result, actor=steward()) == [value]
    assert Value.objects.count() == 1


def test_a_service_of_another_code_measures_nothing() -> None:
    service()
    other = describe_service("lain", agency(), Described("Lain", 90), actor=keeper())
    measured(4, of=other)
    assert not Value.objects.exists()


def test_the_later_period_of_a_year_stands_for_it_and_both_stay() -> None:
    first = measured(3)
    measured(4, "II", first.survey.service)
    [standing] = standings_of_year(2021)
    assert standing.value is not None
    assert standing.value.value == 100
    assert quality().values.count() == 2


@pytest.mark.parametrize(("mark", "reached"), [(3, False), (4, True)])
def test_target_and_value_stand_side_by_side(mark: int, reached: bool) -> None:
    [before] = standings_of_year(2021)
    assert (before.value, before.is_reached) == (None, None)
    measured(mark)
    [after] = standings([quality()])
    assert (after.target and after.target.value, after.is_reached) == (Decimal("90.38"), reached)


def test_a_year_without_a_target_has_no_verdict(today: Callable[[date], None]) -> None:
    today(date(2022, 4, 1))
    measured(4)
    newest, older = standings([quality()])
    assert (newest.year, newest.target, newest.is_reached) == (2022, None, None)
    assert (older.year, older.value) == (2021, None)


def test_less_can_be_better() -> None:
    one = quality()
    one.more_is_better = False
    assert one.is_reached(Decimal("3"), Decimal("5"))
    assert not one.is_reached(Decimal("6"), Decimal("5"))


def test_where_recording_fails_nothing_is_published() -> None:
    one = survey(service())
    typed(one, [form(4)] * 12)
    close(one, actor=keeper())

    def fails(**_sent: Any) -> None:
        raise RuntimeError("contoh")

    published.connect(fails, dispatch_uid="test")
    try:
        with pytest.raises(RuntimeError):
            publish(one, actor=keeper())
    finally:
        published.disconnect(dispatch_uid="test")
    assert not Value.objects.exists()
    assert Survey.objects.get(pk=one.pk).state == "closed"


def test_a_target_is_replaced_and_the_year_keeps_one() -> None:
    set_target(quality(), 2021, Decimal("91.5"), "Perubahan Renstra (contoh)", actor=steward())
    assert [(one.year, one.value) for one in quality().targets.all()] == [(2021, Decimal("91.50"))]
