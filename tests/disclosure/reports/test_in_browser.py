"""The pages of letters, register, figures and report in a real browser: they fit, dark too, and axe finds nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser, Page

from selaras.disclosure.actions.writing_letters import reword, write_letter
from selaras.disclosure.letters import letters_due
from selaras.disclosure.links import token_of
from selaras.disclosure.models import Request
from tests.disclosure.exports.test_statistics import one_of_each
from tests.disclosure.network import at_desk, network
from tests.disclosure.reports.a_long_case import furnished, long_case
from tests.web.browser import DESKTOP, PHONE, fits, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
WIDE, SMALL = DESKTOP | {"width": 1440}, PHONE
Scheme = Literal["light", "dark"]
LOOKS: list[tuple[dict[str, int], Scheme]] = [(WIDE, "light"), (SMALL, "dark")]


@pytest.fixture
def case(today: Callable[[date], None]) -> Request:
    body = furnished(network())
    one_of_each(body, today)
    made = long_case(body, today)
    desk = at_desk(body)
    for due in letters_due(made)[:4]:
        write_letter(made, due, actor=desk)
    reword("extension", body, "Halo {nama}.\n\nBatas baru : {batas_baru}\nAlasan : {alasan_perpanjangan}", actor=desk)
    return made


@pytest.fixture(params=LOOKS, ids=["desktop", "phone"])
def page(request: Any, chromium: Browser, live_server: Any, case: Request) -> Iterator[Page]:
    size, scheme = request.param
    context = chromium.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    sign_in(context, at_desk(case.body), live_server.url)
    yield context.new_page()
    context.close()


def test_every_page_fits_and_has_no_barrier(page: Page, live_server: Any, case: Request) -> None:
    paths = {
        "letters": reverse("request-letters", args=[case.pk]),
        "mine": reverse("my-letters", args=[token_of(case)]),
        "wordings": reverse("letter-wordings"),
        "wording": reverse("letter-wording", args=["extension"]),
        "register": reverse("information-register"),
        "report": reverse("service-report") + "?tahun=2020",
        "figures": reverse("information-statistics"),
        "figures-of-one": reverse("information-statistics") + f"?badan={case.body.code}",
    }
    for name, path in paths.items():
        page.goto(live_server.url + path)
        assert fits(page), name
        assert Axe().run(page).response["violations"] == [], name
