"""A survey is opened for a time, may last longer or shorter, and is closed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.people.models import Account
from selaras.satisfaction.actions.guarding import held, require_keeper
from selaras.satisfaction.actions.sealing import seal
from selaras.satisfaction.errors import Incomplete, NotNow
from selaras.satisfaction.models import Service, Survey
from selaras.satisfaction.scheme import questions_on
from selaras.satisfaction.tokens import fresh_key, fresh_salt

State = Survey.State


@dataclass(frozen=True)
class Period:
    """`questions`: element key to the sentence asked; what is not named is asked as it comes with the program."""

    name: str
    opens_on: date | None
    closes_on: date | None
    questions: Mapping[str, str]


@transaction.atomic
def open_period(service: Service, said: Period, *, actor: Account) -> Survey:
    """Ask about a service from one day to another; the first day may lie ahead.

    Raises NotAllowed, NotNow, Incomplete.
    """
    require_keeper(service.agency, actor)
    now = Service.objects.select_for_update(of=("self",)).get(pk=service.pk)
    if now.surveys.filter(state=State.OPEN).exists():
        raise NotNow(_("Masih ada survei yang dibuka untuk layanan ini. Tutup dahulu yang itu."))
    name, asked = said.name.strip(), _asked(said)
    wrong = _wrong(now, name, said, asked)
    if said.opens_on is None or said.closes_on is None or wrong:
        raise Incomplete(wrong)
    survey = Survey.objects.create(
        service=now,
        key=fresh_key(),
        name=name,
        population=now.population,
        questions=asked,
        opens_on=said.opens_on,
        closes_on=said.closes_on,
        salt=fresh_salt(),
        opened_by=actor,
        opened_at=timezone.now(),
    )
    detail = {"from": said.opens_on.isoformat(), "to": said.closes_on.isoformat(), "name": name}
    record("satisfaction.survey_opened", actor=actor, subject=survey.key, detail=detail)
    return survey


def _asked(said: Period) -> dict[str, str]:
    day = said.opens_on or timezone.localdate()
    return {one.key: said.questions.get(one.key, "").strip() or one.text for one in questions_on(day)}


def _wrong(service: Service, name: str, said: Period, asked: Mapping[str, str]) -> dict[str, str]:
    wrong = {}
    if not 0 < len(name) <= 80:
        wrong["name"] = _("Beri nama periodenya, misalnya Semester I 2021.")
    elif service.surveys.filter(name=name).exists():
        wrong["name"] = _("Periode dengan nama ini sudah ada. Pilih nama lain.")
    if said.opens_on is None:
        wrong["opens_on"] = _("Isi hari pertamanya.")
    if late := _wrong_last_day(said.opens_on, said.closes_on):
        wrong["closes_on"] = late
    long = {f"q-{key}" for key, text in asked.items() if len(text) > 200}
    return wrong | dict.fromkeys(long, _("Pertanyaan ini terlalu panjang: paling banyak 200 huruf."))


def _wrong_last_day(opens_on: date | None, closes_on: date | None) -> str:
    """Empty where it may be that day."""
    if closes_on is None:
        return _("Isi hari terakhirnya.")
    if opens_on and closes_on < opens_on:
        return _("Hari terakhir tidak boleh sebelum hari pertama.")
    return _("Hari terakhir tidak boleh sudah lewat.") if closes_on < timezone.localdate() else ""


@transaction.atomic
def move_last_day(survey: Survey, closes_on: date | None, *, actor: Account) -> Survey:
    """Let an open survey take answers longer, such as where the sample is not reached, or end earlier. Nobody has seen
    a mark of it, so nobody can wait for a better one. The same day again changes nothing.

    Raises NotAllowed, NotNow where it is closed, Incomplete.
    """
    require_keeper(survey.service.agency, actor)
    now = held(survey, State.OPEN)
    if wrong := _wrong_last_day(now.opens_on, closes_on):
        raise Incomplete({"closes_on": wrong})
    if closes_on is None or closes_on == now.closes_on:
        return now
    detail = {"from": now.closes_on.isoformat(), "to": closes_on.isoformat()}
    now.closes_on = closes_on
    now.save(update_fields=["closes_on"])
    record("satisfaction.last_day_moved", actor=actor, subject=now.key, detail=detail)
    return now


@transaction.atomic
def close(survey: Survey, *, actor: Account) -> Survey:
    """Take no more answers, erase the salt and seal what came in: from now on no device and no order can be told.
    Closed twice is closed once.

    Raises NotAllowed.
    """
    require_keeper(survey.service.agency, actor)
    now = held(survey)
    if now.state != State.OPEN:
        return now
    now.state, now.closed_at, now.salt = State.CLOSED, timezone.now(), ""
    now.save(update_fields=["state", "closed_at", "salt"])
    record("satisfaction.survey_closed", actor=actor, subject=now.key, detail={"answers": seal(now)})
    return now
