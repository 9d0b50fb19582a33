"""Findings over time: new, seen again, gone, reopened; and only what a report could have seen is closed by it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.findings import Finding, Known, Report, Severity, merge, read_report
from tests.engines.findings.reports import alert, nmap, port, zap_json, zap_site

MONDAY, TUESDAY, WEDNESDAY = "2024-05-06T00:00:00Z", "2024-05-07T00:00:00Z", "2024-05-08T00:00:00Z"


def finding(rule: str, host: str = "contoh.go.id", port_: int | None = 443, **changed: object) -> Finding:
    return replace(Finding("zap", rule, rule, Severity.HIGH, host=host, port=port_), **changed)  # type: ignore[arg-type]


def report(*rules: str, at: str = MONDAY, hosts: tuple[str, ...] = ("contoh.go.id",), **changed: object) -> Report:
    found = tuple(finding(rule) for rule in rules)
    whole = Report("x", "zap", "ZAP", scanned_at=at, findings=found, scope=hosts)
    return replace(whole, **changed)  # type: ignore[arg-type]


def names(known: tuple[Known, ...]) -> list[str]:
    return [one.finding.rule for one in known]


def test_a_first_report_is_new() -> None:
    merged = merge((), report("a", "b"), WEDNESDAY)
    assert (names(merged.new), merged.kept) == (["a", "b"], merged.new)
    assert {(one.first_seen, one.last_seen) for one in merged.new} == {(MONDAY, MONDAY)}


def test_what_stays_what_goes_and_what_comes() -> None:
    first = merge((), report("a", "b"), MONDAY)
    merged = merge(first.kept, report("b", "c", at=TUESDAY), TUESDAY)
    assert (names(merged.new), names(merged.seen_again), names(merged.gone)) == (["c"], ["b"], ["a"])
    stayed = merged.seen_again[0]
    assert (stayed.first_seen, stayed.last_seen, merged.gone[0].gone_since) == (MONDAY, TUESDAY, TUESDAY)


def test_what_returns_is_reopened() -> None:
    gone = merge(merge((), report("a"), MONDAY).kept, report(at=TUESDAY), TUESDAY)
    (back,) = merge(gone.kept, report("a", at=WEDNESDAY), WEDNESDAY).reopened
    assert (back.is_open, back.reopened, back.first_seen, back.last_seen) == (True, 1, MONDAY, WEDNESDAY)


@pytest.mark.parametrize(
    "later",
    [
        report(at=TUESDAY, hosts=("lain.go.id",)),
        report(at=TUESDAY, format="nikto"),
        report(at=TUESDAY, ports=((1, 100),)),
        report(at="2024-05-05T00:00:00Z"),
        report(at=MONDAY),
        Report("x", "empty", "", scanned_at=TUESDAY),
    ],
    ids=["another host", "another tool", "other ports", "older", "the same moment", "empty"],
)
def test_a_report_closes_only_what_it_could_have_seen(later: Report) -> None:
    merged = merge(merge((), report("a"), MONDAY).kept, later, TUESDAY)
    assert (merged.gone, names(merged.kept), merged.kept[0].is_open) == ((), ["a"], True)


def test_the_caller_may_tell_the_scope() -> None:
    known = merge((), report("a"), MONDAY).kept
    assert names(merge(known, report(at=TUESDAY, hosts=()), TUESDAY, scope={"contoh.go.id"}).gone) == ["a"]
    assert names(merge(known, report(at=TUESDAY), TUESDAY, scope=()).gone) == []


def test_an_older_report_moves_only_the_first_sight() -> None:
    known = merge((), report("a", at=WEDNESDAY), WEDNESDAY).kept
    (after,) = merge(known, report("a", at=MONDAY), WEDNESDAY).kept
    assert (after.first_seen, after.last_seen, after.reopened) == (MONDAY, WEDNESDAY, 0)


def test_a_report_without_a_time_has_that_of_its_arrival() -> None:
    assert merge((), report("a", at="kemarin"), TUESDAY).new[0].last_seen == TUESDAY


def test_moments_are_compared_across_zones() -> None:
    known = merge((), report("a", at="2024-05-06T08:00:00+07:00"), MONDAY).kept  # 01:00 UTC
    assert names(merge(known, report(at="2024-05-06T00:59:00.123456789Z"), MONDAY).gone) == []
    assert names(merge(known, report(at="2024-05-06T01:01:00Z"), MONDAY).gone) == ["a"]


def test_what_a_report_sets_aside_is_gone() -> None:
    first = merge((), read_report(zap_json(zap_site(alert()))), MONDAY)
    later = read_report(zap_json(zap_site(alert(confidence="0"))))
    assert len(merge(first.kept, later, TUESDAY).gone) == 1


def test_a_key_told_twice_is_one_finding() -> None:
    assert names(merge((), report("a", "a"), MONDAY).kept) == ["a"]


WEAK = port(80, '<script id="ssl-poodle" output="VULNERABLE:&#xa;  SSL POODLE"/>')


@pytest.mark.parametrize(
    ("arguments", "ports", "gone"),
    [("nmap --script vuln", "1-1000", 1), ("nmap -A", "1-1000", 1), ("nmap -sV", "1-1000", 0), ("nmap -sC", "443", 0)],
)
def test_a_scan_of_ports_alone_closes_no_weakness(arguments: str, ports: str, gone: int) -> None:
    told = f'<scaninfo type="syn" protocol="tcp" services="{ports}"/>'
    first = merge((), read_report(nmap(WEAK)), MONDAY)
    later = read_report(nmap(port(80), extra=told, root=f'args="{arguments}"').replace(b"1700000000", b"1800000000"))
    assert len(merge(first.kept, later, TUESDAY).gone) == gone


DAYS = st.integers(1, 28).map(lambda day: f"2024-05-{day:02d}T00:00:00Z")
REPORTS = st.lists(
    st.builds(lambda rules, at: report(*rules, at=at), st.lists(st.sampled_from("abcd")), DAYS), max_size=8
)


@given(REPORTS)
def test_nothing_is_lost_and_the_same_report_twice_changes_nothing(series: list[Report]) -> None:
    known: tuple[Known, ...] = ()
    for one in series:
        before = {kept.key for kept in known}
        known = merge(known, one, MONDAY).kept
        assert {kept.key for kept in known} == before | {found.key for found in one.findings}
        assert all(kept.first_seen <= kept.last_seen for kept in known)
        again = merge(known, one, MONDAY)
        assert (again.kept, again.new, again.gone, again.reopened) == (known, (), (), ())
