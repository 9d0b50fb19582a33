"""The play of a case: who acts on which day with a phone in the hand, and the letters that go from hand to hand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from playwright.sync_api import Page, expect

from selaras.disclosure.actions.mailing import send_waiting
from selaras.people.actions.accounts import system_account
from selaras.people.models import Account
from tests.disclosure.mail.smtp_server import Inbox
from tests.disclosure.play_papers import Drawer, words_of
from tests.web.browser import PHONE, sign_in
from tests.year.stage import Stage

Today = Callable[[date], None]
MAIL = "siti@warga.example"


class Play:
    """Who acts, on which day, with a phone in the hand."""

    def __init__(self, stage: Stage, inbox: Inbox, drawer: Drawer, today: Today) -> None:
        self.stage, self.inbox, self.drawer, self.today = stage, inbox, drawer, today

    @contextmanager
    def phone(self, on: date, account: Account | None = None) -> Iterator[Page]:
        self.today(on)
        context = self.stage.context(PHONE)
        if account:
            sign_in(context, account, self.stage.url)
        page = context.new_page()
        page.goto("/meja/informasi/" if account else "/informasi/")
        yield page
        context.close()

    def link_in_the_mail(self, subject: str) -> str:
        """The applicant's own link, as it stands in the last mail with that word in its subject."""
        send_waiting(actor=system_account())
        mails = [mail for mail in self.inbox.mails if mail["To"] == MAIL and subject in mail["Subject"]]
        found = re.search(r"Buka di sini: (\S+)", mails[-1].get_content())
        assert found
        return found[1]

    def letter(self, page: Page, label: str, name: str) -> str:
        """Written at the desk and taken along as PDF and as DOCX, which say the same; returns what they say."""
        page.get_by_role("button", name=f"Tulis surat {label}", exact=True).click()
        row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=label))
        expect(row.get_by_role("button", name="Tulis ulang")).to_be_visible()
        told = {}
        for form in ("pdf", "docx"):
            link = row.get_by_role("link", name=re.compile(form, re.IGNORECASE))
            told[form] = words_of(f".{form}", self.drawer.take(page, link, f"{name}.{form}"))
        return " | ".join(told.values())


def press(page: Page, name: str) -> None:
    shown = page.locator(".desk-main").or_(page.get_by_role("main")).first
    shown.get_by_role("button", name=name).or_(shown.get_by_role("link", name=name)).first.click()


def heading(page: Page, text: str | re.Pattern[str]) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(text)


def says(letter: str, *told: str) -> None:
    """Both forms of a letter say each of these."""
    for words in told:
        assert letter.count(words) >= 2, (words, letter)
