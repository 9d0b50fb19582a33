"""The network in a real browser: nothing for axe to find, nothing from elsewhere, and a desk formed on a phone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request, expect

from selaras.disclosure.actions.networking import let_help
from selaras.disclosure.models import PublicBody
from selaras.disclosure.network import state_of
from selaras.government.models import Region
from selaras.people.models import Role
from tests.disclosure.network import DISTRICT, asked, at_desk, main_officer, network
from tests.disclosure.network_pages.bodies import DESK, formed, neighbour
from tests.people.persons import person
from tests.web.browser import DESKTOP, PHONE, fits, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
DAY = date(2020, 1, 14)


@pytest.fixture
def body(today: Callable[[date], None]) -> PublicBody:
    """A village on the map, whose neighbour is formed and whose district helps it."""
    made = network()
    today(DAY)
    Region.objects.filter(pk=DISTRICT).update(column=0, row=0)
    for at, one in enumerate((made, neighbour()), 1):
        Region.objects.filter(pk=one.region_id).update(latitude=-7 - at / 10, longitude=109)
    formed(neighbour())
    let_help(made, PublicBody.objects.get(region=DISTRICT), actor=at_desk(made))
    asked(made)
    return made


def barriers(page: Page) -> str:
    """What axe finds, or that the page is wider than its window; nothing where all is well."""
    for details in page.locator("details").all():
        details.evaluate("element => element.open = true")
    results = Axe().run(page)
    return "" if not results.violations_count and fits(page) else results.generate_report() or "too wide"


@pytest.mark.parametrize(("screen", "scheme"), [(PHONE, "light"), (PHONE, "dark"), (DESKTOP, "light")])
def test_no_page_has_a_barrier(chromium: Browser, live_server: Any, body: PublicBody, screen: Any, scheme: Any) -> None:
    public = ["badan/", "badan/?urut=peringkat", f"badan/{neighbour().code}/", "badan/peta/", f"badan/peta/{DISTRICT}/"]
    own = ["meja-kami/", *(f"meja-kami/{body.code}/{part}" for part in ("data/", "pejabat/", "pelatihan/"))]
    helper = person("kecamatan", Role.Kind.DISTRICT_OPERATOR, region_id=DISTRICT)
    found, urls = {}, list[str]()

    def note(request: Request) -> None:
        urls.append(request.url)

    for account, paths in (
        (None, [f"/informasi/{one}" for one in public]),
        (at_desk(body), [f"/meja/informasi/{one}" for one in own]),
        (helper, ["/meja/informasi/dibantu/"]),
        (main_officer(), ["/meja/informasi/jaringan/"]),
    ):
        context = chromium.new_context(locale="id-ID", viewport=screen, color_scheme=scheme)
        if account:
            sign_in(context, account, live_server.url)
        page = context.new_page()
        page.on("request", note)
        for path in paths:
            page.goto(f"{live_server.url}{path}")
            found[path] = barriers(page)
        context.close()
    assert [url for url in urls if not url.startswith(live_server.url)] == []
    assert {path: told for path, told in found.items() if told} == {}


def test_a_desk_is_formed_on_a_phone_without_scripts(chromium: Browser, live_server: Any, body: PublicBody) -> None:
    context = chromium.new_context(locale="id-ID", viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    context.set_default_timeout(20_000)
    sign_in(context, at_desk(body), live_server.url)
    page = context.new_page()
    heading = page.get_by_role("heading", level=1)
    page.goto(f"{live_server.url}/meja/informasi/meja-kami/")
    expect(heading).to_have_text("0 dari 3 hal meja ini sudah lengkap")
    page.get_by_role("link", name="Ubah data meja").click()
    for label, key in (("Alamat meja layanan", "address"), ("Jam layanan", "hours")):
        page.get_by_label(label).fill(str(DESK[key]))
    page.get_by_label("Keputusan pembentukan PPID").fill(str(DESK["decree"]))
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("Isi tanggal keputusan pembentukan PPID.").first).to_be_visible()
    page.get_by_label("Tanggal keputusan").fill("2019-05-02")
    page.get_by_role("button", name="Simpan").click()
    expect(heading).to_have_text("2 dari 3 hal meja ini sudah lengkap")
    for post in ("atasan PPID", "PPID"):
        page.get_by_role("link", name="Catat pejabat").click()
        page.get_by_label(post, exact=True).check()
        page.get_by_label("Nama", exact=True).fill(f"{post} (contoh)")
        page.get_by_role("button", name="Simpan").click()
    expect(heading).to_have_text("Meja ini sudah lengkap")
    context.close()
    assert state_of(PublicBody.objects.get(pk=body.pk), DAY).formed == 3
