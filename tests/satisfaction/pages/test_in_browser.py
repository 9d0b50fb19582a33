"""On a telephone with a weak signal that breaks off: an answer is never lost and never counted twice."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import Page, expect

from selaras.evidence.actions.keeping import raise_problem
from selaras.evidence.actions.seeding import seed_indicators
from selaras.evidence.models import Indicator
from selaras.people.actions import system_account
from selaras.satisfaction.actions.describing import add_desk
from selaras.satisfaction.actions.periods import close
from selaras.satisfaction.actions.publishing import publish
from selaras.satisfaction.models import Answer, Survey
from tests.satisfaction.room import ELEMENTS, form, keeper, steward, survey, typed, typist
from tests.web.browser import DESKTOP, fits, sign_in
from tests.web.weak_line import Phone, opened, unlucky

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
WAITING = "Belum ada sinyal. Jawaban Anda tersimpan di telepon ini"
THANKS = "Terima kasih. Jawaban Anda sudah kami terima."


@pytest.fixture
def one() -> Survey:
    return survey(desks=["Loket Gombong (contoh)"])


def tap(page: Page, mark: int, *elements: str) -> None:
    for key in elements or ELEMENTS:
        page.locator(f'input[name="u-{key}"][value="{mark}"]').check(force=True)


def send(page: Page) -> None:
    page.get_by_role("button", name="Kirim jawaban").click()


def thanked(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(THANKS, timeout=30_000)
    assert fits(page)


def test_cut_in_the_middle_it_goes_by_itself_once_the_signal_is_back(
    phone: Phone, live_server: Any, one: Survey
) -> None:
    context = phone()
    page, line = opened(context, live_server.url + reverse("survey", args=[one.key]))
    tap(page, 4, *ELEMENTS[:5])
    line.cut()
    tap(page, 2, *ELEMENTS[5:])
    page.get_by_label("Apa yang perlu kami perbaiki?").fill("Antrean lama")
    send(page)
    expect(page.get_by_text(WAITING)).to_be_visible()
    assert not Answer.objects.exists()
    line.mend()
    thanked(page)
    kept = Answer.objects.get()
    assert [kept.marks[key] for key in ELEMENTS] == [4] * 5 + [2] * 4
    assert kept.comment == "Antrean lama"


def test_a_page_closed_without_a_signal_sends_when_it_is_opened_again(
    phone: Phone, live_server: Any, one: Survey
) -> None:
    context, address = phone(), live_server.url + reverse("survey", args=[one.key])
    page, line = opened(context, address)
    tap(page, 3)
    line.cut()
    send(page)
    expect(page.get_by_text(WAITING)).to_be_visible()
    page.close()
    thanked(opened(context, address)[0])
    assert Answer.objects.get().marks == dict.fromkeys(ELEMENTS, 3)


def test_what_was_typed_and_not_sent_waits_for_its_sender(phone: Phone, live_server: Any, one: Survey) -> None:
    context, address = phone(), live_server.url + reverse("survey", args=[one.key])
    page, _line = opened(context, address)
    tap(page, 1, "time")
    page.close()
    page, _line = opened(context, address)
    expect(page.locator('input[name="u-time"][value="1"]')).to_be_checked()
    assert not Answer.objects.exists()


def test_a_reply_that_never_came_and_a_failing_site_make_no_second_answer(
    phone: Phone, live_server: Any, one: Survey
) -> None:
    page, _line = opened(phone(), live_server.url + reverse("survey", args=[one.key]))
    tries = unlucky(page, "**/survei/**")
    tap(page, 4)
    send(page)
    thanked(page)
    assert len(tries) == 3
    assert Answer.objects.count() == 1


def test_after_thanks_the_next_person_on_the_same_telephone_finds_an_empty_form(
    phone: Phone, live_server: Any, one: Survey
) -> None:
    context, address = phone(), live_server.url + reverse("survey", args=[one.key])
    page, _line = opened(context, address)
    tap(page, 4)
    send(page)
    thanked(page)
    page.goto(address)
    expect(page.locator("input[type=radio]:checked")).to_have_count(0)
    tap(page, 1)
    send(page)
    thanked(page)
    assert sorted(kept.marks["time"] for kept in Answer.objects.all()) == [1, 4]


def test_without_a_script_the_form_does_it(phone: Phone, live_server: Any, one: Survey) -> None:
    page = phone(java_script_enabled=False).new_page()
    page.goto(live_server.url + reverse("survey", args=[one.key]))
    tap(page, 3, *ELEMENTS[1:])
    send(page)
    expect(page.get_by_role("link", name="Apakah syarat yang diminta sesuai")).to_be_visible()
    tap(page, 3, ELEMENTS[0])
    send(page)
    thanked(page)
    assert Answer.objects.count() == 1


def test_the_keyboard_alone_answers(phone: Phone, live_server: Any, one: Survey) -> None:
    page, _line = opened(phone(viewport=DESKTOP), live_server.url + reverse("survey", args=[one.key]))
    page.get_by_label("Anda dilayani di mana?").focus()
    for _ in ELEMENTS:
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowRight")
    send(page)
    thanked(page)
    assert set(Answer.objects.get().marks.values()) == {2}


def every_page(one: Survey) -> list[str]:
    """Of the room and of the indicators, each with something on it."""
    for desk in ("Loket Gombong (contoh)", "Loket Kebumen (contoh)"):
        at = add_desk(one.service, desk, actor=keeper()).code
        typed(one, [form(1 + n % 4, desk=at, sex="female", comment="Antrean lama") for n in range(12)])
    close(one, actor=keeper())
    publish(one, actor=keeper())
    live = survey(one.service, "Semester II (contoh)")
    typed(live, [form(3)] * 10)
    raise_problem("Antrean lama (contoh)", "Contoh.", actor=steward())
    code = Indicator.objects.earliest("pk").code
    parts = {
        "indicator": [code],
        "indicator-target": [code],
        "indicators": [],
        "problem-new": [],
        "survey": [live.key],
        "survey-comments": [one.key],
        "survey-desk": [],
        "survey-invite": [one.service.code],
        "survey-open": [one.service.code],
        "survey-papers": [live.key],
        "survey-period": [live.key],
        "survey-results": [one.key],
        "survey-service": [one.service.code],
        "survey-service-new": [],
        "survey-thanks": [one.key],
        "surveys": [],
    }
    return [reverse(name, args=args) for name, args in parts.items()]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    phone: Phone, live_server: Any, one: Survey, scheme: str
) -> None:
    seed_indicators(actor=system_account())
    context = phone(color_scheme=scheme)
    sign_in(context, steward(), live_server.url)
    page = context.new_page()
    for path in every_page(one):
        page.goto(live_server.url + path)
        found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
        assert found.violations_count == 0, (path, found.generate_report())
        assert fits(page), path


def test_paper_typed_in_without_a_signal_waits_too(phone: Phone, live_server: Any, one: Survey) -> None:
    context = phone(viewport=DESKTOP)
    sign_in(context, typist(), live_server.url)
    page = context.new_page()
    page.goto(live_server.url + reverse("survey-papers", args=[one.key]))
    page.locator('[name="0-u-time"]').fill("3")
    context.set_offline(True)
    page.get_by_role("button", name="Simpan formulir").click()
    expect(page.get_by_text("Belum ada sinyal.")).to_be_visible()
    context.set_offline(False)
    expect(page.get_by_text("1 formulir tersimpan.")).to_be_visible()
    assert Answer.objects.get().marks == {"time": 3}
