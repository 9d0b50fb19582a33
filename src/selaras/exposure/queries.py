"""Everything that reads the inventory. Each page and file starts from a `..._visible_to` function."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from selaras.exposure import rules
from selaras.exposure.models import (
    Assessment,
    Computation,
    Connection,
    Finding,
    Fix,
    Host,
    Incident,
    Report,
    SeenHost,
    System,
)
from selaras.government.models import Agency
from selaras.intake.models import Batch
from selaras.people.queries import Person


def systems_visible_to(person: Person) -> QuerySet[System]:
    """In full: all for who oversees, those of the own agency for its officer, none for everybody else."""
    found = System.objects.select_related("agency", "host")
    return found if rules.oversees(person) else found.filter(agency__in=rules.own_agencies(person))


def systems_kept_by(person: Person) -> QuerySet[System]:
    """Which a person may change, as `rules.keeps_for` has it."""
    found = System.objects.select_related("agency", "host")
    return found if rules.is_region_officer(person) else found.filter(agency__in=rules.own_agencies(person))


def connections_visible_to(person: Person) -> QuerySet[Connection]:
    """Those in force between systems that are not retired, with at least one end that the person sees in full."""
    found = Connection.objects.filter(removed_at=None).select_related("source__agency", "target__agency")
    found = found.exclude(source__life_cycle=System.LifeCycle.RETIRED)
    found = found.exclude(target__life_cycle=System.LifeCycle.RETIRED)
    if rules.oversees(person):
        return found
    own = rules.own_agencies(person)
    return found.filter(Q(source__agency__in=own) | Q(target__agency__in=own))


def hosts_visible_to(person: Person) -> QuerySet[Host]:
    """Those of the own agency, and those that its systems stand on."""
    if rules.oversees(person):
        return Host.objects.all()
    own = rules.own_agencies(person)
    return Host.objects.filter(Q(agency__in=own) | Q(systems__agency__in=own)).distinct()


def hosts_kept_by(person: Person) -> QuerySet[Host]:
    """Of which a person may tell what is done to them, as `rules.keeps_for` has it."""
    found = Host.objects.select_related("agency")
    return found if rules.is_region_officer(person) else found.filter(agency__in=rules.own_agencies(person))


def named_to(person: Person) -> QuerySet[System]:
    """Of which a person may know name and owner, and no more: those seen in full, and what they are connected to.

    Systems on one host are connected too.
    """
    found = System.objects.select_related("agency")
    if rules.oversees(person):
        return found
    own = rules.own_agencies(person)
    out = Connection.objects.filter(removed_at=None, source__agency__in=own).values("target")
    back = Connection.objects.filter(removed_at=None, target__agency__in=own).values("source")
    hosts = System.objects.filter(agency__in=own).exclude(host=None).values("host")
    return found.filter(Q(agency__in=own) | Q(pk__in=out) | Q(pk__in=back) | Q(host__in=hosts))


def scope_of(person: Person) -> str:
    """Whose view of the inventory a person has: `all`, or the own agencies by key; empty where nothing is seen."""
    if rules.oversees(person):
        return "all"
    return ",".join(map(str, sorted(rules.own_agencies(person))))


def agencies_of(person: Person) -> QuerySet[Agency]:
    """For which a person may register a system, as `rules.keeps_for` has it."""
    found = Agency.objects.order_by("name", "pk")
    return found if rules.is_region_officer(person) else found.filter(pk__in=rules.own_agencies(person))


def computations_visible_to(person: Person) -> QuerySet[Computation]:
    """Those made from the very view that the person has; for who sees nothing, none."""
    scope = scope_of(person)
    return Computation.objects.filter(scope=scope) if scope else Computation.objects.none()


def file_scope(person: Person) -> str:
    """What a file of systems is filed under: whose view its sender had, so that a change of agency leaves it behind."""
    return f"exposure:{scope_of(person)}"[:120]


def batches_visible_to(person: Person) -> QuerySet[Batch]:
    """Files with systems: all for the officer of the region, else what the person sent for the agencies of today."""
    found = Batch.objects.filter(kind="exposure_systems").defer("content").order_by("-pk")
    if rules.is_region_officer(person):
        return found
    return found.filter(sent_by=person.pk, scope=file_scope(person)) if rules.own_agencies(person) else found.none()


def assessments_visible_to(person: Person) -> QuerySet[Assessment]:
    return Assessment.objects.filter(system__in=systems_visible_to(person)).select_related("system")


def fixes_visible_to(person: Person) -> QuerySet[Fix]:
    """On systems, connections and hosts that the person sees."""
    found = Fix.objects.select_related("system__agency", "connection__source", "connection__target", "host")
    if rules.oversees(person):
        return found
    own = rules.own_agencies(person)
    ends = Q(connection__source__agency__in=own) | Q(connection__target__agency__in=own)
    return found.filter(Q(system__agency__in=own) | ends | Q(host__agency__in=own))


def candidates_visible_to(person: Person) -> QuerySet[Fix]:
    return fixes_visible_to(person).filter(state=Fix.State.CANDIDATE)


def settled_visible_to(person: Person) -> QuerySet[Fix]:
    """What was carried out or dropped, the latest first."""
    found = fixes_visible_to(person).exclude(state=Fix.State.CANDIDATE).select_related("finding")
    return found.order_by("-moved_at", "-pk")


def incidents_visible_to(person: Person) -> QuerySet[Incident]:
    found = Incident.objects.select_related("agency", "system")
    return found if rules.oversees(person) else found.filter(agency__in=rules.own_agencies(person))


def reports_visible_to(person: Person) -> QuerySet[Report]:
    """Those of the own agency's register; all for who oversees."""
    found = Report.objects.select_related("agency", "sent_by")
    return found if rules.oversees(person) else found.filter(agency__in=rules.own_agencies(person))


def findings_visible_to(person: Person) -> QuerySet[Finding]:
    """On own systems, whoever sent them, and what the own agency's reports tell of others' machines."""
    found = Finding.objects.select_related("agency", "system__agency")
    if rules.oversees(person):
        return found
    own = rules.own_agencies(person)
    return found.filter(Q(agency__in=own) | Q(system__agency__in=own))


def seen_hosts_visible_to(person: Person) -> QuerySet[SeenHost]:
    """As for findings."""
    found = SeenHost.objects.select_related("agency", "system", "host")
    if rules.oversees(person):
        return found
    own = rules.own_agencies(person)
    return found.filter(Q(agency__in=own) | Q(system__agency__in=own))
