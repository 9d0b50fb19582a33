"""A weak signal carries the site: the first view of a public page moves at most 30 kB, stylesheet included."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.forum.decided import decided_forum
from tests.web.addresses import BY_KEY, STAFF_ONLY, pages

LIMIT = 30 * 1024
NEXT = 12 * 1024  # for each further page, the stylesheet being there already


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


def test_the_site_ships_no_fonts_and_no_picture_but_its_mark() -> None:
    folder = Path(str(finders.find("web/selaras.css"))).parent
    assert {path.suffix for path in folder.iterdir()} <= {".css", ".js", ".svg"}
