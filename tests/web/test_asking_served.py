"""Whoever was answered is asked how the service was: by a button on the own page, and by link and QR at the desk."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from selaras.disclosure.actions.answering import Reply, Told, answer
from selaras.disclosure.actions.checking import accept
from selaras.disclosure.links import token_of
from selaras.disclosure.models import Request
from selaras.people.models import Role
from selaras.satisfaction.actions.describing import Described, add_desk, describe_service
from selaras.satisfaction.actions.periods import Period, close, open_period
from selaras.satisfaction.models import Answer, Invitation, Survey
from selaras.web.asking_served import SERVICE
from tests.disclosure.network import agency, asked, at_desk, network
from tests.people.persons import browser_of, someone
from tests.satisfaction.room import ELEMENTS
from tests.web.site import own_files

__all__ = ["own_files"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("own_files")]
BUTTON = "Nilai layanan ini"


def served() -> Request:
    """A request to the agency, answered."""
    network()
    body = agency()
    case = asked(body)
    accept(case, actor=at_desk(body))
    answer(case, Reply([Told("Salinan", "given")], "Terlampir (contoh)."), actor=at_desk(body))
    case.refresh_from_db()
    return case


def asking(case: Request) -> Survey:
    steward, place = someone(Role.Kind.DATA_STEWARD, "walidata"), case.body.agency
    assert place
    service = describe_service(SERVICE, place, Described("Layanan informasi (contoh)", 300), actor=steward)
    add_desk(service, case.body.name, actor=steward)
    today = timezone.localdate()
    return open_period(service, Period("Contoh", today, today + timedelta(days=30), {}), actor=steward)


def own_page(case: Request) -> str:
    return Client().get(reverse("my-request", args=[token_of(case)])).content.decode()


def pressed(case: Request) -> str:
    return Client().post(reverse("my-request-judge", args=[token_of(case)])).headers["Location"]


def test_the_applicant_is_asked_after_the_answer_and_only_while_a_survey_is_open() -> None:
    case = served()
    assert BUTTON not in own_page(case)
    survey = asking(case)
    assert BUTTON in own_page(case)
    assert BUTTON not in own_page(asked(case.body))  # not answered yet
    close(survey, actor=someone(Role.Kind.DATA_STEWARD, "walidata"))
    assert BUTTON not in own_page(case)
    assert pressed(case) == reverse("my-request", args=[token_of(case)])
    assert Invitation.objects.count() == 0


def test_the_button_leads_to_one_answer_at_the_desk_that_served() -> None:
    case = served()
    asking(case)
    where = pressed(case)
    assert pressed(case) == where
    form = {f"u-{key}": "3" for key in ELEMENTS}
    assert Client().post(where, form).status_code == 302
    kept = Answer.objects.get()
    assert kept.channel == Answer.Channel.INVITATION
    assert kept.desk
    assert kept.desk.name == case.body.name
    assert "sudah dipakai" in Client().get(where).content.decode()


def test_the_officer_is_led_to_the_link_and_its_qr_code() -> None:
    case = served()
    asking(case)
    officer = browser_of(at_desk(case.body))
    page = officer.get(reverse("request-desk", args=[case.pk])).content.decode()
    way = f"{reverse('survey-invite', args=[SERVICE])}?nomor={quote(case.number, safe='')}"
    way += f"&loket={quote(case.body.name, safe='')}"
    assert way.replace("&", "&amp;") in page
    form = officer.get(way).content.decode()
    assert case.number in form
    assert f"selected>{case.body.name}</option>" in form
    made = officer.post(way, {"reference": case.number}).content.decode()
    assert pressed(case) in made  # the applicant's own link is the same
    assert "<svg" in made
    placed = Invitation.objects.get().desk
    assert placed
    assert placed.name == case.body.name


def test_who_may_not_invite_is_not_led_there() -> None:
    case = served()
    asking(case)
    auditor = browser_of(someone(Role.Kind.AUDITOR))
    assert "survei/layanan" not in auditor.get(reverse("request-desk", args=[case.pk])).content.decode()
