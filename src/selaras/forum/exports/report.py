"""A decided forum as every document sees it: plain rows, private data masked, a constant number of queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.conf import settings

from selaras.engines.privacy import mask
from selaras.forum.inputs import priority_of, programme
from selaras.forum.models import Decision, Finding, Forum, Outcome, Overlap, Participant, Proposal
from selaras.planning.models import CatalogueEntry, RegionalPriority, WorkPlanItem

FUNDED = (Proposal.Status.ACCEPTED, Proposal.Status.CHANGED)
SYNTHETIC = "DATA CONTOH – semua usulan, peserta dan nilai di sini dibuat oleh program, bukan data sungguhan."


@dataclass(frozen=True)
class Line:
    """One proposal and its outcome."""

    number: str
    source: str
    title: str
    problem: str
    district_code: str
    district: str
    village: str
    place: str
    volume: Decimal | None
    unit: str
    asked: int | None
    cost: int | None
    agency_code: str
    agency: str
    code: str
    priority: int | None
    source_of_funds: str
    status: str
    status_label: str
    rank: int | None
    score: int | None
    sentence: str

    @property
    def funded(self) -> bool:
        return self.status in FUNDED


@dataclass(frozen=True)
class PlanLine:
    """One line of the draft work plan; `admitted` where its ceilings carry it."""

    key: str
    agency_code: str
    agency: str
    code: str
    name: str
    indicator: str
    unit: str
    target: Decimal | None
    place: str
    cost: int
    source_of_funds: str
    forward_target: Decimal | None
    forward_cost: int | None
    admitted: bool
    note: str


@dataclass(frozen=True)
class Report:
    forum: Forum
    decision: Decision
    lines: Sequence[Line]
    plan: Sequence[PlanLine]
    entries: Mapping[str, CatalogueEntry]
    priorities: Mapping[int, RegionalPriority]
    participants: Sequence[Participant]
    overlaps: Sequence[Overlap]

    @cached_property
    def funded(self) -> list[Line]:
        return sorted((line for line in self.lines if line.funded), key=_by_agency_and_rank)

    @cached_property
    def left_out(self) -> list[Line]:
        return sorted((line for line in self.lines if not line.funded), key=_by_agency_and_rank)

    @property
    def summary(self) -> dict[str, Any]:
        return dict(self.decision.summary)

    @property
    def year(self) -> int:
        return self.forum.cycle.year

    @property
    def region(self) -> str:
        return self.forum.cycle.region.name

    @property
    def warning(self) -> str:
        return SYNTHETIC if self.forum.synthetic else ""

    @property
    def verification_address(self) -> str:
        return f"{settings.SITE}/verifikasi/{self.decision.verification_code}/"

    def name_of(self, code: str) -> str:
        """The catalogue's name of a code, the code itself where this catalogue lacks it."""
        entry = self.entries.get(code)
        return entry.name if entry else code


def _by_agency_and_rank(line: Line) -> tuple[str, int, str]:
    return line.agency_code or "~", line.rank if line.rank is not None else 10**9, line.number


def report(decision: Decision) -> Report:
    """Read everything the documents of one decision need."""
    forum = (Forum.objects.select_related("cycle__region", "host", "catalogue").prefetch_related("criteria")).get(
        pk=decision.forum_id
    )
    priorities = {row.number: row for row in RegionalPriority.objects.filter(cycle=forum.cycle)}
    serves = {code: number for number in sorted(priorities, reverse=True) for code in priorities[number].codes}
    entries = {row.code: row for row in CatalogueEntry.objects.filter(catalogue=forum.catalogue)}
    return Report(
        forum=forum,
        decision=decision,
        lines=_lines(decision, serves),
        plan=_plan(forum, decision),
        entries=entries,
        priorities=priorities,
        participants=list(forum.participants.all()),
        overlaps=list(forum.overlaps.all()),
    )


def _lines(decision: Decision, serves: dict[str, int]) -> list[Line]:
    outcomes = Outcome.objects.filter(decision=decision).select_related(
        "proposal__district", "proposal__village", "proposal__agency", "proposal__handler"
    )
    return [_line(outcome, serves) for outcome in outcomes.order_by("proposal__number").iterator(chunk_size=2000)]


def _line(outcome: Outcome, serves: dict[str, int]) -> Line:
    row = outcome.proposal
    agency = row.handler or row.agency
    district = row.district.name if row.district else ""
    village = row.village.name if row.village else ""
    return Line(
        number=row.number,
        source=row.get_source_display(),
        title=mask(row.title),
        problem=mask(row.problem),
        district_code=row.district_id or "",
        district=district,
        village=village,
        place=_place(row, village, district),
        volume=row.volume if outcome.volume is None else outcome.volume,
        unit=row.unit,
        asked=row.cost,
        cost=outcome.cost,
        agency_code=agency.code if agency else "",
        agency=agency.label if agency else "",
        code=row.code,
        priority=priority_of(row.code, serves) if row.code else None,
        source_of_funds=row.source_of_funds,
        status=outcome.status,
        status_label=outcome.get_status_display().capitalize(),
        rank=outcome.rank,
        score=outcome.score,
        sentence=outcome.sentence,
    )


def _place(row: Proposal, village: str, district: str) -> str:
    small = " ".join(part for part in (f"RT {row.rt}" if row.rt else "", f"RW {row.rw}" if row.rw else "") if part)
    return ", ".join(part for part in (small, village, f"Kec. {district}" if district else "") if part)


def _plan(forum: Forum, decision: Decision) -> list[PlanLine]:
    deferred = set(decision.summary.get("plan_deferred", []))
    notes = defaultdict(list)
    for item, sentence in Finding.objects.filter(forum=forum).values_list("item", "sentence"):
        notes[item].append(sentence)
    rows = WorkPlanItem.objects.filter(cycle=forum.cycle).select_related("agency", "region")
    return [
        PlanLine(
            key=row.key,
            agency_code=row.agency.code,
            agency=row.agency.label,
            code=row.code,
            name=row.name,
            indicator=row.indicator,
            unit=row.unit,
            target=row.target,
            place=row.location or (row.region.name if row.region else ""),
            cost=row.cost,
            source_of_funds=row.source_of_funds,
            forward_target=row.forward_target,
            forward_cost=row.forward_cost,
            admitted=row.key not in deferred,
            note=" ".join(notes[row.key]),
        )
        for row in rows.order_by("agency__code", "code", "key")
    ]


__all__ = ["FUNDED", "SYNTHETIC", "Line", "PlanLine", "Report", "programme", "report"]
