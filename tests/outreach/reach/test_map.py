"""The map shows each village by what is known of it, where it lies, and by which channels it can be told something."""

from __future__ import annotations

import gzip
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from selaras.government.models import Region
from selaras.outreach.models import Channel, Signal
from selaras.outreach.reach.actions.importing import take_outlines
from selaras.outreach.reach.channels import reached_by
from selaras.outreach.reach.mapping import village_map
from selaras.outreach.reach.queries import channels_in_use, known_of, villages_within
from tests.outreach.reach.region import outlined, region, square, steward, taken, told

pytestmark = pytest.mark.django_db
ALFA, BETA, GAMA, DELTA = "33.05.01.2001", "33.05.01.2002", "33.05.02.2001", "33.05.02.2002"


def mapped() -> None:
    """Alfa is blank and drawn, Beta weak and drawn; Gama is covered and a point, of Delta nothing is known."""
    region()
    taken(f"Kode;Sinyal;Lat;Lon\n{ALFA};blankspot;;\n{BETA};terkendala;;\n{GAMA};tercakup;-7.6;109.64\n")
    shapes = square({"kode": ALFA}), square({"kode": BETA}, 109.61)
    take_outlines(told("Peta batas (contoh)"), "batas.geojson", outlined(*shapes), actor=steward())


def shown(client: Client, query: str = "") -> str:
    return client.get(f"/sinyal/peta/{query}").content.decode()


def faded(page: str) -> list[str]:
    return re.findall(r's-off"[^>]*><title>(\w+)', page)


def test_each_class_is_told_by_a_pattern_and_a_word(client: Client) -> None:
    mapped()
    page = shown(client)
    assert "1 desa blankspot, 1 terkendala sinyal, 1 belum diketahui" in page
    for pattern, name in (("none", "Alfa: blankspot"), ("weak", "Beta: terkendala sinyal")):
        assert re.search(rf'fill="url\(#{pattern}\)"><title>{name}</title>', page)
    assert "Gama: tercakup" in page
    assert "1 desa belum ada di peta" in page


def test_an_outline_is_drawn_as_one_and_a_village_without_one_as_a_sign() -> None:
    mapped()
    drawn = village_map(known_of(villages_within(""), outlines=True), lambda one: one.signal != Signal.COVERED)
    assert drawn
    assert drawn.left_out == 1
    shapes = {shape.known.village.name: shape for _district, of in drawn.districts for shape in of}
    assert [district.name for district, _shapes in drawn.districts] == ["Hulu", "Hilir"]
    assert re.fullmatch(r"M\d+ \d+([hvl][-\d ]+)+z", shapes["Alfa"].path)
    assert "a6 6 0 1 0" in shapes["Gama"].path
    assert [name for name, shape in shapes.items() if not shape.fits] == ["Gama"]


def test_neighbours_touch_on_the_map() -> None:
    mapped()
    drawn = village_map(known_of(villages_within("33.05.01"), outlines=True), bool)
    assert drawn
    (alfa, beta) = drawn.districts[0][1]
    assert beta.x - alfa.x == 360  # two squares side by side fill the width


def test_without_any_place_the_page_says_who_sends_one(client: Client) -> None:
    region()
    assert village_map(known_of(villages_within(""), outlines=True), bool) is None
    assert "Walidata mengirim batas desa" in shown(client)


@pytest.mark.parametrize(
    ("asked", "others", "rows"),
    [
        ("blank", ["Beta", "Gama"], [ALFA]),
        ("covered", ["Alfa", "Beta"], [GAMA]),
        ("not_known", ["Alfa", "Beta", "Gama"], [DELTA]),
        ("beda", ["Alfa", "Gama"], [BETA]),
        ("tanpa-saluran", ["Beta", "Gama"], [ALFA]),
    ],
)
def test_what_is_asked_for_stands_out_and_is_listed(
    client: Client, asked: str, others: list[str], rows: list[str]
) -> None:
    mapped()
    taken(f"Kode;Sinyal\n{BETA};tercakup\n", told("Laporan (contoh)", "census"))
    taken(f"Kode;Sinyal\n{BETA};terkendala\n", told("Pengukuran (contoh)", "measurement"))
    Channel.objects.create(kind=Channel.Kind.SITE, name="Situs (contoh)")
    page = shown(client, f"?kelas={asked}")
    assert sorted(faded(page)) == others
    assert re.findall(r'<tr role="row" id="d([\d.]+)"', page) == rows


