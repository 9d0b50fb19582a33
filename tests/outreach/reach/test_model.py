"""The model of propagation stands beside other sources: weaker than all, and never sure of what it cannot see."""

from __future__ import annotations

import math
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from django.test import Client
from django.utils import timezone

from bench.signal_class import labelled, levels
from selaras.audit.models import Entry
from selaras.engines.propagation import Land, cross_validated, hata_loss
from selaras.government.models import Region
from selaras.outreach.models import Reckoning, Signal, SignalFact, Site, Source
from selaras.outreach.reach.actions import reckoning
from selaras.outreach.reach.actions.importing import take_sites
from selaras.outreach.reach.actions.reckoning import reckon_signal, run_reckoning
from selaras.outreach.reach.errors import Incomplete, NotAllowed
from selaras.outreach.reach.propagation import TRIED, levels_at, masts_of, tried_on
from selaras.outreach.reach.queries import Known, known_of, villages_within
from selaras.people.models import Role
from tests.outreach.reach.region import region, source_of, steward, taken, told
from tests.people.persons import browser_of, someone

pytestmark = pytest.mark.django_db
ALFA, BETA, GAMA, DELTA = "33.05.01.2001", "33.05.01.2002", "33.05.02.2001", "33.05.02.2002"
ASSUMED: dict[str, float] = {"power": 55, "height": 42, "frequency": 900}


def masts(*rows: str, name: str = "Daftar menara (contoh)") -> Source:
    content = "\n".join(("Nomor;Lat;Lon;Tinggi;Frekuensi", *rows)).encode()
    return source_of(take_sites(told(name), "menara.csv", content, actor=steward()))


@pytest.fixture
def one_mast() -> Source:
    """Alfa stands beside it, Beta 18 km away, Gama 45 km; where Delta lies nobody says."""
    region()
    rows = f"{ALFA};-7.6;109.6\n{BETA};-7.762;109.6\n{GAMA};-8.005;109.6\n"
    taken(f"Kode;Lat;Lon\n{rows}", told("Titik desa (contoh)"))
    return masts("A1;-7.60;109.60;;")


def reckoned(source: Source, *, complete: bool) -> Reckoning:
    asked = reckon_signal(source, complete=complete, actor=steward())
    run_reckoning(asked.pk)
    asked.refresh_from_db()
    return asked


def told_by_model() -> dict[str, str]:
    return dict(SignalFact.objects.filter(source__way="model").values_list("village", "signal"))


def test_a_full_list_of_masts_tells_every_class(one_mast: Source) -> None:
    asked = reckoned(one_mast, complete=True)
    assert (asked.state, asked.done, asked.total) == ("done", 3, 3)
    assert told_by_model() == {ALFA: Signal.COVERED, BETA: Signal.CONSTRAINED, GAMA: Signal.BLANK}
    assert asked.result
    assert (asked.result.way, asked.result.as_of) == ("model", timezone.localdate())


def test_a_mast_that_a_public_extract_lacks_makes_no_village_weak(one_mast: Source) -> None:
    reckoned(one_mast, complete=False)
    assert told_by_model() == {ALFA: Signal.COVERED, BETA: Signal.NOT_KNOWN, GAMA: Signal.NOT_KNOWN}
    signals = {one.village.pk: one.signal for one in known_of(villages_within(""))}
    assert signals == {ALFA: "covered", BETA: "not_known", GAMA: "not_known", DELTA: "not_known"}


def test_whatever_else_is_known_stands_before_it_and_the_difference_is_shown(one_mast: Source, client: Client) -> None:
    taken(f"Kode;Sinyal\n{ALFA};blankspot\n", told("Laporan desa (contoh)", "report", date(2016, 1, 1)))
    reckoned(one_mast, complete=True)
    alfa, beta = known_of(villages_within("33.05.01"))
    assert (alfa.signal, alfa.contradicted, alfa.by_model) == (Signal.BLANK, True, False)
    assert (beta.signal, beta.contradicted, beta.by_model) == (Signal.CONSTRAINED, False, True)
    for page in ("/sinyal/33.05.01/", "/sinyal/peta/?kecamatan=33.05.01"):
        text = client.get(page).content.decode()
        assert "1 desa hanya diketahui dari model" in text
        assert "benar untuk 54,6 %" in text
        assert "benar untuk 56,9 %" in text
        assert "sumber berbeda" in text


def test_reckoned_again_it_takes_the_place_of_what_it_said_before(one_mast: Source) -> None:
    first = reckoned(one_mast, complete=True)
    second = reckoned(one_mast, complete=False)
    assert first.result == second.result
    assert told_by_model()[GAMA] == Signal.NOT_KNOWN
    assert Entry.objects.filter(action="outreach.signal_reckoned").count() == 2


