"""A finding makes the connections into its system likelier, by a stated assumption; a patch less likely, until a scan
has looked again."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.routes import KINDS, Direction, leading_routes, reach, what_if
from selaras.exposure.actions.fixing import Measured, finish_fix, suggest_fix
from selaras.exposure.actions.handling_incidents import close_incident, open_incident
from selaras.exposure.actions.judging_findings import accept_risk, settle
from selaras.exposure.assumptions import USED, WEAKNESSES, assumptions
from selaras.exposure.errors import Incomplete, NotNow
from selaras.exposure.models import Finding, Fix, System
from selaras.exposure.planning_fixes import measures
from selaras.exposure.viewing import view_of
from selaras.exposure.weaknesses import weakness
from selaras.people.queries import Person
from tests.exposure.actions.test_handling_incidents import SAID
from tests.exposure.room import HEALTH, a_system, agencies, chief, inventory, joined, officer
from tests.exposure.scans import SITE, TUESDAY, alert, kev, nuclei, sent, zap

pytestmark = pytest.mark.django_db
ALONE = KINDS["api"].likelihood


def two() -> tuple[System, System]:
    """A site open to all that calls the personnel system."""
    agencies()
    site = a_system("Situs (contoh)", HEALTH, internet="open")
    simpeg = a_system("SIMPEG (contoh)", worth=8, address=f"https://{SITE}")
    joined(site, simpeg)
    return site, simpeg


def into_simpeg(person: Person | None = None) -> float:
    ways = view_of(person or chief()).graph.connections
    return next(way.chance() for way in ways if way.kind == "api")


@pytest.mark.parametrize(("risk", "word"), [("3", "high"), ("2", "medium"), ("1", ""), ("0", "")])
def test_the_worst_open_finding_counts_by_its_severity(risk: str, word: str) -> None:
    two()
    assert into_simpeg() == ALONE.usual
    sent(zap(alert("a", risk=risk), alert("kecil", risk="0")))
    more = WEAKNESSES[word].usual if word else 0.0
    assert into_simpeg() == pytest.approx(1 - (1 - ALONE.usual) * (1 - more))


def test_what_is_used_already_counts_most_and_what_is_gone_not_at_all() -> None:
    two()
    sent(nuclei("CVE-2021-44228"))
    sent(kev("CVE-2021-44228"))
    assert into_simpeg() == pytest.approx(1 - (1 - ALONE.usual) * (1 - USED.usual))
    sent(nuclei("CVE-2020-1111", day=TUESDAY, severity="info"))
    assert Finding.objects.get(title__contains="44228").state == Finding.State.GONE
    assert into_simpeg() == ALONE.usual


def test_accepting_a_risk_makes_it_no_smaller() -> None:
    two()
    sent(zap(alert("a")))
    before = into_simpeg()
    accept_risk(Finding.objects.get(), "Diganti tahun depan (contoh).", actor=chief())
    assert into_simpeg() == before > ALONE.usual


def test_an_intruder_reaches_the_core_more_often_through_a_weak_system() -> None:
    site, simpeg = two()
    before = reach(view_of(chief()).graph).shares[simpeg.key].chance
    sent(nuclei("CVE-2021-44228"))
    assert reach(view_of(chief()).graph).shares[simpeg.key].chance > before
    assert site.findings.count() == 0


def test_a_finding_of_another_agencys_system_moves_nothing_that_one_is_told() -> None:
    two()
    before = view_of(officer(HEALTH)).digest
    sent(zap(alert("a")))
    assert view_of(officer(HEALTH)).digest == before


def test_a_finished_patch_does_what_the_plan_foretold_until_a_scan_has_looked_again() -> None:
    _site, simpeg = two()
    sent(zap(alert("a")))
    weak = into_simpeg()
    said = Measured(Fix.Kind.PATCH, "Tambal (contoh)", 5_000_000, 40, Decimal(8))
    fix = suggest_fix(simpeg, said, Finding.objects.get(), actor=chief())
    finish_fix(fix, actor=chief())
    assert into_simpeg() == pytest.approx(weak * 0.4)
    sent(zap(day=TUESDAY))
    assert into_simpeg() == ALONE.usual


def test_a_patch_that_a_later_scan_proves_wrong_lowers_nothing() -> None:
    _site, simpeg = two()
    sent(zap(alert("a")))
    weak = into_simpeg()
    fix = suggest_fix(simpeg, Measured(Fix.Kind.PATCH, "Tambal (contoh)", 1), Finding.objects.get(), actor=chief())
    finish_fix(fix, actor=chief())
    Fix.objects.update(moved_at="2024-05-06T12:00:00Z")
    sent(zap(alert("a"), day=TUESDAY))
    assert into_simpeg() == weak


def test_a_patch_without_a_finding_counts_on() -> None:
    _site, simpeg = two()
    finish_fix(suggest_fix(simpeg, Measured(Fix.Kind.PATCH, "Perkuat (contoh)", 1, 50), actor=chief()), actor=chief())
    assert into_simpeg() == pytest.approx(ALONE.usual / 2)


def test_a_fix_answers_a_finding_of_its_own_system_alone() -> None:
    site, _simpeg = two()
    sent(zap(alert("a")))
    with pytest.raises(Incomplete, match="sistem tempat temuan"):
        suggest_fix(site, Measured(Fix.Kind.PATCH, "Tambal (contoh)", 1), Finding.objects.get(), actor=chief())


@pytest.mark.parametrize("kind", KINDS)
def test_a_connection_is_likelier_where_an_intruder_comes_in_and_there_alone(kind: str) -> None:
    site, simpeg = joined_by(kind)
    direction, before = KINDS[kind].direction, chances_into(site, simpeg)
    sent(zap(alert("a")))
    after = chances_into(site, simpeg)
    likelier = [key for key in before if after[key] > before[key]]
    assert likelier == ([simpeg.key] if direction in (Direction.FORWARD, Direction.BOTH) else [])


@pytest.mark.parametrize("kind", ["database", "hosting"])
def test_a_patch_closes_no_way_out_of_its_system(kind: str) -> None:
    """Whoever holds the site already goes on from there, however well it was patched."""
    site, simpeg = joined_by(kind)
    fix = suggest_fix(site, Measured(Fix.Kind.PATCH, "Tambal situs (contoh)", 1), actor=chief())
    before = chances_into(site, simpeg)
    foretold = what_if(view_of(chief()).graph, measures(view_of(chief()), [fix])).after.routes
    finish_fix(fix, actor=chief())
    assert chances_into(site, simpeg)[simpeg.key] == before[simpeg.key] > 0
    (now,) = leading_routes(view_of(chief()).graph)
    assert [route.chance for route in foretold] == [pytest.approx(now.chance)]


def joined_by(kind: str) -> tuple[System, System]:
    """A village site where an intruder may begin, and the personnel system, joined by one connection."""
    agencies()
    site = a_system("Situs (contoh)", HEALTH, foothold="village")
    simpeg = a_system("SIMPEG (contoh)", worth=8, address=f"https://{SITE}")
    joined(site, simpeg, kind)
    return site, simpeg


def chances_into(*systems: System) -> dict[str, float]:
    """Of those that an intruder comes into along the one connection there is."""
    (way,) = view_of(chief()).graph.connections
    ends = {Direction.FORWARD: [way.target], Direction.BACKWARD: [way.source]}.get(way.of_kind.direction)
    return {one.key: way.chance_into(one.key) for one in systems if ends is None or one.key in ends}


@given(st.sampled_from(["critical", "high", "medium", "low", "unknown"]), st.floats(0, 1))
def test_the_public_lists_make_a_finding_likelier_and_never_less(severity: str, chance: float) -> None:
    found, alone = weakness(severity, chance), weakness(severity, None)
    if found:
        assert found.low <= found.usual <= found.high
        assert found.usual >= (alone.usual if alone else 0)


def test_each_assumption_stands_in_the_register() -> None:
    stated = [one.likelihood for one in assumptions()]
    assert all(one in stated for one in (*WEAKNESSES.values(), USED))


def test_the_lesson_of_an_incident_is_a_finding_until_it_was_put_into_practice() -> None:
    simpeg = inventory()["simpeg"]
    incident = open_incident(simpeg.agency, simpeg, SAID, actor=chief())
    close_incident(incident, "Pakai login dua langkah (contoh).", actor=chief())
    finding = Finding.objects.get()
    assert (finding.title, finding.system, finding.severity) == ("Pakai login dua langkah (contoh).", simpeg, "medium")
    settle(finding, "Dipasang (contoh).", actor=chief())
    assert Finding.objects.get().state == Finding.State.GONE


def test_what_a_scanner_found_is_settled_by_no_word() -> None:
    two()
    sent(zap(alert("a")))
    with pytest.raises(NotNow, match="laporan berikutnya"):
        settle(Finding.objects.get(), "Sudah (contoh).", actor=chief())
