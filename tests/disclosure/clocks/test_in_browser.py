"""Deadlines, mails and holidays in a real browser: they fit, dark too, and axe finds nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Browser, Page

from selaras.disclosure.actions.checking import accept
from selaras.disclosure.actions.importing_holidays import keep_list_of_holidays
from selaras.disclosure.actions.receiving_mail import take_in
from selaras.disclosure.models import Request
from selaras.government.models import Calendar, Holiday
from selaras.people.models import Account
from tests.disclosure.clocks.test_holidays_by_file import TABLE
from tests.disclosure.mail.letters import mail
from tests.disclosure.network import SITI, asked, at_desk, main_officer, network
from tests.web.browser import DESKTOP, PHONE, fits, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
Scheme = Literal["light", "dark"]
LOOKS: list[tuple[dict[str, int], Scheme]] = [(DESKTOP | {"width": 1440}, "light"), (PHONE, "dark")]


@pytest.fixture
def case(today: Callable[[date], None]) -> Request:
    today(date(2020, 3, 18))
    body = network()
    case = accept(asked(body, identity=replace(SITI, email="siti@contoh.example")), actor=at_desk(body))
    take_in(mail("Kapan dijawab?", subject=f"Re: {case.number}"), body)
    take_in(mail("Batalkan.", key="dua", sender="lain@contoh.example", subject=case.number), body)
    Holiday.objects.filter(name="Hari Suci Nyepi").update(estimated=True)
    return case


@pytest.mark.parametrize(("size", "scheme"), LOOKS, ids=["desktop", "phone"])
def test_every_page_fits_and_has_no_barrier(
    size: dict[str, int], scheme: Scheme, chromium: Browser, live_server: Any, case: Request
) -> None:
    holiday = Holiday.objects.earliest("date").pk
    kept = keep_list_of_holidays(Calendar.objects.get(), "libur.csv", TABLE, actor=main_officer())
    lists = [reverse("holiday-list"), reverse("holiday-list-check", args=[kept.pk])]
    visits: list[tuple[Account, list[str]]] = [
        (at_desk(case.body), [reverse("deadlines"), reverse("request-mail", args=[case.pk])]),
        (main_officer(), [reverse("holidays"), reverse("holiday-new"), reverse("holiday", args=[holiday]), *lists]),
    ]
    for who, paths in visits:
        context = chromium.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
        sign_in(context, who, live_server.url)
        page = context.new_page()
        for path in paths:
            _look(page, live_server.url + path)
        context.close()


def _look(page: Page, address: str) -> None:
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 200
    for details in page.locator("details").all():
        details.locator("summary").first.click()
    assert fits(page)
    assert Axe().run(page).violations_count == 0, address