def test_a_district_is_shown_alone_and_links_each_village_to_its_row(client: Client) -> None:
    mapped()
    page = shown(client, "?kecamatan=33.05.01")
    assert re.findall(r'href="#d([\d.]+)"', page) == re.findall(r' id="d([\d.]+)"', page) == [ALFA, BETA]
    assert "Gama" not in page
    assert client.get("/sinyal/peta/?kecamatan=33.05").status_code == 404


CHANNELS: Sequence[tuple[str, tuple[str, ...]]] = (
    (Channel.Kind.SITE, ()),
    (Channel.Kind.RADIO, ("33.05.02",)),
    (Channel.Kind.MEETING, (BETA,)),
)


def test_which_channels_reach_which_village_and_whom_none_does(client: Client) -> None:
    mapped()
    for kind, regions in CHANNELS:
        Channel.objects.create(kind=kind, name=f"Nama rahasia {kind}").regions.set(
            Region.objects.filter(pk__in=regions)
        )
    found = reached_by(known_of(villages_within("")), channels_in_use())
    assert found == {ALFA: (), BETA: ("site", "meeting"), GAMA: ("site", "radio"), DELTA: ("site", "radio")}
    page = shown(client, "?kecamatan=33.05.01")
    assert "1 desa tidak terjangkau saluran apa pun." in page
    assert "situs, pertemuan" in page
    assert "Nama rahasia" not in page


def test_without_any_channel_nobody_is_said_to_be_unreached(client: Client) -> None:
    mapped()
    assert "Saluran penyampaian belum dicatat" in shown(client)


def test_more_villages_do_not_ask_more_questions(
    client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    mapped()
    for kind, regions in CHANNELS:
        Channel.objects.create(kind=kind, name=f"{kind} (contoh)").regions.set(Region.objects.filter(pk__in=regions))
    for query in ("", "?kelas=blank", "?kecamatan=33.05.01"):
        with django_assert_max_num_queries(8):
            shown(client, query)


@pytest.mark.slow
@pytest.mark.shared_data
def test_the_whole_sample_region_loads_over_a_weak_signal(
    client: Client, real_villages: None, shared_data: Path
) -> None:
    """At most 30 kB for what is read first, without the map; at most 250 kB with it, for 460 outlines."""
    content = (shared_data / "reach" / "kebumen_desa_33.05.geojson").read_bytes()
    take_outlines(told("Batas desa"), "batas.geojson", content, actor=steward())
    words = ("tercakup", "terkendala", "blankspot", "")
    villages = Region.objects.filter(level=Region.Level.VILLAGE).values_list("pk", flat=True)
    taken("Kode;Sinyal\n" + "\n".join(f"{code};{words[at % 4]}" for at, code in enumerate(villages)))
    styles = [Path(str(finders.find(f"web/{name}.css"))).read_bytes() for name in ("selaras", "desk", "signal")]
    css = sum(len(gzip.compress(style)) for style in styles)
    for query in ("", "?kelas=blank"):
        page = client.get(f"/sinyal/peta/{query}").content
        assert page.count(b'<path class="s s-') >= 460
        without = re.sub(rb"<figure.*?</figure>", b"", page, flags=re.S)
        assert len(gzip.compress(without)) + css <= 30 * 1024
        assert len(gzip.compress(page)) + css <= 250 * 1024
    assert len(gzip.compress(client.get("/sinyal/").content)) + css <= 30 * 1024
