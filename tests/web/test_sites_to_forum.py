"""A site that the computation chose goes to the forum as a proposal with its evidence, once."""

from __future__ import annotations

from datetime import date

import pytest

from selaras.forum.models import Proposal
from selaras.government.models import Region
from selaras.outreach.models import Signal
from selaras.outreach.reach.actions.importing import Told, take_villages
from selaras.people.models import Role
from tests.forum.decided import decided_forum
from tests.people.persons import browser_of, someone

pytestmark = pytest.mark.django_db

ASKED = "km=4&menara=1&biaya=900000000"


def blank_village() -> Region:
    forum = decided_forum()
    village = Region.objects.filter(level=Region.Level.VILLAGE, parent__parent=forum.cycle.region).earliest("pk")
    content = f"Kode;Lat;Lon;Penduduk\n{village.pk};-7.6;109.6;1250\n".encode()
    told = Told("Daftar blankspot (contoh)", "report", date(2020, 1, 1), all_are=Signal.BLANK)
    take_villages(told, "desa.csv", content, actor=someone(Role.Kind.PLANNER))
    return village


def test_the_page_tells_whom_the_site_reaches_and_sends_it_with_its_evidence() -> None:
    village, browser = blank_village(), browser_of(someone(Role.Kind.PLANNER))
    page = browser.get(f"/meja/sinyal/berikutnya/?{ASKED}").content.decode()
    assert "1.250 dari 1.250 orang di desa lemah sinyal akan terjangkau" in page
    assert "terbukti" in page
    before = set(Proposal.objects.values_list("pk", flat=True))
    for told in ("masuk ke forum dengan buktinya", "sudah diusulkan sebagai"):
        sent = browser.post(f"/meja/sinyal/berikutnya/usulkan/?{ASKED}", {"village": village.pk}, follow=True)
        assert told in sent.content.decode()
    made = Proposal.objects.exclude(pk__in=before).get()
    assert (made.village_id, made.cost, made.title) == (
        village.pk,
        900_000_000,
        f"Pembangunan menara telekomunikasi di {village.name}",
    )
    assert "menambah 1.250 orang terjangkau dalam 4 km" in made.problem


def test_a_site_that_was_not_chosen_is_not_sent() -> None:
    blank_village()
    browser, count = browser_of(someone(Role.Kind.PLANNER)), Proposal.objects.count()
    sent = browser.post(f"/meja/sinyal/berikutnya/usulkan/?{ASKED}", {"village": "33.05.99.2001"}, follow=True)
    assert "tidak lagi ada dalam hasil hitungan" in sent.content.decode()
    assert Proposal.objects.count() == count


def test_a_question_that_does_not_do_is_told_beside_the_form() -> None:
    blank_village()
    page = browser_of(someone(Role.Kind.PLANNER)).get("/meja/sinyal/berikutnya/?km=4")
    assert page.status_code == 422
    assert "Isi salah satu" in page.content.decode()
