"""What a closed survey found is worked out once, and anew as soon as anything is otherwise than it was."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.urls import reverse

from selaras.engines.survey import TooFew
from selaras.government.models import RegulationParameter
from selaras.satisfaction.actions.periods import close
from selaras.satisfaction.actions.publishing import publish
from selaras.satisfaction.keeping import found_in
from selaras.satisfaction.measuring import figures_of
from selaras.satisfaction.models import Answer, Survey
from tests.people.persons import browser_of
from tests.satisfaction.room import form, keeper, survey, typed

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_files")]


def closed(forms: int = 12, name: str = "Semester I (contoh)", of: Survey | None = None) -> Survey:
    one = survey(of.service if of else None, name)
    typed(one, [form(3)] * forms)
    return close(one, actor=keeper())


def files() -> list[Path]:
    return sorted((Path(settings.MEDIA_ROOT) / "satisfaction" / "found").glob("*.json"))


def page_of(one: Survey) -> str:
    return browser_of(keeper()).get(reverse("survey-period", args=[one.key])).content.decode()


def test_the_second_view_reads_what_the_first_worked_out() -> None:
    one = closed()
    assert "<dd>75</dd>" in page_of(one)
    [file] = files()
    kept = json.loads(file.read_text())
    assert kept == figures_of(one)
    file.write_text(json.dumps(kept | {"index": "12.34"}))  # were anything worked out again, the page would not say it
    assert "<dd>12,34</dd>" in page_of(one)
    assert [file] == files()


def test_what_goes_out_is_what_the_keeper_saw() -> None:
    one = closed()
    seen = found_in(one)
    assert publish(one, actor=keeper()).figures == seen
    assert len(files()) == 1


def late_form(one: Survey) -> None:
    row = Answer.objects.filter(survey=one)[0]
    row.pk, row.key, row.marks = uuid4(), uuid4(), form(1).marks
    row.save(force_insert=True)


def set_aside(one: Survey) -> None:
    Answer.objects.filter(pk=one.answers.values("pk")[:1]).delete()


def other_marks(one: Survey) -> None:
    Answer.objects.filter(pk=one.answers.values("pk")[:1]).update(marks=form(4).marks)


def other_comment(one: Survey) -> None:
    Answer.objects.filter(pk=one.answers.values("pk")[:1]).update(comment="Antrean lama")


def other_bands(_one: Survey) -> None:
    RegulationParameter.objects.filter(key="satisfaction.bands").update(value=[{"key": "X", "name": "X", "least": "1"}])


def other_groups(_one: Survey) -> None:
    row = RegulationParameter.objects.get(key="satisfaction.profile")
    row.value["sex"][0]["name"] = "wanita"
    row.save()


def more_served(one: Survey) -> None:
    Survey.objects.filter(pk=one.pk).update(population=900)


CHANGES = (late_form, set_aside, other_marks, other_comment, other_bands, other_groups, more_served)


@pytest.mark.parametrize("change", CHANGES, ids=[change.__name__ for change in CHANGES])
def test_nothing_stale_is_shown(change: Callable[[Survey], None]) -> None:
    one = closed()
    before = found_in(one)
    change(one)
    now = Survey.objects.get(pk=one.pk)
    assert found_in(now) == figures_of(now) != before


def test_an_earlier_period_published_meanwhile_joins_the_trend(today: Callable[[date], None]) -> None:
    today(date(2021, 1, 4))
    first = closed()
    today(date(2021, 7, 5))
    second = closed(name="Semester II (contoh)", of=first)
    assert found_in(second)["trend"] == []
    publish(first, actor=keeper())
    assert [one["name"] for one in found_in(second)["trend"]] == ["Semester I (contoh)", "Semester II (contoh)"]


def test_too_few_are_not_kept_as_if_they_were_enough() -> None:
    one = closed(9)
    with pytest.raises(TooFew):
        found_in(one)
    assert files() == []
