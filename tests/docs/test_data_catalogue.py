"""Every example in the documentation of the open catalogue answers what is shown below it, in their order."""

from __future__ import annotations

import contextlib
import io
import json
from itertools import pairwise
from typing import Any

import pytest
from pytest_django.live_server_helper import LiveServer

from tests.docs.pages import Block, blocks_of
from tests.docs.test_api_examples import SITE, commands, curl, differs
from tests.sectoral.harvest.shelf import shelf
from tests.web.site import own_files

__all__ = ["own_files"]
PAGE = "docs/data-catalogue.md"


def after(language: str) -> list[tuple[Block, Block]]:
    """Each block of a language with the one that shows what came of it."""
    blocks = blocks_of(PAGE)
    return [(one, shown) for one, shown in pairwise(blocks) if one.language == language]


@pytest.mark.django_db
def test_the_commands_of_the_page_answer_as_shown() -> None:
    shelf()
    compared = 0
    for block, shown in after("sh"):
        last: Any = None
        kept: dict[str, str] = {}
        for command in commands(block.text):
            last = curl(command, kept)
            kept["ETAG"] = last.headers.get("ETag", "")
        if shown.language == "json":
            assert differs(json.loads(shown.text), last.json()) == "", block.text
            compared += 1
        elif shown.language == "text":
            assert f"HTTP/1.1 {last.status_code} {last.reason_phrase}" == shown.text.strip()
            compared += 1
        else:
            assert last.status_code == 200, block.text
    assert compared == 6


@pytest.mark.django_db(transaction=True)
def test_the_program_of_the_page_prints_what_is_shown(live_server: LiveServer) -> None:
    shelf()
    ((program, shown),) = after("py")
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(program.text.replace(SITE, live_server.url), PAGE, "exec"), {})  # noqa: S102 - our own page
    assert printed.getvalue() == shown.text
