"""Further versions of each tool say what a person counts in them, in whatever wrapping they come."""

from __future__ import annotations

import contextlib
import gzip
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.engines.findings import FindingsError, Report, read_report
from tests.engines.findings.variants import VARIANTS

OTHERS: st.SearchStrategy[Any] = st.sampled_from([None, 0, -1, 1.5, True, "", "x", [], {}, [None], [[]], {"x": None}])
TEXTS = st.sampled_from(["", "0", "-1", "x", "443/tcp", "None", "99999999999999999999", "CVE-2020-1000", "&amp;"])


def counted(report: Report) -> tuple[Any, ...]:
    services = sum(len(host.services) for host in report.hosts)
    return report.format, len(report.hosts), services, len(report.findings), len(report.set_aside)


@pytest.mark.parametrize("name", VARIANTS)
def test_a_variant_says_what_a_person_counts(name: str) -> None:
    assert counted(read_report(VARIANTS[name].content)) == VARIANTS[name][1:]


WRAPPINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "gzip in two parts": lambda content: gzip.compress(content[:40]) + gzip.compress(content[40:]),
    "a byte order mark": lambda content: b"\xef\xbb\xbf" + content,
    "UTF-16": lambda content: content.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
    "CRLF": lambda content: content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"),
    "blank lines": lambda content: b"\n\n" + content + b"\n\n",
}


@pytest.mark.parametrize("wrapping", WRAPPINGS)
def test_a_wrapping_changes_nothing(wrapping: str) -> None:
    for name, variant in VARIANTS.items():
        assert counted(read_report(WRAPPINGS[wrapping](variant.content))) == variant[1:], name


@pytest.mark.parametrize("name", [name for name, one in VARIANTS.items() if one.content.startswith((b"<", b"{"))])
def test_reports_appended_to_one_another(name: str) -> None:
    variant = VARIANTS[name]
    twice = counted(read_report(variant.content + b"\n" + variant.content))
    assert twice[3:] == (2 * variant.findings, 2 * variant.aside)


def _answers(content: bytes) -> None:
    with contextlib.suppress(FindingsError):
        report = read_report(content)
        json.dumps([finding.key for finding in report.findings])
        repr(report).encode()


@given(st.sampled_from(sorted(VARIANTS)), st.floats(0, 1))
@settings(max_examples=300)
def test_a_variant_that_breaks_off(name: str, share: float) -> None:
    content = VARIANTS[name].content
    _answers(content[: int(len(content) * share)])


@given(st.sampled_from([name for name in sorted(VARIANTS) if VARIANTS[name].content[:1] in b"{["]), st.data())
@settings(max_examples=300)
def test_one_value_of_another_kind(name: str, data: st.DataObject) -> None:
    try:
        whole = json.loads(VARIANTS[name].content)
    except ValueError:  # lines, or the comma after the last
        whole = [json.loads(line) for line in re.sub(rb",(?=[\]}])", b"", VARIANTS[name].content).splitlines()]
    places = list(_places(whole))
    *path, last = data.draw(st.sampled_from(places))
    holder = whole
    for key in path:
        holder = holder[key]
    holder[last] = data.draw(OTHERS)
    _answers(json.dumps(whole).encode())


def _places(value: Any, *before: Any) -> Any:
    known = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in known:
        yield (*before, key)
        yield from _places(inner, *before, key)


@given(st.sampled_from([name for name in sorted(VARIANTS) if VARIANTS[name].content[:1] == b"<"]), st.data())
@settings(max_examples=300)
def test_one_text_or_attribute_of_another_kind(name: str, data: st.DataObject) -> None:
    text = VARIANTS[name].content.decode()
    spans = [found.span(1) for found in re.finditer(r"(?:=[\"']|>)([^<>\"']+)(?=[\"'<])", text)]
    start, end = data.draw(st.sampled_from(spans or [(0, 0)]))
    _answers((text[:start] + data.draw(TEXTS) + text[end:]).encode())
