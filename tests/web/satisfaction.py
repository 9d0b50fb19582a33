"""One of each thing of the survey that an address may name: at the agency of the first proposal."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from selaras.evidence.actions.keeping import raise_problem
from selaras.evidence.actions.seeding import seed_indicators
from selaras.evidence.models import Indicator, Problem
from selaras.forum.models import Forum
from selaras.government.actions import seed_parameters
from selaras.intake.models import Batch
from selaras.people.actions.accounts import system_account
from selaras.people.models import Account, Role
from selaras.satisfaction.actions.describing import Described, add_desk, describe_service
from selaras.satisfaction.actions.following_up import Planned, follow_up
from selaras.satisfaction.actions.importing import take_papers
from selaras.satisfaction.actions.periods import Period, close, open_period
from selaras.satisfaction.actions.publishing import publish
from selaras.satisfaction.actions.typing_in import type_in_paper
from selaras.satisfaction.imports import KIND
from selaras.satisfaction.models import Desk, FollowUp, Result, Service, Survey
from tests.people.persons import person
from tests.satisfaction.room import form


def _steward() -> Account:
    return Account.objects.filter(username="penyurvei").first() or person("penyurvei", Role.Kind.DATA_STEWARD)


def a_service(forum: Forum) -> Service:
    if found := Service.objects.first():
        return found
    seed_parameters(actor=system_account())
    first = forum.proposals.earliest("pk")
    agency = first.handler or first.agency
    assert agency
    said = Described("Layanan komunikasi (contoh)", 400, "Contoh")
    return describe_service("layanan-komunikasi", agency, said, actor=_steward())


def a_survey(forum: Forum) -> Survey:
    """One that takes answers today."""
    if found := Survey.objects.filter(state="open").first():
        return found
    service, today = a_result(forum).survey.service, timezone.localdate()
    add_desk(service, "Loket satu (contoh)", actor=_steward())
    return open_period(service, Period("Contoh", today, today + timedelta(days=30), {}), actor=_steward())


def a_survey_desk(forum: Forum) -> Desk:
    return a_survey(forum).service.desks.earliest("pk")


def a_result(forum: Forum) -> Result:
    """Of a period before, with a desk and every part that its page can have."""
    if found := Result.objects.first():
        return found
    service, today = a_service(forum), timezone.localdate()
    desk = add_desk(service, "Loket satu (contoh)", actor=_steward())
    period = Period("Contoh lama", today - timedelta(days=1), today, {})
    survey = open_period(service, period, actor=_steward())
    forms = [
        form(*[2 + at % 3] * 2, 2, *[2 + at % 3] * 6, desk=desk.code, comment="Antrean lama", sex="female")
        for at in range(15)
    ]
    type_in_paper(survey, uuid4(), forms, actor=_steward())
    close(survey, actor=_steward())
    return publish(survey, actor=_steward())


def a_follow_up(forum: Forum) -> FollowUp:
    """Of the weakest element of the published period, with its outcome."""
    survey = a_result(forum).survey
    said = Planned("Tambah satu loket (contoh)", "Kepala UPT (contoh)", timezone.localdate(), "Sudah ada (contoh).")
    return survey.follow_ups.first() or follow_up(survey, "time", said, actor=_steward())


def a_paper_file(forum: Forum) -> Batch:
    """With one form in it."""
    survey = a_survey(forum)
    found = Batch.objects.filter(kind=KIND).first()
    return found or take_papers(survey, "kertas.csv", b"Nomor formulir;Waktu Penyelesaian\nA-1;3\n", actor=_steward())


def an_indicator() -> Indicator:
    seed_indicators(actor=system_account())
    return Indicator.objects.earliest("pk")


def a_problem(forum: Forum) -> Problem:
    """One that is open."""
    a_result(forum)
    found = Problem.objects.first()
    return found or raise_problem("Antrean lama (contoh)", "Contoh.", an_indicator(), actor=_steward())
