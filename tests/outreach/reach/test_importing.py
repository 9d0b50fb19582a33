"""A list of villages comes in: what fits is a fact of its source, the rest is kept, and what is amiss is told."""

from __future__ import annotations

from datetime import date

import pytest

from selaras.intake.models import Batch, Row
from selaras.outreach.models import Signal, SignalFact, Site, Source, VillagePlace
from selaras.outreach.reach.actions.importing import take_sites, take_villages
from selaras.outreach.reach.errors import Incomplete, NotAllowed, NotNow
from selaras.outreach.reach.queries import shortfalls_of
from selaras.people.models import Role
from tests.outreach.reach.region import region, source_of, steward, taken, told
from tests.people.persons import someone

pytestmark = pytest.mark.django_db

# 2016, by the region's office of transport and communication; it says 27 of itself, and 4 of Karangsambung.
BLANK_SPOTS = {
    "Karanggayam": (6, "Selogiri, Glontor, Giritirto, Ginandong, Binangun, Gunungsari"),
    "Poncowarno": (5, "Kedungdowo, Karangtengah, Kebapangan, Tirtomoyo, Jembangan"),
    "Sadang": (4, "Kedunggong, Cangkring, Sadang Wetan, Sadang Kulon"),
    "Sempor": (4, "Donorojo, Somagede, Sampang, Kedungwringin"),
    "Karangsambung": (4, "Totogan, Plumbon, Pujotirto"),
    "Padureso": (2, "Kalijering, Sendangdalem"),
    "Alian": (2, "Kaliputih, Tlogowulung"),
}


def test_a_census_gives_places_and_facts_and_codes_mean_nothing_yet() -> None:
    region()
    taken("Kode;Desa;Penduduk;Sinyal kode\n33.05.01.2001;Alfa;1200;1\n33.05.01.2002;Beta;800;3\n")
    assert set(SignalFact.objects.values_list("village", "code", "signal")) == {
        ("33.05.01.2001", "1", Signal.NOT_KNOWN),
        ("33.05.01.2002", "3", Signal.NOT_KNOWN),
    }
    assert dict(VillagePlace.objects.values_list("village", "population")) == {
        "33.05.01.2001": 1200,
        "33.05.01.2002": 800,
    }


@pytest.mark.parametrize(
    ("word", "signal"),
    [
        ("tercakup", Signal.COVERED),
        ("Terkendala Sinyal", Signal.CONSTRAINED),
        ("Blank-spot", Signal.BLANK),
        ("2", Signal.NOT_KNOWN),
        ("lumayan", Signal.NOT_KNOWN),
    ],
)
def test_only_plain_words_explain_themselves(word: str, signal: Signal) -> None:
    region()
    taken(f"Desa;Kecamatan;Sinyal\nAlfa;Hulu;{word}\n")
    assert SignalFact.objects.get().signal == signal


def test_a_village_that_is_nowhere_or_twice_is_kept_with_its_reason() -> None:
    region()
    batch = taken("Desa;Kecamatan;Sinyal\nAlfa;Hulu;blankspot\nOmega;Hulu;blankspot\nAlfa;Hulu;tercakup\n")
    assert (batch.read, batch.taken, batch.kept) == (3, 1, 2)
    reasons = [" ".join(row.reasons) for row in batch.rows.filter(outcome=Row.Outcome.KEPT)]
    assert "daftar wilayah" in reasons[0]
    assert "baris pertama yang dipakai" in reasons[1]


def test_the_same_file_again_changes_nothing() -> None:
    region()
    content = "Desa;Kecamatan;Sinyal\nAlfa;Hulu;blankspot\n"
    assert taken(content) == taken(content)
    assert (Batch.objects.count(), Source.objects.count(), SignalFact.objects.count()) == (1, 1, 1)


@pytest.mark.shared_data
def test_the_published_list_names_26_though_it_says_27(real_villages: None) -> None:
    lines = [
        f"{district};{count};{name.strip()}"
        for district, (count, names) in BLANK_SPOTS.items()
        for name in names.split(",")
    ]
    batch = taken(
        "\n".join(("Kecamatan;Jumlah desa;Desa", *lines)),
        told("Daftar desa blankspot", "report", date(2016, 12, 31), stated=27, all_are=Signal.BLANK),
    )
    assert batch.read == 26
    whole, district = shortfalls_of(source_of(batch))
    assert (whole.stated, whole.named, whole.where) == (27, 26, None)
    assert district.where is not None
    assert (district.where.name, district.stated, district.named) == ("Karangsambung", 4, 3)
    assert SignalFact.objects.filter(signal=Signal.BLANK).count() == batch.taken


def test_masts_come_with_what_the_list_knows_of_them() -> None:
    content = b"Nomor;Operator;Lat;Lon;Tinggi;Frekuensi\nA1;Satu;-7.6;109.6;42;900\nA1;Dua;-7.6;109.7\nA2;Dua;x;109.7\n"
    batch = take_sites(told(), "menara.csv", content, actor=steward())
    assert (batch.taken, batch.kept) == (1, 2)
    mast = Site.objects.get()
    assert (mast.operator, str(mast.height), mast.frequency, mast.power) == ("Satu", "42.0", 900, None)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": " "}, "name"),
        ({"way": "model"}, "way"),
        ({"day": date(2999, 1, 1)}, "as_of"),
        ({"stated": -1}, "stated"),
        ({"all_are": "ungu"}, "all_are"),
    ],
)
def test_a_source_says_who_how_and_when(wrong: dict[str, object], field: str) -> None:
    region()
    with pytest.raises(Incomplete) as lacks:
        taken("Desa;Kecamatan\nAlfa;Hulu\n", told(**wrong))  # type: ignore[arg-type]
    assert list(lacks.value.fields) == [field]
    assert not Batch.objects.exists()


def test_a_file_without_a_village_is_refused() -> None:
    with pytest.raises(NotNow):
        taken("Warna;Berat\nmerah;2\n")


def test_only_walidata_and_bappeda_send_lists() -> None:
    with pytest.raises(NotAllowed):
        take_villages(told(), "desa.csv", b"Desa\nAlfa\n", actor=someone(Role.Kind.OBSERVER))
