"""Outlines of villages come in as GeoJSON: each finds its village, or is kept with a reason that says what to do."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from selaras.engines.outlines import OutlineError
from selaras.intake.models import Batch, Row
from selaras.outreach.models import VillagePlace
from selaras.outreach.reach.actions import importing
from selaras.outreach.reach.actions.importing import take_outlines
from selaras.outreach.reach.errors import NotAllowed, NotNow
from selaras.outreach.reach.queries import known_of, villages_within
from selaras.people.models import Role
from tests.outreach.reach.region import outlined, region, square, steward, taken, told
from tests.people.persons import browser_of, someone

pytestmark = pytest.mark.django_db


def outlines(*features: dict[str, Any]) -> Batch:
    return take_outlines(told("Peta batas (contoh)"), "batas.geojson", outlined(*features), actor=steward())


def reasons(batch: Batch) -> list[str]:
    return [" ".join(row.reasons) for row in batch.rows.filter(outcome=Row.Outcome.KEPT)]


@pytest.mark.parametrize(
    "properties",
    [
        {"kode": "33.05.01.2001"},
        {"KDEPUM": "3305012001", "NAMOBJ": "Alfa"},
        {"WADMKD": "Alfa", "WADMKC": "Hulu"},
        {"desa": "Desa Alfa"},
    ],
)
def test_a_village_is_found_by_its_code_or_its_name(properties: dict[str, Any]) -> None:
    region()
    batch = outlines(square(properties))
    assert (batch.taken, batch.kept) == (1, 0)
    place = VillagePlace.objects.get()
    assert place.village_id == "33.05.01.2001"
    assert (str(place.latitude), str(place.longitude)) == ("-7.605000", "109.605000")
    assert place.outline
    assert len(place.outline[0][0]) == 5


def test_what_is_nowhere_twice_or_no_polygon_is_kept_with_its_reason() -> None:
    region()
    batch = outlines(
        square({"kode": "33.05.01.2001"}),
        square({"kode": "33.05.01.2001"}),
        square({"desa": "Omega Zulu"}),
        square({}),
        {"properties": {"kode": "33.05.02.2001"}, "geometry": {"type": "Point", "coordinates": [109.6, -7.6]}},
    )
    assert (batch.taken, batch.kept) == (1, 4)
    for word, reason in zip(
        ("Sama dengan baris 1", "Omega Zulu", "atribut", "bukan poligon"), reasons(batch), strict=True
    ):
        assert word in reason


def test_the_same_map_again_changes_nothing() -> None:
    region()
    assert outlines(square({"kode": "33.05.01.2001"})) == outlines(square({"kode": "33.05.01.2001"}))
    assert VillagePlace.objects.count() == 1


def test_people_from_a_census_and_an_outline_from_a_map_stand_together() -> None:
    region()
    taken("Kode;Penduduk\n33.05.01.2001;1200\n", told("Sensus (contoh)", day=date(2021, 1, 1)))
    outlines(square({"kode": "33.05.01.2001"}))
    (place,) = [one.place for one in known_of(villages_within("33.05.01"), outlines=True) if one.place]
    assert (place.population, bool(place.outline)) == (1200, True)


def test_a_map_that_is_too_large_or_no_map_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    region()
    with pytest.raises(OutlineError, match="GeoJSON"):
        take_outlines(told(), "batas.geojson", b"kode;nama", actor=steward())
    monkeypatch.setattr(importing, "MOST_OUTLINE_BYTES", 10)
    with pytest.raises(NotNow, match="Pecah"):
        outlines(square({"kode": "33.05.01.2001"}))
    assert not Batch.objects.exists()


def test_only_walidata_and_bappeda_send_maps() -> None:
    with pytest.raises(NotAllowed):
        take_outlines(told(), "batas.geojson", outlined(), actor=someone(Role.Kind.OBSERVER))


def test_the_desk_sends_a_map_and_is_told_what_is_wrong_with_another() -> None:
    region()
    browser = browser_of(steward())
    said = {"kind": "signal_outlines", "name": "Peta batas", "way": "measurement", "as_of": "2020-01-01"}
    broken = SimpleUploadedFile("batas.geojson", b'{"type": "Topology"}')
    page = browser.post("/meja/sinyal/kirim/", {**said, "file": broken})
    assert page.status_code == 422
    assert "Simpan ulang sebagai FeatureCollection" in page.content.decode()
    good = SimpleUploadedFile("batas.geojson", outlined(square({"kode": "33.05.01.2001"})))
    page = browser.post("/meja/sinyal/kirim/", {**said, "file": good}, follow=True)
    assert "1 baris diambil, 0 ditahan" in page.content.decode()


@pytest.mark.slow
@pytest.mark.shared_data
def test_every_village_of_the_sample_region_gets_its_outline(real_villages: None, shared_data: Path) -> None:
    content = (shared_data / "reach" / "kebumen_desa_33.05.geojson").read_bytes()
    batch = take_outlines(told("Batas desa"), "batas.geojson", content, actor=steward())
    assert (batch.taken, batch.kept) == (460, 0)
    assert len(json.dumps(list(VillagePlace.objects.values_list("outline", flat=True)))) < 500_000
