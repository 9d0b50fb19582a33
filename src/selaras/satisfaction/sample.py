"""Surveys of the sample region: three services, several desks, four past periods of one of them; all of it invented."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID, uuid5

from django.utils import timezone

from selaras.government.models import Agency
from selaras.people.models import Account
from selaras.sample import SEED
from selaras.sample.draw import Draw
from selaras.satisfaction.actions.answering import answer
from selaras.satisfaction.actions.describing import Described, add_desk, describe_service
from selaras.satisfaction.actions.following_up import Planned, follow_up
from selaras.satisfaction.actions.periods import Period, close, open_period
from selaras.satisfaction.actions.publishing import publish
from selaras.satisfaction.actions.typing_in import type_in_paper
from selaras.satisfaction.filled import Filled
from selaras.satisfaction.measuring import weakest
from selaras.satisfaction.models import Answer, Result, Service, Survey
from selaras.satisfaction.scheme import profile_on, scheme_on

MARK = "data sintetis"
_SPACE = UUID("5e1a7a50-0000-4000-8000-000000000001")  # of these examples, so that they are made once
_SLOW, _BARE = "time", "facilities"  # the elements that are judged lower
_COMMENTS = (
    "Antrean lama", "Antreannya terlalu lama", "Petugas ramah", "Kursi tunggu kurang", "Ruang tunggu panas",
    "Cepat dan jelas",
)  # fmt: skip
PLANNED = ("Tambah satu loket pada hari pasaran (contoh).", "")
DONE = ("Tambah kursi dan kipas di ruang tunggu (contoh).", "Dua puluh kursi dan empat kipas terpasang (contoh).")
_STUFFED = 30  # forms of one device, for the guard to tell


@dataclass(frozen=True)
class Asked:
    """`best`: share of the highest mark. `months`: first and last day of a period that is over; none for the open one,
    which takes answers now. `each`: forms a desk.
    """

    name: str
    best: float
    months: tuple[date, date] | None = None
    each: int = 60
    stuffed: bool = False
    published: bool = True


@dataclass(frozen=True)
class Example:
    """Desks with how much better than the service they are; `population`: people served in a period."""

    code: str
    name: str
    population: int
    desks: tuple[tuple[str, float], ...]
    asked: tuple[Asked, ...]


COMMUNICATION = Example(
    "layanan-komunikasi",
    "Layanan komunikasi (contoh)",
    400,
    (("Loket Kebumen (contoh)", 0.12), ("Loket Gombong (contoh)", 0.08), ("Loket Prembun (contoh)", -0.18)),
    (
        Asked("Semester II 2020", 0.56, (date(2020, 7, 1), date(2020, 12, 31))),
        Asked("Semester I 2021", 0.62, (date(2021, 1, 1), date(2021, 6, 30))),
        Asked("Semester II 2021", 0.70, (date(2021, 7, 1), date(2021, 12, 31))),
        Asked("Periode lalu", 0.74, stuffed=True, each=70),
        Asked("Periode ini", 0.76, each=20, published=False),
    ),
)
INFORMATION = Example(
    "layanan-informasi",
    "Layanan informasi publik (contoh)",
    260,
    (("Meja PPID Utama (contoh)", 0.05), ("Meja daring (contoh)", 0.0)),
    (Asked("Periode lalu", 0.60), Asked("Periode ini", 0.64, each=15, published=False)),
)
REGISTRY = Example(
    "layanan-kependudukan",
    "Layanan kependudukan (contoh)",
    3_000,
    (("Kantor dinas (contoh)", -0.1), ("Layanan keliling (contoh)", 0.15)),
    (Asked("Periode lalu", 0.48),),
)


def survey_examples(places: Sequence[tuple[Example, Agency]], *, keeper: Account) -> list[Service]:
    """Each service at its agency, with its periods. Made once; the same seed gives the same forms."""
    return [_surveyed(example, agency, keeper) for example, agency in places]


def _surveyed(example: Example, agency: Agency, keeper: Account) -> Service:
    said = Described(example.name, example.population, f"Contoh, {MARK}")
    service = describe_service(example.code, agency, said, actor=keeper)
    if service.surveys.exists():
        return service
    for name, _more in example.desks:
        add_desk(service, name, actor=keeper)
    for asked in example.asked:
        _asked(service, example, asked, keeper)
    return service


def _asked(service: Service, example: Example, asked: Asked, keeper: Account) -> None:
    """A period is opened today, filled, and only then laid into the past: before its first day it takes no form."""
    today, draw = timezone.localdate(), Draw(SEED, f"survey/{example.code}/{asked.name}")
    ends = today if asked.published else today + timedelta(days=60)
    named = Period(f"{asked.name} ({MARK})", today, ends, {})
    survey = open_period(service, named, actor=keeper)
    codes = list(zip(service.desks.order_by("pk").values_list("code", flat=True), example.desks, strict=True))
    forms = [form for code, (_name, more) in codes for form in _forms(draw, code, asked.best + more, asked.each, today)]
    type_in_paper(survey, uuid5(_SPACE, f"{example.code} {asked.name}"), forms, actor=keeper)
    if asked.stuffed:
        _stuff(survey, draw, codes[-1][0])
    if not asked.published:
        return
    begins, ends = asked.months or (today - timedelta(days=180), today)
    survey.answers.update(day=ends)
    Survey.objects.filter(pk=survey.pk).update(opens_on=begins, closes_on=ends)
    close(survey, actor=keeper)
    _follow_up(publish(survey, actor=keeper), keeper)


def _forms(draw: Draw, desk: str, best: float, count: int, today: date) -> Iterator[Filled]:
    keys = [element.key for element in scheme_on(today).elements]
    profile = {name: [key for key, _word in choices] for name, choices in profile_on(today).items()}
    for _row in range(count):
        lower = draw.between(-0.1, 0.1)  # who is content with one thing is mostly content with others
        marks = {key: _mark(draw, best + lower - (0.2 if key == _SLOW else 0.1 if key == _BARE else 0)) for key in keys}
        told = {name: draw.pick(keys) for name, keys in profile.items()}
        yield Filled(marks, told, draw.pick(_COMMENTS) if draw.chance(0.3) else "", desk)


def _follow_up(result: Result, keeper: Account) -> None:
    """Of the weakest element what is to come; of the next what came of it; of the third nobody wrote."""
    today, told = timezone.localdate(), (PLANNED, DONE)
    for one, (deed, outcome) in zip(weakest(result.figures), told, strict=False):
        said = Planned(deed, "Kepala bidang layanan (contoh)", today + timedelta(days=90), outcome)
        follow_up(result.survey, one["key"], said, actor=keeper)


def _mark(draw: Draw, best: float) -> int:
    return 4 if draw.chance(best) else 3 if draw.chance(0.85) else 2


def _stuff(survey: Survey, draw: Draw, desk: str) -> None:
    """One device sends the lowest marks again and again; the page says what of it was counted."""
    for at in range(_STUFFED):
        keys = [element.key for element in scheme_on(survey.opens_on).elements]
        lowest = Filled({key: 1 + draw.whole(0, 1) for key in keys}, {}, "", desk)
        told = {"channel": Answer.Channel.LINK, "device": "gawai contoh", "network": "jaringan contoh"}
        answer(survey, uuid5(_SPACE, f"{survey.service.code} {at}"), lowest, **told)
