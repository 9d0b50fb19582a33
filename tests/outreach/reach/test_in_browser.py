"""On a telephone with a weak signal that breaks off: a report of the signal is never lost and never counted twice."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import BrowserContext, Page, expect

from selaras.outreach.models import Channel, Reckoning, SignalReport, Source
from selaras.outreach.reach.actions.importing import take_outlines, take_sites
from selaras.outreach.reach.actions.reckoning import reckon_signal, run_reckoning
from tests.outreach.reach.region import outlined, region, source_of, square, steward, taken, told
from tests.web.browser import DESKTOP, fits, sign_in
from tests.web.weak_line import Line, Phone, opened, unlucky

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
WAITING = "Belum ada sinyal. Laporan Anda tersimpan di telepon ini"
THANKS = "Laporan Anda sudah kami terima"
DISTRICT, ALFA = "33.05.01", "33.05.01.2001"


@pytest.fixture(autouse=True)
def villages(db: None) -> None:
    region()


def at_form(context: BrowserContext, site: str) -> tuple[Page, Line]:
    return opened(context, site + reverse("signal-report", args=[DISTRICT]))


def filled(page: Page, bars: str = "2") -> None:
    page.get_by_label("Desa", exact=True).select_option(ALFA)
    page.get_by_label("Operator").select_option("XL")
    page.get_by_label("Garis sinyal yang tampak").select_option(bars)


def send(page: Page) -> None:
    page.get_by_role("button", name="Kirim laporan").click()


def thanked(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(THANKS, timeout=60_000)
    assert fits(page)


def test_cut_in_the_middle_it_goes_by_itself_once_the_signal_is_back(phone: Phone, live_server: Any) -> None:
    page, line = at_form(phone(), live_server.url)
    page.get_by_label("Desa", exact=True).select_option(ALFA)
    line.cut()
    filled(page)
    send(page)
    expect(page.get_by_text(WAITING)).to_be_visible()
    assert not SignalReport.objects.exists()
    line.mend()
    thanked(page)
    kept = SignalReport.objects.get()
    assert (kept.village_id, kept.operator, kept.bars, kept.kbps, kept.set_aside) == (ALFA, "XL", 2, None, False)


def test_a_page_closed_without_a_signal_sends_when_it_is_opened_again(phone: Phone, live_server: Any) -> None:
    context = phone()
    page, line = at_form(context, live_server.url)
    line.cut()
    filled(page, "0")
    send(page)
    expect(page.get_by_text(WAITING)).to_be_visible()
    page.close()
    thanked(at_form(context, live_server.url)[0])
    assert SignalReport.objects.get().bars == 0


def test_a_reply_that_never_came_and_a_failing_site_make_no_second_report(phone: Phone, live_server: Any) -> None:
    page, _line = at_form(phone(), live_server.url)
    tries = unlucky(page, "**/lapor/")
    filled(page)
    send(page)
    thanked(page)
    assert len(tries) == 3
    assert SignalReport.objects.count() == 1


def test_the_phone_measures_its_speed_and_says_so_where_the_line_breaks(phone: Phone, live_server: Any) -> None:
    page, line = at_form(phone(), live_server.url)
    line.cut()
    page.get_by_role("button", name="Ukur sekarang").click()
    expect(page.get_by_text("Belum terukur: sambungan terputus.")).to_be_visible()
    line.mend()
    page.get_by_role("button", name="Ukur sekarang").click()
    expect(page.get_by_label("Kecepatan unduh")).to_have_value(re.compile(r"^\d+$"))
    filled(page)
    send(page)
    thanked(page)
    assert 0 < (SignalReport.objects.get().kbps or 0) < 1000  # slow 3G carries 400 kbit a second


def test_without_a_script_it_goes_too(phone: Phone, live_server: Any) -> None:
    page = phone(java_script_enabled=False).new_page()
    page.goto(live_server.url + reverse("signal-report", args=[DISTRICT]))
    filled(page)
    send(page)
    thanked(page)
    assert SignalReport.objects.count() == 1


def test_the_map_is_walked_by_keyboard_from_the_region_to_a_row_of_the_table(phone: Phone, live_server: Any) -> None:
    drawn()
    page = phone(viewport=DESKTOP).new_page()
    page.goto(live_server.url + reverse("signal-map"))
    page.get_by_role("link", name="Kecamatan Hulu: 2 desa").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Kecamatan Hulu", exact=True)).to_be_visible()
    page.get_by_role("link", name="Alfa: blankspot").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target th').textContent") == "Alfa"


def drawn() -> None:
    """One village of each kind, three with an outline and one as a point; the model spoke of all of them."""
    rows = f"{ALFA};blankspot;;\n33.05.01.2002;terkendala;;\n33.05.02.2001;tercakup;;\n33.05.02.2002;;-7.63;109.63\n"
    taken(f"Kode;Sinyal;Lat;Lon\n{rows}")
    shapes = (
        square({"kode": ALFA}),
        square({"kode": "33.05.01.2002"}, 109.61),
        square({"kode": "33.05.02.2001"}, 109.62),
    )
    take_outlines(told("Peta batas (contoh)"), "batas.geojson", outlined(*shapes), actor=steward())
    Channel.objects.create(kind=Channel.Kind.SITE, name="Situs (contoh)")
    masts = take_sites(told("Menara (contoh)"), "menara.csv", b"Nomor;Lat;Lon\nA1;-7.6;109.6\n", actor=steward())
    run_reckoning(reckon_signal(source_of(masts), complete=False, actor=steward()).pk)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(phone: Phone, live_server: Any, scheme: str) -> None:
    drawn()
    public = ["/sinyal/", "/sinyal/33.05.01/", "/sinyal/33.05.01/lapor/", "/sinyal/33.05.01/terima-kasih/"]
    mapped = ["/sinyal/peta/", "/sinyal/peta/?kelas=blank", "/sinyal/peta/?kecamatan=33.05.01&kelas=beda"]
    desk = [reverse(name) for name in ("signal-desk", "signal-import", "signal-model", "signal-next")]
    sources = [reverse("signal-source", args=[one.pk]) for one in Source.objects.all()]
    sources.append(reverse("signal-reckoning", args=[Reckoning.objects.get().pk]))
    context = phone(color_scheme=scheme)
    sign_in(context, steward(), live_server.url)
    page = context.new_page()
    for address in (*public, *mapped, *desk, *sources):
        reply = page.goto(live_server.url + address)
        assert reply
        assert reply.ok, address
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        assert found.violations_count == 0, (address, found.generate_report())
        assert fits(page), address
