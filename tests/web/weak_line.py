"""A telephone on slow 3G whose line can be cut and mended, and a site that answers badly at first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route

from tests.web.browser import PHONE

Phone = Callable[..., BrowserContext]
_SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}  # ms, bytes/s


@pytest.fixture
def phone(chromium: Browser) -> Iterator[Phone]:
    """A telephone as often as one is asked for, each with a memory of its own."""
    contexts: list[BrowserContext] = []

    def a_phone(**more: Any) -> BrowserContext:
        told = {"locale": "id-ID", "viewport": PHONE} | more
        contexts.append(chromium.new_context(**told))
        contexts[-1].set_default_timeout(60_000)
        return contexts[-1]

    yield a_phone
    for context in contexts:
        context.close()


class Line:
    """The telephone's connection: slow 3G, which can be cut and mended."""

    def __init__(self, page: Page) -> None:
        self._network = page.context.new_cdp_session(page)
        self._network.send("Network.enable")
        self.mend()

    def mend(self) -> None:
        self._network.send("Network.emulateNetworkConditions", _SLOW_3G)

    def cut(self) -> None:
        self._network.send("Network.emulateNetworkConditions", _SLOW_3G | {"offline": True})


def opened(context: BrowserContext, address: str) -> tuple[Page, Line]:
    page = context.new_page()
    line = Line(page)
    page.goto(address)
    return page, line


def unlucky(page: Page, address: str) -> list[str]:
    """What is posted there is kept at the first try but the telephone never hears of it; at the second the site fails.

    Tells what was posted, try by try.
    """
    tries: list[str] = []

    def answer(route: Route) -> None:
        if route.request.method != "POST":
            route.continue_()
            return
        tries.append(route.request.post_data or "")
        if len(tries) == 1:
            route.fetch()
            route.abort()
        elif len(tries) == 2:
            route.fulfill(status=503)
        else:
            route.continue_()

    page.route(address, answer)
    return tries