def test_asked_twice_it_is_reckoned_once_and_done_again_only_where_it_was_killed(one_mast: Source) -> None:
    asked = reckon_signal(one_mast, complete=True, actor=steward())
    assert reckon_signal(one_mast, complete=True, actor=steward()) == asked
    assert Entry.objects.filter(action="outreach.reckoning_asked").count() == 1
    Reckoning.objects.update(state="running", done=1, moved_at=timezone.now() - timedelta(hours=1))
    assert reckon_signal(one_mast, complete=True, actor=steward()) == asked
    run_reckoning(asked.pk)
    run_reckoning(asked.pk)
    assert Reckoning.objects.get().state == "done"
    assert Entry.objects.filter(action="outreach.signal_reckoned").count() == 1


def test_the_page_is_told_how_far_it_came(one_mast: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reckoning, "_AT_ONCE", 2)
    seen: list[int] = []
    move = reckoning._move

    def watched(asked: Reckoning, **to: Any) -> None:
        move(asked, **to)
        seen.append(to.get("done", -1))

    monkeypatch.setattr(reckoning, "_move", watched)
    assert reckoned(one_mast, complete=True).done == 3
    assert seen == [-1, 2, 3]


def test_masts_for_which_the_formula_was_never_measured_are_skipped_and_told(one_mast: Source) -> None:
    other = masts("B1;-7.6;109.6;42;26000", "B2;-7.6;109.6;5;900", "B3;-7.6;109.6;42;900", name="Daftar lain (contoh)")
    asked = reckoned(other, complete=True)
    assert (asked.state, asked.skipped) == ("done", 2)
    assert told_by_model()[ALFA] == Signal.COVERED


def test_without_one_that_fits_it_says_what_is_lacking(one_mast: Source) -> None:
    asked = reckoned(masts("B1;-7.6;109.6;42;26000", name="Daftar lain (contoh)"), complete=True)
    assert asked.state == "failed"
    assert "tidak satu menara pun cocok" in asked.words


def test_only_walidata_and_bappeda_have_it_reckoned_and_only_from_masts(one_mast: Source) -> None:
    with pytest.raises(NotAllowed):
        reckon_signal(one_mast, complete=True, actor=someone(Role.Kind.AUDITOR))
    with pytest.raises(Incomplete):
        reckon_signal(Source.objects.exclude(pk=one_mast.pk).earliest("pk"), complete=True, actor=steward())


def test_the_desk_asks_and_reads_the_result(one_mast: Source) -> None:
    browser = browser_of(steward())
    page = browser.get("/meja/sinyal/model/").content.decode()
    assert "Model ini lemah" in page
    waiting = browser.post("/meja/sinyal/model/", {"masts": one_mast.pk}, follow=True)
    assert "Menunggu giliran" in waiting.content.decode()
    run_reckoning(Reckoning.objects.get().pk)
    address = waiting.redirect_chain[-1][0]
    assert "model hanya menyebut desa yang tercakup" in browser.get(f"{address}?bagian=1").content.decode()
    assert browser.post("/meja/sinyal/model/", {"masts": "x"}).status_code == 422


def test_the_strongest_mast_counts_and_beyond_100_km_there_is_none() -> None:
    sites = [Site(latitude=-7.0, longitude=109, power=55), Site(latitude=-7.1, longitude=109, power=None)]
    found, skipped = masts_of(sites, ASSUMED)
    assert (len(found), skipped) == (1, 0)
    near, far = levels_at([(-7.04, 109), (-9.0, 109)], found)
    assert near == pytest.approx(55 - hata_loss(0.04 * 111.2, mhz=900, mast=42, land=Land.SUBURBAN).item(), abs=0.01)
    assert math.isinf(far)


def test_the_model_is_tried_only_on_enough_villages_that_others_know() -> None:
    def known(number: int, way: str) -> Known:
        village = Region(code=f"33.05.01.{2000 + number}", name="-")
        signal = Signal.COVERED if number % 2 else Signal.BLANK
        return Known(village, (SignalFact(source=Source(way=way, as_of=date(2020, 1, 1)), signal=signal),), None)

    strengths = np.array([-80.0 if number % 2 else -120.0 for number in range(40)])
    assert tried_on([known(number, "model") for number in range(40)], strengths) == {}
    assert tried_on([known(number, "report") for number in range(29)], strengths[:29]) == {}
    found = tried_on([known(number, "report") for number in range(40)], strengths)
    assert found == {"places": 40, "accuracy": 100.0, "commonest": 50.0}


@pytest.mark.shared_data
def test_what_the_page_says_of_the_model_is_what_the_labelled_villages_say(shared_data: Path) -> None:
    villages = labelled(shared_data)
    judged = cross_validated(levels(shared_data, villages.spots), villages.stated)
    assert len(villages.stated) == TRIED["places"]
    assert round(judged.accuracy * 100, 1) == TRIED["accuracy"]
    assert round(judged.commonest * 100, 1) == TRIED["commonest"]
    assert judged.accuracy < judged.commonest
