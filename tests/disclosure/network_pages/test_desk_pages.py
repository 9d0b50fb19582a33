"""“Meja kami”: the desk's own people keep its data, officers, trainings and helper; a district sees whom it helps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from selaras.disclosure.actions.networking import let_help
from selaras.disclosure.models import Officer, PublicBody, Training
from selaras.people.models import Account, Role
from tests.disclosure.network import DISTRICT, agency, asked, at_desk, main_officer, network, superior_of
from tests.disclosure.network_pages.bodies import DESK, formed, neighbour
from tests.people.persons import browser_of, person

pytestmark = pytest.mark.django_db
DAY = date(2020, 1, 14)


@pytest.fixture
def body(today: Callable[[date], None]) -> PublicBody:
    made = network()
    today(DAY)
    return made


def district() -> PublicBody:
    return PublicBody.objects.get(region=DISTRICT)


def helper() -> Account:
    return person("kecamatan", Role.Kind.DISTRICT_OPERATOR, region_id=DISTRICT)


def read(client: Client, name: str, *parts: object) -> str:
    return client.get(reverse(name, args=parts), follow=True).content.decode()


def sent(client: Client, name: str, part: object, /, **told: object) -> str:
    return client.post(reverse(name, args=[part]), told, follow=True).content.decode()


def test_the_one_desk_needs_no_choice_and_says_what_to_do_next(body: PublicBody) -> None:
    page = read(browser_of(at_desk(body)), "desk-own")
    assert "0 dari 3 hal meja ini sudah lengkap" in page
    assert "Isi dahulu data mejanya." in page


def test_a_desk_becomes_whole_step_by_step(body: PublicBody) -> None:
    desk = browser_of(at_desk(body))
    assert "Catat dahulu pejabatnya." in sent(desk, "desk-describe", body.code, **DESK)
    for post, name in (("superior", "Kepala Desa (contoh)"), ("head", "Sekretaris (contoh)")):
        page = sent(desk, "officer-new", body.code, post=post, name=name, since="2019-05-02")
    assert "Meja ini sudah lengkap" in page
    assert str(DESK["address"]) in read(Client(), "public-body", body.code)


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(body: PublicBody) -> None:
    page = sent(browser_of(at_desk(body)), "desk-describe", body.code, **{**DESK, "decree_date": "", "email": "salah"})
    assert "Isi tanggal keputusan pembentukan PPID." in page
    assert 'value="salah"' in page
    assert str(DESK["decree"]) in page
    body.refresh_from_db()
    assert body.address == ""


def test_an_officer_is_replaced_and_ended_and_stays_readable(body: PublicBody) -> None:
    desk = browser_of(at_desk(formed(body)))
    sent(desk, "officer-new", body.code, post="head", name="Penerus (contoh)", since="2020-01-02")
    page = sent(desk, "officer-end", Officer.objects.get(name="Penerus (contoh)").pk, on="2020-01-10")
    assert "1 Januari 2020" in page  # the last day of the one before
    assert page.index("Yang pernah menjabat") < page.index("Penerus (contoh)")
    again = sent(desk, "officer-end", Officer.objects.get(name="Penerus (contoh)").pk, on="2020-01-10")
    assert "sudah tidak menjabat" in again


def test_a_training_is_noted(body: PublicBody) -> None:
    desk = browser_of(at_desk(body))
    told = {"title": "Bimtek PPID desa (contoh)", "held_on": "2019-11-05", "attended": "2"}
    assert "Selasa, 5 November 2019, 2 orang" in sent(desk, "training-new", body.code, **told)
    assert "Isi dengan angka." in sent(desk, "training-new", body.code, **{**told, "attended": "dua"})
    assert Training.objects.count() == 1


def test_a_village_names_its_district_and_ends_the_help(body: PublicBody) -> None:
    desk = browser_of(at_desk(body))
    sent(desk, "desk-helper", body.code)
    assert PublicBody.objects.get(pk=body.pk).helper == district()
    assert "boleh bekerja di meja ini atas nama desa" in read(desk, "desk-kept", body.code)
    sent(desk, "desk-helper", body.code, akhiri="1")
    assert PublicBody.objects.get(pk=body.pk).helper is None


def test_a_helper_keeps_the_desk_but_does_not_name_the_helper(body: PublicBody) -> None:
    let_help(body, district(), actor=at_desk(body))
    client = browser_of(helper())
    assert reverse("desk-helper", args=[body.code]) not in read(client, "desk-kept", body.code)
    assert client.post(reverse("desk-helper", args=[body.code]), {"akhiri": "1"}).status_code == 403
    sent(client, "desk-describe", body.code, **DESK)
    body.refresh_from_db()
    assert body.hours == DESK["hours"]


def test_the_main_ppid_keeps_every_desk(body: PublicBody) -> None:
    client = browser_of(main_officer())
    assert reverse("desk-kept", args=[body.code]) in read(client, "public-body", body.code)
    assert "Data meja tersimpan." in sent(client, "desk-describe", body.code, **DESK)


@pytest.mark.parametrize("name", ["desk-kept", "desk-describe", "officer-new", "training-new", "officer-end"])
def test_the_desk_of_another_body_is_not_found(body: PublicBody, name: str) -> None:
    part = formed(body).officers.earliest("pk").pk if name == "officer-end" else body.code
    assert browser_of(at_desk(agency())).get(reverse(name, args=[part])).status_code == 404


def test_a_superior_finds_no_desk_to_keep(body: PublicBody) -> None:
    assert browser_of(superior_of(body)).get(reverse("desk-own")).status_code == 403


def test_a_district_reads_what_waits_at_each_village_it_helps(body: PublicBody) -> None:
    let_help(body, district(), actor=at_desk(body))
    asked(body)
    asked(neighbour())
    page = read(browser_of(helper()), "helped-villages")
    assert "Di 1 dari 1 desa ada yang menunggu" in page
    assert "1 harus diperiksa." in page
    assert f"{reverse('information-desk')}?badan={body.code}" in page
    assert f"?badan={neighbour().code}" not in page
    assert page.index("Desa lain di kecamatan ini") < page.index(neighbour().name)


def test_before_a_village_asks_for_help_the_page_says_how(body: PublicBody) -> None:
    assert "Belum ada desa yang meminta bantuan" in read(browser_of(helper()), "helped-villages")


@pytest.mark.parametrize("name", ["helped-villages", "desk-kept"])
def test_more_villages_cost_no_more_queries(body: PublicBody, name: str) -> None:
    let_help(body, district(), actor=at_desk(body))
    client = browser_of(helper())

    def many() -> int:
        with CaptureQueriesContext(connection) as told:
            client.get(reverse(name, args=[body.code] if name == "desk-kept" else []))
        return len(told)

    asked(body)
    many()  # the first visit notes when the session was last used
    few = many()
    let_help(neighbour(), district(), actor=at_desk(neighbour()))
    formed(body)
    asked(neighbour())
    assert many() == few <= 20
