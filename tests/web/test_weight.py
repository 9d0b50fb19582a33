"""A weak signal carries the site: the first view of a public page moves at most 30 kB, the next one 12 kB more."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Browser

from tests.forum.decided import decided_forum
from tests.processes import ROOT, environment, free_port, health, started
from tests.web.address_kinds import BY_KEY, STAFF_ONLY
from tests.web.addresses import pages
from tests.web.browser import PHONE

LIMIT = 30 * 1024
NEXT = 12 * 1024  # for each further page, what they share being there already
OFFICE = """
import json
from selaras.cli.office import open_office
open_office()
from tests.forum.decided import decided_forum
from tests.web.address_kinds import BY_KEY, STAFF_ONLY
from tests.web.addresses import pages
found = pages(decided_forum())
print(json.dumps({name: found[name] for name in sorted(found.keys() - STAFF_ONLY - BY_KEY)}))
"""


@pytest.mark.django_db
def test_every_public_page_stays_below_the_limit() -> None:
    stylesheet = finders.find("web/selaras.css")
    assert isinstance(stylesheet, str)
    css = len(gzip.compress(Path(stylesheet).read_bytes()))
    for name, path in pages(decided_forum()).items():
        if name in STAFF_ONLY | BY_KEY:
            continue
        response = Client().get(path, follow=True, headers={"accept-encoding": "gzip"})
        assert len(response.content) + css <= LIMIT, name
        assert len(response.content) <= NEXT, name
        if not name.startswith("sign-in"):
            assert response.headers.get("Content-Encoding") == "gzip", name


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Every public page of a decided forum by its name, with its address on the site as `selaras serve` gives it."""
    home, port = tmp_path_factory.mktemp("office"), free_port()
    own = environment(home)
    told = subprocess.run([sys.executable, "-c", OFFICE], env=own, cwd=ROOT, check=True, stdout=subprocess.PIPE)
    with started([sys.executable, "-m", "selaras", "serve", "--port", str(port)], own, home):
        assert health(port) == "sehat\n"
        yield {name: f"http://127.0.0.1:{port}{path}" for name, path in json.loads(told.stdout).items()}


def received(chromium: Browser, *addresses: str) -> list[dict[str, int]]:
    """What came over the line for one page after the other in a fresh browser: bytes with their headers, by address."""
    came: Counter[str] = Counter()
    asked: dict[str, str] = {}

    def note_asked(event: dict[str, Any]) -> None:
        if "redirectResponse" in event:
            came[asked[event["requestId"]]] += int(event["redirectResponse"]["encodedDataLength"])
        asked[event["requestId"]] = event["request"]["url"]

    def note_came(event: dict[str, Any]) -> None:
        came[asked[event["requestId"]]] += int(event["encodedDataLength"])

    with chromium.new_context(locale="id-ID", viewport=PHONE) as context:  # type: ignore[arg-type]
        page = context.new_page()
        network = context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.requestWillBeSent", note_asked)
        network.on("Network.loadingFinished", note_came)
        views = []
        for address in addresses:
            page.goto(address)
            network.send("Runtime.evaluate", {"expression": "0"})  # answered once all that happened before is told
            views.append({url: size for url, size in came.items() if size})
            came.clear()
    return views


@pytest.mark.browser
@pytest.mark.slow
def test_a_browser_receives_no_more_than_that(chromium: Browser, site: dict[str, str]) -> None:
    heavy = {}
    for (name, address), (after, further) in pairwise([*site.items(), next(iter(site.items()))]):
        first, second = received(chromium, address, further)
        if sum(first.values()) > LIMIT:
            heavy[name] = first
        if sum(second.values()) > NEXT:
            heavy[f"{after} after {name}"] = second
    assert heavy == {}


@pytest.mark.browser
@pytest.mark.slow
def test_what_pages_share_travels_once(chromium: Browser, site: dict[str, str]) -> None:
    first, second, again = received(chromium, site["home"], site["proposals"], site["home"])
    assert [url for url in first if url.endswith(".css")]
    assert _but_mark(second) == [site["proposals"]]
    assert _but_mark(again) == [site["home"]]


def _but_mark(urls: dict[str, int]) -> list[str]:
    """Without the site's mark: the browser fetches it once, when it finds the time."""
    return [url for url in urls if "/favicon" not in url]


def test_the_site_ships_no_fonts_and_no_picture_but_its_mark() -> None:
    folder = Path(str(finders.find("web/selaras.css"))).parent
    assert {path.suffix for path in folder.iterdir()} <= {".css", ".js", ".svg"}
