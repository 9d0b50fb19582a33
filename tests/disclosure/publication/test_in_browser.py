"""A village publishes its month on a phone, without scripts: every tap is counted."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from selaras.disclosure.models import Item, PublicBody
from selaras.disclosure.publication import duty_of, standing_of
from tests.disclosure.network import at_desk, network
from tests.disclosure.publication.items import an_item_of
from tests.web.browser import PHONE, fits, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
PLACE = 0x8825  # the part of a photo that tells where it was taken


@pytest.fixture
def body(today: Callable[[date], None]) -> PublicBody:
    """A village whose list was complete in January; it is February."""
    made = network()
    today(date(2020, 1, 14))
    for one in duty_of(made.kind, date(2020, 1, 14)).items:
        an_item_of(made, one.key, category=one.category, title=one.title, summary=one.about)
    today(date(2020, 2, 11))
    return made


class Taps:
    """What a thumb does on one page after the other; each page fits and has no barrier that axe knows."""

    def __init__(self, page: Page) -> None:
        self.page, self.many = page, 0

    def __call__(self, what: Locator) -> None:
        what.click()
        self.many += 1

    def button(self, name: str) -> None:
        self(self.page.get_by_role("button", name=name).first)

    def said(self, heading: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(heading)
        assert fits(self.page)


def photo() -> bytes:
    """A picture that tells where it was taken."""
    exif = Image.Exif()
    exif.get_ifd(PLACE).update({1: "S", 2: (7.0, 40.0, 1.0), 3: "E", 4: (109.0, 39.0, 1.0)})
    Image.new("RGB", (640, 480), "white").save(out := io.BytesIO(), "JPEG", exif=exif)
    return out.getvalue()


def test_a_month_on_a_phone(chromium: Browser, live_server: Any, body: PublicBody) -> None:
    context = chromium.new_context(locale="id-ID", viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    context.set_default_timeout(10_000)
    sign_in(context, at_desk(body), live_server.url)
    page = context.new_page()
    tap = Taps(page)
    page.goto(f"{live_server.url}/meja/informasi/daftar/")
    tap.said("0 dari 8 informasi bulan ini beres")
    tap.button("Masih sama")
    tap.said("1 dari 8 informasi bulan ini beres")
    tap.button("Batalkan")  # a wrong tap, taken back
    tap.said("0 dari 8 informasi bulan ini beres")
    for done in range(1, 8):
        tap.button("Masih sama")
        tap.said(f"{done} dari 8 informasi bulan ini beres")
    tap(page.get_by_role("link", name="Perbarui").first)
    page.get_by_label("Ringkasan isi").fill("Sampai Februari masuk Rp 120 juta dan dipakai Rp 30 juta.")
    page.get_by_label("Foto atau berkas").set_input_files(
        {"name": "papan.jpg", "mimeType": "image/jpeg", "buffer": photo()}
    )
    tap.many += 2  # into the text, and on the field of the photo
    tap.button("Simpan dan terbitkan")
    expect(page.get_by_text("foto menyimpan lokasi pemotretan").first).to_be_visible()
    assert fits(page)
    tap.button("Hapus temuan dan terbitkan")
    tap.said("Bulan ini semua beres")
    context.close()
    print(f"A month of 8 items, one with a new photo and one wrong tap taken back: {tap.many} taps.")
    assert standing_of(body, date(2020, 2, 11)).wanted == []
    changed = Item.objects.get(updated_on=date(2020, 2, 11))
    assert changed.file is not None
    with changed.file.released.open("rb") as copy, Image.open(copy) as shown:
        assert not shown.getexif().get_ifd(PLACE)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_something_is_to_be_done(
    chromium: Browser, live_server: Any, body: PublicBody, scheme: Any
) -> None:
    item = body.items.get(template="apbdes")
    context = chromium.new_context(locale="id-ID", viewport=PHONE, color_scheme=scheme)  # type: ignore[arg-type]
    sign_in(context, at_desk(body), live_server.url)
    page, found = context.new_page(), {}

    def look(name: str) -> None:
        for details in page.locator("details").all():
            details.evaluate("element => element.open = true")
        results = Axe().run(page)
        if results.violations_count or not fits(page):
            found[name] = results.generate_report()

    page.goto(f"{live_server.url}/meja/informasi/daftar/")
    look("month")
    page.get_by_role("button", name="Masih sama").first.click()
    look("just done")
    page.goto(f"{live_server.url}/meja/informasi/daftar/butir/{item.pk}/")
    page.get_by_label("Judul").fill("")
    page.get_by_label("Foto atau berkas").set_input_files(
        {"name": "papan.jpg", "mimeType": "image/jpeg", "buffer": photo()}
    )
    page.get_by_role("button", name="Simpan dan terbitkan").click()
    look("with an error")
    page.get_by_label("Judul").fill("APBDes")
    page.get_by_label("Foto atau berkas").set_input_files(
        {"name": "papan.jpg", "mimeType": "image/jpeg", "buffer": photo()}
    )
    page.get_by_role("button", name="Simpan dan terbitkan").click()
    look("file")
    context.close()
    assert not found, "\n".join(found.values())
