"""Every curl command in the documentation of the information API answers what is shown below it, in their order.

Of an answer the page shows what matters: what it shows must be so; `…` stands for whatever is there.
"""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from string import Template
from typing import Any

import pytest
from django.test import Client

from tests.disclosure.conftest import today
from tests.disclosure.network import network
from tests.disclosure.publication.items import an_item_of
from tests.docs.pages import blocks_of

__all__ = ["today"]
pytestmark = pytest.mark.django_db
PAGE = "docs/information-api.md"
SITE = "http://localhost:8000"


def curl(command: str, kept: Mapping[str, str]) -> Any:
    """What curl would do with the options that the page uses, its variables filled in."""
    words = iter(Template(word).substitute(kept) for word in shlex.split(command)[1:])
    method, sent, headers, address = "GET", "", {}, ""
    for word in words:
        if word == "-X":
            method = next(words)
        elif word == "-H":
            name, _colon, value = next(words).partition(": ")
            headers[name] = value
        elif word == "-d":
            sent = next(words)
        elif word == "-D":
            next(words)
        elif word != "-i":
            address = word
    assert address.startswith(SITE), command
    kind = headers.pop("Content-Type", "application/octet-stream")
    return Client().generic(method, address.removeprefix(SITE), sent, content_type=kind, headers=headers)


def commands(block: str) -> Iterator[str]:
    """Each may go over several lines."""
    for part in block.split("curl ")[1:]:
        yield f"curl {part}"


def differs(shown: Any, answered: Any, at: str = "answer") -> str:
    """Where what is shown is not so; empty where all is."""
    if shown == "…":
        return ""
    if isinstance(shown, dict) and isinstance(answered, dict):
        inner = (differs(value, answered.get(key), f"{at}.{key}") for key, value in shown.items())
    elif isinstance(shown, list) and isinstance(answered, list) and len(shown) == len(answered):
        inner = (differs(*pair, f"{at}[{n}]") for n, pair in enumerate(zip(shown, answered, strict=True)))
    else:
        return "" if shown == answered else f"{at}: shown {shown}, is {answered}"
    return next(filter(None, inner), "")


def test_the_commands_of_the_page_answer_as_shown(today: Callable[[date], None]) -> None:
    today(date(2020, 3, 9))
    an_item_of(network())
    kept: dict[str, str] = {}
    last, compared = None, 0
    for block in blocks_of(PAGE):
        if block.language == "sh":
            for command in commands(block.text):
                last = curl(command, kept)
                kept["ETAG"] = last.headers.get("ETag", "")
                if last.status_code == 201:
                    kept["TOKEN"] = last.json()["token"]
        elif block.language == "json" and last is not None:
            assert differs(json.loads(block.text), last.json()) == ""
            compared += 1
        elif block.language == "text" and last is not None:
            assert f"HTTP/1.1 {last.status_code} {last.reason_phrase}" == block.text.strip()
            assert last.content == b""
            compared += 1
    assert compared == 7
