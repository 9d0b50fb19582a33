"""Checking the draft work plan: its indicators, and lines of different agencies that overlap."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal

from django.db import transaction

from selaras.audit.actions import Actor, record
from selaras.engines import indicators
from selaras.engines.matching.overlaps import PlanItem, overlaps
from selaras.forum.guards import require_open
from selaras.forum.models import Finding, Forum, Overlap
from selaras.government.models import Duty, Region
from selaras.planning.models import CatalogueEntry, StrategicTarget, WorkPlanItem


@transaction.atomic
def check_plan(forum: Forum, *, actor: Actor) -> dict[str, int]:
    """Check every line of the draft work plan anew. Returns how many findings and overlaps there are. Raises Locked."""
    require_open(forum)
    items = list(WorkPlanItem.objects.filter(cycle=forum.cycle).select_related("agency", "cycle").order_by("key"))
    findings = _findings(forum, items)
    overlapping = _overlaps(forum, items)
    Finding.objects.filter(forum=forum).delete()
    Finding.objects.bulk_create(findings, batch_size=500)
    Overlap.objects.filter(forum=forum).delete()
    Overlap.objects.bulk_create(overlapping, batch_size=500)
    counts = {"findings": len(findings), "overlaps": len(overlapping)}
    record("forum.plan_checked", actor=actor, subject=forum.slug, detail=counts)
    return counts


def _findings(forum: Forum, items: list[WorkPlanItem]) -> list[Finding]:
    found = indicators.check(
        [_plan_item(item) for item in items],
        catalogue=_catalogue(forum),
        strategic_targets=_strategic_targets(forum),
        duties=_duties(forum),
        year=forum.cycle.year,
    )
    return [
        Finding(
            forum=forum,
            item=one.item,
            kind=one.kind,
            severity=one.severity,
            sentence=one.message[:600],
            suggestion=_suggestion(one.suggestion)[:600],
        )
        for one in found
    ]


def _plan_item(item: WorkPlanItem) -> indicators.PlanItem:
    return indicators.PlanItem(
        item.key,
        item.agency.code,
        code=item.code,
        name=item.name,
        indicator=item.indicator,
        unit=item.unit,
        baseline=item.baseline,
        target=item.target,
        location=item.location or (item.region_id or ""),
        cost=item.cost,
        source_of_funds=item.source_of_funds,
        forward_target=item.forward_target,
        forward_cost=item.forward_cost,
    )


def _catalogue(forum: Forum) -> list[indicators.CatalogueEntry]:
    rows = CatalogueEntry.objects.filter(catalogue=forum.catalogue)
    return [indicators.CatalogueEntry(*row) for row in rows.values_list("code", "name", "indicator", "unit")]


def _strategic_targets(forum: Forum) -> list[indicators.StrategicTarget]:
    paths: dict[tuple[str, str, str, str, Decimal | None], dict[int, Decimal]] = defaultdict(dict)
    rows = StrategicTarget.objects.filter(cycle=forum.cycle)
    for agency, code, indicator, unit, baseline, year, target in rows.values_list(
        "agency__code", "code", "indicator", "unit", "baseline", "year", "target"
    ):
        if target is not None:
            paths[agency, code, indicator, unit, baseline][year] = target
    return [
        indicators.StrategicTarget(agency, indicator, targets, unit=unit, code=code, baseline=baseline)
        for (agency, code, indicator, unit, baseline), targets in paths.items()
    ]


def _duties(forum: Forum) -> dict[str, set[str]]:
    held: dict[str, set[str]] = defaultdict(set)
    rows = Duty.objects.filter(agency__region=forum.cycle.region)
    for agency, field in rows.values_list("agency__code", "field_code"):
        held[agency].add(field)
    return held


def _suggestion(one: indicators.Suggestion | None) -> str:
    if one is None or not one.indicator:
        return ""
    unit = f", satuan {one.unit}" if one.unit else ""
    return f"Pakai indikator resmi {one.code}: “{one.indicator}”{unit}."


def _overlaps(forum: Forum, items: list[WorkPlanItem]) -> list[Overlap]:
    offices = _district_offices(forum)
    lines = [
        PlanItem(item.key, item.agency.code, item.name, (_place(item, offices),), item.code, item.cost)
        for item in items
    ]
    return [
        Overlap(forum=forum, first=one.first, second=one.second, confidence=one.confidence, reason=one.reason[:400])
        for one in overlaps(lines)
    ]


def _place(item: WorkPlanItem, offices: Mapping[str, str]) -> str:
    """Where a line happens; the office of a district works in its district, even where the line says everywhere."""
    whole = item.cycle.region_id
    if item.region_id in (None, whole):
        return offices.get(item.agency.name.lower(), whole)
    return str(item.region_id)


def _district_offices(forum: Forum) -> dict[str, str]:
    """The name of each district's office to the code of its district."""
    districts = Region.objects.filter(level=Region.Level.DISTRICT, parent=forum.cycle.region_id)
    return {f"kecamatan {name}".lower(): code for code, name in districts.values_list("code", "name")}
