"""A list that came in with a wrong answer is put right: set aside with the reason, then sent again."""

from __future__ import annotations

import pytest
from django.test import Client

from selaras.audit.models import Entry
from selaras.government.models import Region
from selaras.outreach.models import Reckoning, Signal, Source
from selaras.outreach.reach.actions.ending import set_aside_source
from selaras.outreach.reach.actions.importing import take_sites
from selaras.outreach.reach.actions.reckoning import reckon_signal
from selaras.outreach.reach.errors import Incomplete, NotAllowed, NotNow
from selaras.outreach.reach.queries import known_of, mast_lists_visible_to, sources_visible_to
from selaras.people.models import Role
from tests.outreach.reach.region import region, source_of, steward, taken, told
from tests.people.persons import browser_of, someone

pytestmark = pytest.mark.django_db

ALL = "Kode;Penduduk\n33.05.01.2001;1200\n33.05.01.2002;800\n"


def wrongly_sent() -> Source:
    """Every village of the census as a blank spot."""
    region()
    return source_of(taken(ALL, told(all_are=Signal.BLANK)))


def signals() -> list[Signal]:
    return [one.signal for one in known_of(Region.objects.filter(parent="33.05.01").order_by("pk"))]


def test_the_same_file_with_another_answer_is_refused_by_the_name_of_the_first() -> None:
    wrongly_sent()
    with pytest.raises(NotNow, match="Pendataan"):
        taken(ALL, told())
    assert Source.objects.count() == 1


def test_set_aside_it_says_nothing_more_and_its_file_comes_in_again() -> None:
    wrong = wrongly_sent()
    assert signals() == [Signal.BLANK] * 2
    set_aside_source(wrong, "Salah pilih arti", actor=steward())
    known = known_of([Region.objects.get(pk="33.05.01.2001")])[0]
    assert (known.facts, known.people) == ((), None)
    right = source_of(taken(ALL, told(all_are=Signal.COVERED)))
    assert right != wrong
    assert taken(ALL, told(all_are=Signal.COVERED)) == right.batch
    assert signals() == [Signal.COVERED] * 2
    set_aside_source(right, "Salah lagi", actor=steward())
    taken(ALL, told(all_are=Signal.CONSTRAINED))
    assert signals() == [Signal.CONSTRAINED] * 2


def test_the_public_no_longer_sees_it_and_who_keeps_the_lists_sees_why(client: Client) -> None:
    wrong = wrongly_sent()
    browser, page = browser_of(steward()), f"/meja/sinyal/sumber/{wrong.pk}/"
    assert "Desa yang tercantum di sini berarti: blankspot" in browser.get(page).content.decode()
    lacks = browser.post(f"{page}sisihkan/", {"reason": " "}, follow=True).content.decode()
    assert "Tulis mengapa sumber ini disisihkan" in lacks
    done = browser.post(f"{page}sisihkan/", {"reason": "Salah pilih arti"}, follow=True).content.decode()
    assert "Salah pilih arti" in done
    assert "Mengapa disisihkan" not in done
    assert wrong.name not in client.get("/sinyal/").content.decode()
    assert wrong.name not in browser.get("/sinyal/").content.decode()
    desk = browser.get("/meja/sinyal/").content.decode()
    assert "0 sumber menerangkan" in desk
    assert ", disisihkan" in desk
    assert not sources_visible_to(someone(Role.Kind.OBSERVER)).exists()


def test_a_list_of_masts_takes_its_model_with_it() -> None:
    region()
    masts = source_of(take_sites(told(), "menara.csv", b"Nomor;Lat;Lon\nA1;-7.6;109.6\n", actor=steward()))
    asked = reckon_signal(masts, complete=True, actor=steward())
    set_aside_source(masts, "Daftar provinsi lain", actor=steward())
    asked.refresh_from_db()
    assert (asked.state, asked.words) == (Reckoning.State.FAILED, "Daftar menara atau peta ketinggiannya disisihkan.")
    assert not mast_lists_visible_to(steward()).exists()
    masts.refresh_from_db()
    with pytest.raises(Incomplete):
        reckon_signal(masts, complete=True, actor=steward())


def test_it_needs_a_reason_and_somebody_who_keeps_the_lists_and_happens_once() -> None:
    source = wrongly_sent()
    for reason in (" ", "x" * 301):
        with pytest.raises(Incomplete):
            set_aside_source(source, reason, actor=steward())
    with pytest.raises(NotAllowed):
        set_aside_source(source, "Salah", actor=someone(Role.Kind.OBSERVER))
    first = set_aside_source(source, "Salah", actor=steward()).ended_at
    assert set_aside_source(source, "Salah lagi", actor=steward()).ended_at == first
    assert Entry.objects.filter(action="outreach.source_set_aside").count() == 1
