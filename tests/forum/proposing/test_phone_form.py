"""The form on a telephone in a real browser: lost connections, reloads, small photos, the keyboard, no script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from selaras.forum.models import Photo, Proposal
from selaras.people.models import Account
from tests.forum.proposing.people import forum_with_proposals, office, village_operator
from tests.forum.proposing.test_photos import photo, with_exif
from tests.web.browser import PHONE, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def phone(chromium: Browser, live_server: Any) -> Iterator[BrowserContext]:
    forum_with_proposals()
    context = chromium.new_context(locale="id-ID", viewport=PHONE, base_url=live_server.url)
    context.set_default_timeout(30_000)
    yield context
    context.close()


def _enter(context: BrowserContext, account: Account) -> Page:
    page = context.new_page()
    page.goto("/")
    sign_in(context, account, page.url)
    page.goto("/meja/usulan/baru/")
    return page


def _write(page: Page, title: str = "Talud jalan Dusun Karang") -> None:
    page.get_by_label("Yang diusulkan").fill(title)
    page.get_by_label("Volume").fill("1.200,5")
    page.get_by_label("Satuan").fill("m")
    page.get_by_label("Perkiraan biaya").fill("150 jt")


def _send(page: Page) -> None:
    page.get_by_role("button", name="Kirim usulan").click()


def _written() -> list[str]:
    return list(Proposal.objects.filter(number__contains="/").order_by("pk").values_list("title", flat=True))


def test_what_is_typed_survives_a_reload(phone: BrowserContext, tmp_path: Path) -> None:
    page = _enter(phone, village_operator())
    _write(page)
    (tmp_path / "tempat.jpg").write_bytes(photo((300, 200)))
    page.get_by_label("Foto tempatnya").set_input_files(tmp_path / "tempat.jpg")
    expect(page.get_by_role("img", name="1")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Yang diusulkan")).to_have_value("Talud jalan Dusun Karang")
    expect(page.get_by_label("Perkiraan biaya")).to_have_value("150 jt")
    expect(page.get_by_role("img", name="1")).to_be_visible()
    expect(page.get_by_text("Tulisan Anda tersimpan di telepon ini.", exact=True)).to_be_visible()
    assert _written() == []


def test_without_a_connection_it_waits_and_is_sent_once_when_it_is_back(phone: BrowserContext) -> None:
    page = _enter(phone, village_operator())
    phone.set_offline(True)
    for title in ("Talud jalan Dusun Karang", "Jembatan Dusun Siwatu"):
        _write(page, title)
        _send(page)
    expect(page.get_by_text("Menunggu sinyal")).to_have_count(2)
    assert _written() == []
    phone.set_offline(False)
    expect(page.get_by_text("Sudah diterima")).to_have_count(2)
    assert _written() == ["Talud jalan Dusun Karang", "Jembatan Dusun Siwatu"]
    page.reload()
    expect(page.get_by_text("Kiriman dari telepon ini")).to_be_hidden()
    assert len(_written()) == 2


def test_what_waits_is_sent_by_a_page_opened_later(phone: BrowserContext) -> None:
    page = _enter(phone, village_operator())
    phone.set_offline(True)
    _write(page)
    _send(page)
    expect(page.get_by_text("Menunggu sinyal")).to_be_visible()
    page.close()
    phone.set_offline(False)
    later = phone.new_page()
    later.goto("/meja/usulan/")
    expect(later.get_by_text("Sudah diterima")).to_be_visible()
    assert _written() == ["Talud jalan Dusun Karang"]


def test_an_answer_that_was_lost_makes_no_second_proposal(phone: BrowserContext) -> None:
    """The site took it, but the answer never came: it is sent again and is the same proposal."""
    page = _enter(phone, village_operator())
    lost = []

    def lose_the_first(route: Any) -> None:
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch().status)
            route.abort("connectionreset")
        else:
            route.continue_()

    page.route("**/meja/usulan/baru/", lose_the_first)
    _write(page)
    _send(page)
    expect(page.get_by_text("Sudah diterima")).to_be_visible()
    assert lost == [200]
    assert _written() == ["Talud jalan Dusun Karang"]


def test_what_is_refused_comes_back_into_the_form_with_errors_beside_the_fields(phone: BrowserContext) -> None:
    page = _enter(phone, village_operator())
    _write(page)
    page.get_by_label("Volume").fill("banyak")
    _send(page)
    expect(page.locator("#id_volume")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#id_volume_error")).to_be_visible()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("Yang diusulkan")).to_have_value("Talud jalan Dusun Karang")
    results = Axe().run(page)
    assert not results.violations_count, results.generate_report()
    page.get_by_role("link", name="Volume:").click()
    page.get_by_label("Volume").fill("12")
    _send(page)
    expect(page.get_by_text("Sudah diterima")).to_be_visible()
    assert _written() == ["Talud jalan Dusun Karang"]


def test_a_session_that_ended_keeps_what_was_written_until_one_signs_in_again(phone: BrowserContext) -> None:
    account = village_operator()
    page = _enter(phone, account)
    phone.clear_cookies(name=settings.SESSION_COOKIE_NAME)
    _write(page)
    _send(page)
    expect(page.get_by_text("Masuk lagi, lalu kiriman ini dikirim sendiri.")).to_be_visible()
    page.close()
    page = _enter(phone, account)
    expect(page.get_by_text("Sudah diterima")).to_be_visible()
    assert _written() == ["Talud jalan Dusun Karang"]


def test_photos_are_small_before_they_travel(phone: BrowserContext, tmp_path: Path) -> None:
    page = _enter(phone, village_operator())
    _write(page)
    (tmp_path / "tempat.jpg").write_bytes(with_exif())
    page.get_by_label("Foto tempatnya").set_input_files(tmp_path / "tempat.jpg")
    expect(page.get_by_role("img", name="1")).to_be_visible()
    with page.expect_request(lambda request: request.method == "POST") as sent:
        _send(page)
    expect(page.get_by_text("Sudah diterima")).to_be_visible()
    assert int(sent.value.header_value("content-length") or 0) < (tmp_path / "tempat.jpg").stat().st_size
    kept = Photo.objects.get()
    assert max(kept.width, kept.height) == 1600
    assert not Image.open(kept.file.path).getexif()


def test_a_map_without_any_host_outside_fills_in_place_and_point(phone: BrowserContext) -> None:
    asked: list[str] = []
    page = _enter(phone, office())
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_text("Titik di peta").click()
    page.get_by_role("button", name="Pilih di peta").click()
    page.locator(".place-map path.leaflet-interactive").first.click()
    expect(page.get_by_label("Lintang")).to_have_value("-7,750000")
    expect(page.get_by_label("Tempat", exact=True)).to_have_value("33.05.01.2005")
    host = page.url.split("/meja")[0]
    assert asked
    assert all(one.startswith((host, "data:")) for one in asked)


def test_it_all_works_without_a_script(chromium: Browser, live_server: Any) -> None:
    forum_with_proposals()
    context = chromium.new_context(locale="id-ID", viewport=PHONE, base_url=live_server.url, java_script_enabled=False)
    page = _enter(context, village_operator())
    _send(page)
    expect(page.get_by_role("alert")).to_contain_text("Tulis apa yang diusulkan")
    _write(page)
    _send(page)
    expect(page.get_by_text("Usulan 33.05.01.2003/1 sudah diterima.")).to_be_visible()
    context.close()
    assert _written() == ["Talud jalan Dusun Karang"]


def test_the_keyboard_alone_sends_a_proposal(phone: BrowserContext) -> None:
    page = _enter(phone, village_operator())
    page.get_by_label("Yang diusulkan").focus()
    page.keyboard.type("Talud jalan Dusun Karang")
    for _ in range(12):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.name")
        if name in ("volume", "unit"):
            page.keyboard.type("12" if name == "volume" else "m")
        if name == "unit":
            break
    page.keyboard.press("Enter")
    expect(page.get_by_text("Sudah diterima")).to_be_visible()
    assert _written() == ["Talud jalan Dusun Karang"]
