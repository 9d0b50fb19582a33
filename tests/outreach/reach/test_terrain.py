"""With a map of heights a hill in the way makes a village weaker; what leaves the map counts as flat."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from selaras.engines.propagation import BadTerrain
from selaras.outreach.models import Reckoning, Signal, SignalFact, Source
from selaras.outreach.reach.actions.ending import set_aside_source
from selaras.outreach.reach.actions.importing import take_sites, take_terrain
from selaras.outreach.reach.actions.reckoning import reckon_signal, run_reckoning
from selaras.outreach.reach.errors import Incomplete, NotAllowed, NotNow
from selaras.people.models import Role
from tests.outreach.reach.region import region, source_of, steward, taken, told
from tests.people.persons import browser_of, someone

pytestmark = pytest.mark.django_db
ALFA, BETA = "33.05.01.2001", "33.05.01.2002"


def grid(north: float = -7.55) -> bytes:
    """0.08° by 0.1°, at sea level but for one ridge of 900 m from north to south, 4 km east of the mast."""
    row = " ".join("900" if column == 40 else "0" for column in range(80))
    head = f"ncols 80\nnrows 100\nxllcorner 109.6\nyllcorner {north - 0.1:.2f}\ncellsize 0.001\nNODATA_value -9999\n"
    return (head + "\n".join([row] * 100)).encode()


@pytest.fixture
def masts() -> Source:
    """Alfa beside the mast, Beta 7 km east of it, behind the ridge."""
    region()
    taken(f"Kode;Lat;Lon\n{ALFA};-7.6;109.605\n{BETA};-7.6;109.67\n", told("Titik desa (contoh)"))
    rows = "Nomor;Lat;Lon;Tinggi;Frekuensi\nA1;-7.60;109.605;;"
    return source_of(take_sites(told("Daftar menara (contoh)"), "menara.csv", rows.encode(), actor=steward()))


def heights(content: bytes | None = None) -> Source:
    said = told("Peta ketinggian (contoh)", "measurement")
    return source_of(take_terrain(said, "tanah.asc", content or grid(), actor=steward()))


def reckoned(masts: Source, terrain: Source | None) -> dict[str, str]:
    asked = reckon_signal(masts, complete=True, terrain=terrain, actor=steward())
    run_reckoning(asked.pk)
    asked.refresh_from_db()
    assert asked.state == "done", asked.words
    return dict(SignalFact.objects.filter(source=asked.result).values_list("village", "signal"))


def test_a_village_behind_a_ridge_is_weaker_than_over_flat_land(masts: Source) -> None:
    assert reckoned(masts, None) == {ALFA: Signal.COVERED, BETA: Signal.COVERED}
    behind = reckoned(masts, heights())
    assert behind[ALFA] == Signal.COVERED
    assert behind[BETA] in (Signal.CONSTRAINED, Signal.BLANK)
    model = Source.objects.get(way="model")
    assert "Daftar menara (contoh)" in model.name
    assert "Peta ketinggian (contoh)" in model.name


def test_a_way_that_leaves_the_map_counts_as_flat(masts: Source) -> None:
    assert reckoned(masts, heights(grid(north=-7.0))) == {ALFA: Signal.COVERED, BETA: Signal.COVERED}


def test_set_aside_it_takes_the_model_made_with_it_along(masts: Source) -> None:
    terrain = heights()
    reckoned(masts, terrain)
    set_aside_source(terrain, "Meternya keliru (contoh).", actor=steward())
    assert Source.objects.get(way="model").ended_at
    assert Source.objects.get(pk=masts.pk).ended_at is None
    terrain.refresh_from_db()
    for none in (terrain, masts):
        with pytest.raises(Incomplete, match="peta ketinggian"):
            reckon_signal(masts, complete=True, terrain=none, actor=steward())


def test_a_model_made_anew_without_it_outlives_it(masts: Source) -> None:
    terrain = heights()
    reckoned(masts, terrain)
    reckoned(masts, None)
    set_aside_source(terrain, "Meternya keliru (contoh).", actor=steward())
    assert Source.objects.get(way="model").ended_at is None


def test_only_who_keeps_the_lists_sends_a_map_and_a_broken_one_leaves_nothing(masts: Source) -> None:
    with pytest.raises(NotAllowed):
        take_terrain(told("Peta (contoh)"), "tanah.asc", grid(), actor=someone(Role.Kind.AUDITOR))
    with pytest.raises(BadTerrain):
        heights(grid()[:500])
    with pytest.raises(NotNow):
        heights(b" " * (15 * 1024 * 1024 + 1))
    assert not Source.objects.filter(batch__kind=Source.TERRAIN).exists()


def test_the_desk_sends_a_map_and_chooses_it(masts: Source) -> None:
    browser = browser_of(steward())
    assert "Belum ada: kirim peta ketinggian" in browser.get("/meja/sinyal/model/").content.decode()
    form = {"kind": "signal_terrain", "name": "Peta ketinggian (contoh)", "way": "measurement", "as_of": "2020-01-01"}
    broken = browser.post("/meja/sinyal/kirim/", form | {"file": SimpleUploadedFile("tanah.asc", b"halo")})
    assert broken.status_code == 422
    assert "bukan peta ketinggian ASCII" in broken.content.decode()
    sent = browser.post("/meja/sinyal/kirim/", form | {"file": SimpleUploadedFile("tanah.asc", grid())}, follow=True)
    assert "Peta ketinggian 100 × 80 petak" in sent.content.decode()
    assert "peta ketinggian" in browser.get("/meja/sinyal/").content.decode()
    terrain = Source.objects.get(batch__kind=Source.TERRAIN)
    asked = browser.post("/meja/sinyal/model/", {"masts": masts.pk, "terrain": terrain.pk}, follow=True)
    assert "Peta ketinggian (contoh)" in asked.content.decode()
    assert Reckoning.objects.get().terrain == terrain
