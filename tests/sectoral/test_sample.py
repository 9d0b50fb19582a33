"""The invented tables of the sample region: what a visitor of the demo finds in the room of sectoral data."""

from __future__ import annotations

import pytest

from selaras.government.actions import seed_parameters
from selaras.government.models import Agency, Region
from selaras.people.actions.accounts import system_account
from selaras.people.models import Role
from selaras.sample import SEED
from selaras.sample.datasets import DISPUTED, MARK, make_tables
from selaras.sample.facts import districts
from selaras.sectoral.models import Conflict, Dataset, Look, Version
from selaras.sectoral.sample import send_examples
from tests.people.persons import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def region() -> Region:
    seed_parameters(actor=system_account())
    made = Region.objects.create(code="33.05", name="Contoh", level=Region.Level.REGENCY)
    for place in districts():
        Region.objects.create(code=place.code, name=place.name, level=Region.Level.DISTRICT, parent=made)
    for code in {table.agency for table in make_tables(SEED)}:
        Agency.objects.create(region=made, code=code, name=f"Dinas {code}")
    return made


def test_every_table_says_that_it_is_invented() -> None:
    for table in make_tables(SEED):
        assert table.title.endswith("(contoh)")
        for _, content in table.files:
            assert all(line.endswith(MARK) for line in content.decode().splitlines()[1:])


def test_the_same_seed_gives_the_same_bytes() -> None:
    assert make_tables(SEED) == make_tables(SEED)
    assert make_tables(SEED) != make_tables(SEED + 1)


def test_tables_in_order_are_released_and_one_waits_to_be_mended(region: Region) -> None:
    sent = send_examples(region, steward=person("walidata", Role.Kind.DATA_STEWARD))
    out = {one.code: list(one.versions.order_by("number").values_list("state", flat=True)) for one in sent}
    assert out == {
        "jumlah-penduduk": ["released", "released"],
        "layanan-puskesmas": ["released"],
        "produksi-padi": ["released"],
        "kondisi-jalan": ["released"],
        "titik-internet-publik": ["checked"],
    }
    faulty = Version.objects.get(dataset__code="titik-internet-publik").check_in_force
    assert faulty is not None
    assert faulty.errors == 2
    assert faulty.annotated


def test_two_agencies_differ_in_the_districts_that_the_sample_picks(region: Region) -> None:
    send_examples(region, steward=person("walidata", Role.Kind.DATA_STEWARD))
    look = Look.objects.get(state=Look.State.DONE)
    assert look.unread == []
    found = Conflict.objects.all()
    assert [one.kind for one in found] == ["disagreement"] * DISPUTED
    assert {one.period for one in found} == {"2020"}


def test_sent_twice_is_sent_once(region: Region) -> None:
    steward = person("walidata", Role.Kind.DATA_STEWARD)
    send_examples(region, steward=steward)
    assert send_examples(region, steward=steward) == []
    assert Dataset.objects.count() == 5
