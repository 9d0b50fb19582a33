"""What makes a finding the same in a later report."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.findings import Finding, Severity

ONE = Finding("trivy", "CVE-2024-1", "Judul", Severity.HIGH, host="a.go.id", port=443, place="/x", component="openssl")


@pytest.mark.parametrize(
    "changed",
    [
        {"format": "nuclei"}, {"rule": "CVE-2024-2"}, {"host": "b.go.id"}, {"port": 8443}, {"port": None},
        {"place": "/y"}, {"target": "aplikasi:1"}, {"component": "nginx"}, {"mark": "sidik"},
    ],
)  # fmt: skip
def test_another_place_is_another_finding(changed: dict[str, Any]) -> None:
    assert replace(ONE, **changed).key != ONE.key


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Judul lain"}, {"severity": Severity.LOW}, {"score": 9.8}, {"version": "3.0"}, {"fixed_in": "3.1"},
        {"description": "x"}, {"evidence": "x"}, {"last_seen": "2024-05-01"}, {"cves": ("CVE-2024-1",)},
        {"status": "suppressed"}, {"places": ("/x", "/y")},
    ],
)  # fmt: skip
def test_what_changes_while_the_weakness_stays(changed: dict[str, Any]) -> None:
    assert replace(ONE, **changed).key == ONE.key


def test_a_fingerprint_stands_for_the_place() -> None:
    marked = replace(ONE, mark="sidik")
    assert marked.key == replace(marked, place="/pindah").key


@given(st.lists(st.text("abc\n ", max_size=3), min_size=3, max_size=3, unique=True))
def test_parts_do_not_run_together(parts: list[str]) -> None:
    keys = {replace(ONE, host=a, place=b, target=c).key for a, b, c in (parts, parts[::-1], [*parts[1:], parts[0]])}
    assert len(keys) == 3
