"""Where the bounds lie: what is just within them is read, one more is refused."""

from __future__ import annotations

import gzip
import json
import random
from typing import Any

import pytest

from selaras.engines.findings import Refused, json_guard, read_report, source, xml_parts, yaml_text
from tests.engines.findings.reports import nmap, nuclei, port


def _nested(levels: int) -> Any:
    return json.loads("[" * levels + "]" * levels)


def _json_of(levels: int) -> bytes:
    return nuclei(extra=_nested(levels - 1))


def _xml_of(levels: int) -> bytes:
    inner = levels - 2  # nmaprun and host stand around it
    return b"<nmaprun><host>" + b"<a>" * inner + b"</a>" * inner + b"</host></nmaprun>"


def _yaml_of(levels: int) -> bytes:
    return b"threagile_version: " + b"[" * (levels - 1) + b"]" * (levels - 1)


@pytest.mark.parametrize(
    ("written", "deepest"),
    [(_json_of, json_guard.DEEPEST), (_xml_of, xml_parts.DEEPEST), (_yaml_of, yaml_text.DEEPEST)],
)
def test_levels(written: Any, deepest: int) -> None:
    read_report(written(deepest))
    with pytest.raises(Refused):
        read_report(written(deepest + 1))


@pytest.mark.parametrize("text", ['"[[[["', '"\\\\"', '"\\"[[[["', '"\\\\\\"[["'])
def test_brackets_in_a_text_are_letters(text: str) -> None:
    told = nuclei(extra=[json.loads(text)] * 200)
    assert len(read_report(told).findings) == 1


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7])
def test_levels_are_counted_whatever_the_parts(size: int) -> None:
    text = json.dumps([{"a": '\\"[{', "b": _nested(20)}] * 3)
    guard = json_guard.Guard()
    for at in range(0, len(text), size):
        guard.feed(text[at : at + size])
    with pytest.raises(Refused, match="bersarang"):
        guard.feed("[" * (json_guard.DEEPEST + 1))


def test_the_breadth_of_one_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_guard, "MOST_MARKS", 100)
    assert len(read_report(b"\n".join([nuclei(extra=[0] * 60)] * 50)).findings) == 50
    with pytest.raises(Refused, match="terlalu besar"):
        read_report(nuclei(extra=[0] * 120))


def test_the_elements_of_one_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_parts, "MOST_HELD", 50)
    assert len(read_report(nmap(*[port(80)] * 12) * 20).hosts) == 1
    with pytest.raises(Refused, match="terlalu besar"):
        read_report(nmap(*[port(80)] * 40))


def test_a_gzip_may_grow_a_hundred_times(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = b"\n".join(nuclei(request=random.Random(n).randbytes(400).hex()) for n in range(200))
    assert len(read_report(gzip.compress(honest)).findings) == 200
    monkeypatch.setattr(source, "BOMB", 1)
    monkeypatch.setattr(source, "FREE", 1_000)
    with pytest.raises(Refused, match="bom zip"):
        read_report(gzip.compress(honest))


def test_the_bytes_of_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = nmap(port(80))
    monkeypatch.setattr(source, "MOST_BYTES", len(whole))
    read_report(whole)
    read_report(gzip.compress(whole))
    with pytest.raises(Refused, match="batasnya"):
        read_report(whole + b"\n")
    with pytest.raises(Refused, match="batasnya"):
        read_report(gzip.compress(whole + b"\n"))
