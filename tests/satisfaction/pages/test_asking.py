"""The survey's own page: asked, answered, refused, thanked for, with and without an open period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from selaras.satisfaction.actions.inviting import invite
from selaras.satisfaction.actions.periods import Period, close, open_period
from selaras.satisfaction.measuring import figures_of
from selaras.satisfaction.models import Answer, Survey
from selaras.satisfaction.scheme import guard_rule_on
from tests.satisfaction.room import ELEMENTS, form, keeper, sent, service, survey, typed, typist

pytestmark = pytest.mark.django_db


def filled(mark: int = 3, **more: str) -> dict[str, str]:
    return {f"u-{key}": str(mark) for key in ELEMENTS} | {"submission": str(uuid4())} | more


def address(one: Survey) -> str:
    return reverse("survey", args=[one.key])


def test_an_answer_leads_to_thanks_and_the_same_form_again_too() -> None:
    one, client, said = survey(), Client(), filled(4, comment="Ramah", age="40-59")
    for _ in range(2):
        thanks = client.post(address(one), said, follow=True)
        assert "Terima kasih. Jawaban Anda sudah kami terima." in thanks.content.decode()
    kept = Answer.objects.get()
    assert (set(kept.marks.values()), kept.comment, kept.age, kept.channel) == ({4}, "Ramah", "40-59", "link")


def test_the_qr_code_and_the_desk_are_remembered_from_the_link() -> None:
    one = survey(desks=["Loket Gombong"])
    link = reverse("survey-at-desk", args=[one.key, "loket-gombong"]) + "?lewat=qr"
    page = Client().get(link).content.decode()
    assert 'name="lewat" value="qr"' in page
    Client().post(link, filled(lewat="qr"))
    kept = Answer.objects.get()
    assert (kept.channel, kept.desk and kept.desk.code) == ("qr", "loket-gombong")
    assert Client().get(reverse("survey-at-desk", args=[one.key, "tidak-ada"])).status_code == 404


def test_what_was_left_open_is_told_beside_it_and_the_rest_stays_filled_in() -> None:
    one, said = survey(), filled(2, comment="Kursi kurang")
    del said["u-cost"]
    page = Client().post(address(one), said)
    text = page.content.decode()
    assert page.status_code == 422
    assert '<a href="#u-cost">Apakah biayanya wajar? Pilih satu jawaban.</a>' in text
    assert text.count("checked") == 8
    assert "Kursi kurang" in text
    assert said["submission"] in text


def test_answers_of_one_browser_bear_one_token_and_of_another_another() -> None:
    one, here, there = survey(), Client(), Client()
    for client in (here, here, there):
        client.get(address(one))
        client.post(address(one), filled())
    assert sorted(Counter(Answer.objects.values_list("device", flat=True)).values()) == [1, 2]
    assert len(set(Answer.objects.values_list("network", flat=True))) == 1


def test_one_address_that_poses_as_many_browsers_is_one_network_and_is_told() -> None:
    """Each form with marks of its own, so that no burst gives it away."""
    one, believed = survey(), guard_rule_on(timezone.localdate()).network
    typed(one, [form(3)] * 10)
    for at in range(believed + 1):
        marks = {f"u-{key}": str(1 + (at >> place) % 2) for place, key in enumerate(ELEMENTS)}
        Client(headers={"User-Agent": f"Peramban {at}"}).post(address(one), filled() | marks)
    assert Answer.objects.filter(channel="link").count() == believed + 1  # none is refused
    found = figures_of(one)
    assert found["counted"] == 10
    assert [(each["answers"], each["why"]) for each in found["guard"]["clusters"]] == [(believed + 1, "network")]


def test_a_browser_that_keeps_nothing_is_known_by_its_network() -> None:
    one = survey()
    for _ in range(2):
        Client().post(address(one), filled())
    assert len(set(Answer.objects.values_list("device", flat=True))) == 1


@pytest.mark.parametrize(("before", "told"), [(10, "Survei ini dibuka mulai"), (-40, "sudah ditutup")])
def test_outside_its_days_the_page_says_when(before: int, told: str, today: Callable[[date], None]) -> None:
    day = timezone.localdate()
    today(day - timedelta(days=60))
    one = survey(first=day + timedelta(days=before), days=20)
    today(day)
    page = Client().get(address(one))
    assert (page.status_code, told in page.content.decode()) == (200, True)
    assert Client().post(address(one), filled()).status_code == 409
    assert not Answer.objects.exists()


def test_an_invitation_opens_once() -> None:
    one, client = survey(), Client()
    link = reverse("survey-invited", args=[invite(one.service, "7/PPID/2021", actor=typist())])
    assert "Jawab 9 pertanyaan" in client.get(link).content.decode()
    assert "Terima kasih" in client.post(link, filled(), follow=True).content.decode()
    assert "sudah dipakai" in client.get(link).content.decode()
    assert client.post(link, filled()).status_code == 409
    close(one, actor=keeper())
    assert "sudah ditutup" in client.get(link).content.decode()
    assert Answer.objects.get().channel == "invitation"


def test_the_list_names_what_can_be_judged_today() -> None:
    assert "Tidak ada survei yang dibuka hari ini" in Client().get(reverse("surveys")).content.decode()
    one = survey()
    assert address(one) in Client().get(reverse("surveys")).content.decode()


def test_in_english_the_office_s_own_words_stay_and_are_marked_indonesian() -> None:
    day, client = timezone.localdate(), Client()
    one = open_period(service(), Period("A", day, day, {"cost": "Biayanya murah?"}), actor=keeper())
    client.post(reverse("set-language"), {"language": "en", "next": "/"})
    text = client.get(address(one)).content.decode()
    assert '<legend lang="id">4. Biayanya murah?' in text
    assert "Was the service quick?" in text
    assert "Very polite" in text


def test_the_page_asks_the_database_no_more_when_more_have_answered(
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    one = survey(desks=["A", "B"])
    for _ in range(5):
        sent(one, form(3))
    with django_assert_max_num_queries(9):  # type: ignore[attr-defined]
        Client().get(address(one))
