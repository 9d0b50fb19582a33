"""Who learns of reports, findings, hosts, incidents, assessments, fixes and files: the table, model by model."""

from __future__ import annotations

import io
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from selaras.exposure import queries
from selaras.exposure.actions.assessing import Assessed, record_assessment
from selaras.exposure.actions.fixing import Measured, drop_fix, suggest_fix
from selaras.exposure.actions.handling_incidents import Happened, open_incident
from selaras.exposure.actions.importing import take_inventory
from selaras.exposure.models import Computation, Finding, Fix, Host, System
from selaras.people.models import Account, Role
from selaras.people.queries import Person
from tests.exposure.room import CIVIL, HEALTH, a_system, agencies, agency, auditor, chief, joined, officer
from tests.exposure.scans import alert, sent, zap
from tests.people.persons import person

pytestmark = pytest.mark.django_db

ELSE = [kind for kind in Role.Kind if kind not in (Role.Kind.SECURITY_OFFICER, Role.Kind.AUDITOR)]
AT_AGENCY = (Role.Kind.AGENCY_PLANNER, Role.Kind.DATA_PRODUCER, Role.Kind.PPID_OFFICER, Role.Kind.OBSERVER)
VISIBLE: dict[str, Callable[[Person], Any]] = {
    name.removesuffix("_visible_to"): found for name, found in vars(queries).items() if name.endswith("_visible_to")
}


def world() -> None:
    """At each of two agencies one of everything, and what only a report of the whole region tells."""
    agencies()
    for code, site in ((CIVIL, "simpeg"), (HEALTH, "antrean")):
        system = a_system(f"{site} (contoh)", code, address=f"{site}.contoh.go.id", host=f"{site}-1", worth=5)
        keeper = officer(code)
        found = zap(alert(f"celah {site}", f"{site}.contoh.go.id"), site=f"{site}.contoh.go.id")
        sent(found, agency(code), by=keeper, name=f"pindaian {site}")
        suggest_fix(system, Measured(Fix.Kind.PATCH, f"tambal {site}", 1_000_000), Finding.objects.last(), actor=keeper)
        suggest_fix(_host(system), Measured(Fix.Kind.ISOLATE, f"pisahkan {site}", 1_000_000), actor=keeper)
        drop_fix(
            suggest_fix(system, Measured(Fix.Kind.PATCH, f"dinding {site}", 1_000_000), actor=keeper), actor=keeper
        )
        said = Happened("access", f"kontak {site}", "Contoh.", "Contoh.", "Contoh.", timezone.now())
        open_incident(system.agency, system, said, actor=keeper)
        report = Assessed(f"penilai {site}", timezone.localdate(), Decimal(80))
        record_assessment(system, report, f"{site}.pdf", io.BytesIO(site.encode()), actor=keeper)
        row = f"Nama aplikasi;Fungsi\nArsip {site} (contoh);Surat\n".encode()
        take_inventory(f"{site}.csv", row, actor=keeper)
        Computation.objects.create(
            kind="plan", scope=str(system.agency_id), digest=site, asked_by=keeper, asked_at=timezone.now()
        )
    sent(zap(alert("celah asing", "asing.contoh.go.id"), site="asing.contoh.go.id"), name="pindaian daerah")
    sent(zap(alert("celah antrean dari daerah", "antrean.contoh.go.id"), site="antrean.contoh.go.id"), name="lagi")
    joined(System.objects.get(name="simpeg (contoh)"), System.objects.get(name="antrean (contoh)"))


def _host(system: System) -> Host:
    assert system.host
    return system.host


CIVIL_SEES = {
    "systems": {"simpeg (contoh)", "Arsip simpeg (contoh)"},
    "hosts": {"simpeg-1"},
    "reports": {"pindaian simpeg"},
    "findings": {"celah simpeg"},
    "seen_hosts": {"simpeg.contoh.go.id"},
    "fixes": {"tambal simpeg", "pisahkan simpeg", "dinding simpeg"},
    "candidates": {"tambal simpeg", "pisahkan simpeg"},
    "settled": {"dinding simpeg"},
    "incidents": {"kontak simpeg"},
    "assessments": {"penilai simpeg"},
    "batches": {"simpeg.csv"},
    "computations": {"simpeg"},
}
HEALTH_SEES = {name: {one.replace("simpeg", "antrean") for one in found} for name, found in CIVIL_SEES.items()}
HEALTH_SEES["findings"] |= {"celah antrean dari daerah"}  # on its own system, whoever scanned it
OVERSEEN = {name: found | HEALTH_SEES[name] for name, found in CIVIL_SEES.items()}
OVERSEEN["reports"] |= {"pindaian daerah", "lagi"}
OVERSEEN["findings"] |= {"celah asing"}
OVERSEEN["seen_hosts"] |= {"asing.contoh.go.id"}
OVERSEEN["computations"] = set()
OWN_WORDS: dict[str, Callable[[Any], str]] = {
    "reports": lambda one: one.name,
    "batches": lambda one: one.name,
    "computations": lambda one: one.digest,
    "incidents": lambda one: one.contact,
    "assessments": lambda one: one.assessor,
}


def seen_by(who: Person, model: str) -> set[str]:
    word = OWN_WORDS.get(model, str)
    return {word(one) for one in VISIBLE[model](who)}


def test_the_table_leaves_no_model_out() -> None:
    assert VISIBLE.keys() == CIVIL_SEES.keys() | {"connections"}


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        (chief, OVERSEEN),
        (auditor, OVERSEEN | {"batches": set()}),
        (lambda: officer(CIVIL), CIVIL_SEES),
        (lambda: officer(HEALTH), HEALTH_SEES),
    ],
    ids=["chief", "auditor", "one agency", "the other agency"],
)
def test_each_sees_what_is_theirs(who: Callable[[], Person], sees: dict[str, set[str]]) -> None:
    world()
    assert {model: seen_by(who(), model) for model in sees} == sees


def test_nobody_else_sees_anything() -> None:
    world()
    visitors = {"anonymous": AnonymousUser()} | {kind: _with(kind) for kind in ("", *ELSE)}
    found = {(kind, model): VISIBLE[model](who).count() for kind, who in visitors.items() for model in VISIBLE}
    assert {at: count for at, count in found.items() if count} == {}


def _with(kind: str) -> Account:
    """A person of that role; at the very agency whose systems there are, where it is held at one."""
    name = f"lain-{kind}"
    return person(name, kind, agency=agency()) if kind in AT_AGENCY else person(name, kind)


@pytest.mark.parametrize("code", [CIVIL, HEALTH])
def test_who_changed_to_another_agency_takes_nothing_along(code: str) -> None:
    world()
    who, elsewhere = officer(code), HEALTH if code == CIVIL else CIVIL
    who.roles.update(agency=agency(elsewhere))
    who = type(who).objects.get(pk=who.pk)
    site = "simpeg" if code == CIVIL else "antrean"
    left = {model: {one for one in seen_by(who, model) if site in one} for model in CIVIL_SEES}
    assert {model: found for model, found in left.items() if found} == {}


def test_whose_role_ended_sees_nothing_any_more() -> None:
    world()
    who = officer()
    who.roles.all().delete()
    who = type(who).objects.get(pk=who.pk)
    assert {name: found(who).count() for name, found in VISIBLE.items() if found(who).exists()} == {}
