"""The people of the play: each with a browser of their own, on a telephone or at a desk, photographed at every turn."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page

from tests.people.persons import PASSWORD
from tests.web.browser import PHONE

DESK = {"width": 1440, "height": 900}
PICTURES = "SELARAS_PICTURES"  # a folder to keep the pictures in; else they go with the test


@dataclass
class Stage:
    browser: Browser
    url: str
    pictures: Path
    taken: int = 0
    wide: dict[str, int] = field(default_factory=dict)

    @classmethod
    def at(cls, browser: Browser, url: str, otherwise: Path) -> Stage:
        pictures = Path(os.environ.get(PICTURES, otherwise / "pictures"))
        pictures.mkdir(parents=True, exist_ok=True)
        return cls(browser, url, pictures)

    @contextmanager
    def actor(self, screen: dict[str, int], username: str = "") -> Iterator[Page]:
        """A page of somebody's browser, signed in where they have an account."""
        context = self.context(screen)
        page = context.new_page()
        if username:
            page.goto("/masuk/")
            page.get_by_label("Nama akun").fill(username)
            page.get_by_label("Kata sandi").fill(PASSWORD)
            page.get_by_role("main").get_by_role("button", name="Masuk").click()
            page.wait_for_url("**/meja/")
        yield page
        context.close()

    def context(self, screen: dict[str, int]) -> BrowserContext:
        context = self.browser.new_context(locale="id-ID", viewport=screen, base_url=self.url)  # type: ignore[arg-type]
        context.set_default_timeout(60_000)
        return context

    def picture(self, page: Page, name: str) -> None:
        """The page on a telephone and on a desk's screen, whichever it was opened on; its width is noted for later."""
        self.taken += 1
        before = page.viewport_size
        for screen in (PHONE, DESK):
            page.set_viewport_size(screen)  # type: ignore[arg-type]
            page.screenshot(path=self.pictures / f"{self.taken:02}-{name}-{screen['width']}.png", full_page=True)
            width = page.evaluate("document.documentElement.scrollWidth")
            if width > screen["width"]:
                self.wide[f"{name} at {screen['width']}"] = width
        if before:
            page.set_viewport_size(before)
