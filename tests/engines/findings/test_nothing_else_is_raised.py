"""Whatever the bytes, reading gives a report or one of the errors of the tree."""

from __future__ import annotations

import contextlib
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.engines.findings import FindingsError, read_likelihoods, read_report
from tests.engines.findings.reports import GREPABLE, NIKTO_CSV, TESTSSL_PRETTY, WHOLE

MULVAL = b"attackerLocated(internet).\nhacl(internet, web, tcp, 80).\nvulExists(web, 'CVE', httpd).\n"
THREAGILE = (
    b"threagile_version: 1.0.0\ntechnical_assets:\n  A:\n    id: a\n    internet: true\n    communication_links:\n"
    b"      L:\n        target: b\n        protocol: https\n  B:\n    id: b\n    integrity: mission-critical\n"
)
PYTM = b'{"elements": [{"__class__": "Actor", "name": "A"}], "flows": [{"name": "f", "source": "A", "sink": "A"}]}'
SEEDS = [*WHOLE.values(), GREPABLE, NIKTO_CSV, json.dumps(TESTSSL_PRETTY).encode(), MULVAL, THREAGILE, PYTM]
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
ANYTHING = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner), max_leaves=8
)


def _read(content: bytes) -> None:
    with contextlib.suppress(FindingsError):
        report = read_report(content)
        json.dumps([finding.key for finding in report.findings])
        repr(report).encode()  # no half of a pair is left
    with contextlib.suppress(FindingsError):
        read_likelihoods(content)


@given(st.binary(max_size=400))
def test_random_bytes(content: bytes) -> None:
    _read(content)


@given(st.sampled_from(SEEDS), st.data())
@settings(max_examples=300)
def test_reports_cut_and_patched(seed: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(seed)))
    end = data.draw(st.integers(start, len(seed)))
    _read(seed[:start] + data.draw(st.binary(max_size=8)) + seed[end:])


@given(st.sampled_from([seed for seed in SEEDS if seed[:1] in (b"{", b"[")]), st.data())
@settings(max_examples=400)
def test_a_value_of_another_kind_anywhere(seed: bytes, data: st.DataObject) -> None:
    _read(json.dumps(_replaced(json.loads(seed), data)).encode())


def _replaced(value: Any, data: st.DataObject) -> Any:
    """The same value with one part of it, drawn from the outside in, replaced by anything."""
    if not isinstance(value, dict | list) or not value or data.draw(st.integers(0, 5)) == 0:
        return data.draw(ANYTHING)
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    key = data.draw(st.sampled_from(keys))
    copied = value.copy()
    copied[key] = _replaced(value[key], data)
    return copied
