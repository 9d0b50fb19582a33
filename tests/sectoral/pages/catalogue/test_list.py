"""The catalogue: what there is, found by word, agency and frequency; and what to do where nothing is."""

from __future__ import annotations

import pytest
from django.test import Client

from selaras.sectoral.models import Dataset
from tests.counting import queries_of
from tests.sectoral.room import CODE, MENDED, SAID, agency, out, room
from tests.sectoral.shelf import SERIES, SERIES_SCHEMA, described, series, series_rows

pytestmark = pytest.mark.django_db
POPULATION, FAMILIES = SAID.title, "Peserta keluarga berencana"


def shown(**asked: str) -> str:
    answer = Client().get("/data/", asked)
    assert answer.status_code == 200
    return str(answer.content.decode())


@pytest.fixture
def shelf() -> None:
    out(room(), MENDED)
    out(series(), series_rows())


@pytest.mark.usefixtures("shelf")
def test_it_says_how_many_there_are_and_of_whom() -> None:
    page = shown()
    assert "2 himpunan data boleh dibaca dan dipakai ulang" in page
    assert f'href="/data/{CODE}/"' in page
    assert "Dinas Kependudukan (contoh)" in page
    assert page.count("tahunan</td>") == 2


@pytest.mark.usefixtures("shelf")
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"q": "keluarga"}, {FAMILIES}),
        ({"q": "JUMLAH desa"}, {POPULATION}),
        ({"q": "berdomisili"}, {POPULATION, FAMILIES}),
        ({"q": "kependudukan"}, {POPULATION, FAMILIES}),
        ({"q": SERIES}, {FAMILIES}),
        ({"q": "jumlah keluarga"}, set()),
        ({"terbit": "yearly"}, {POPULATION, FAMILIES}),
        ({"terbit": "daily"}, set()),
        ({"terbit": "kapan saja"}, {POPULATION, FAMILIES}),
    ],
)
def test_every_word_must_be_said_somewhere(asked: dict[str, str], found: set[str]) -> None:
    page = shown(**asked)
    assert {one for one in (POPULATION, FAMILIES) if one in page} == found


@pytest.mark.usefixtures("shelf")
def test_it_is_narrowed_to_an_agency() -> None:
    Dataset.objects.filter(code=SERIES).update(agency=agency("1.02.01"))
    page = shown(dinas=str(agency("1.02.01").pk))
    assert "1 himpunan data cocok" in page
    assert FAMILIES in page
    assert POPULATION not in page


def test_an_empty_shelf_tells_what_to_do() -> None:
    assert "Belum ada data yang dirilis" in shown()
    assert "Minta informasi" in shown(q="apa saja")


def test_it_asks_the_database_as_often_for_many_as_for_one() -> None:
    out(room(), MENDED)
    few = queries_of(Client().get, "/data/")
    for at in range(3):
        out(described(f"contoh-{at}", SERIES_SCHEMA, f"Contoh {at}"), series_rows())
    assert queries_of(Client().get, "/data/") == few
