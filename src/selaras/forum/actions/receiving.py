"""Taking a file of an office in: read, checked, taken row by row, filed with the fate of every row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from django.db import transaction

from selaras.audit.actions import Actor
from selaras.engines.tabular import (
    CheckResult,
    UnknownKind,
    check,
    kind_named,
    signature,
)
from selaras.forum import imports, recommendations
from selaras.forum.actions.remembering import remember_many
from selaras.forum.guards import require_open
from selaras.forum.models import Event, Forum, Proposal
from selaras.government.imports import take_agencies, take_map, take_regions
from selaras.government.queries import AgencyFinder, region_index
from selaras.intake.actions import Letter, already_taken, file_away, remember_mapping
from selaras.intake.annotating import annotated as annotated_file
from selaras.intake.models import Batch, RememberedMapping
from selaras.intake.rows import Incoming, incoming
from selaras.planning import imports as plans
from selaras.planning.models import Catalogue, Cycle

Admit = Callable[[Sequence[Incoming]], None]
Taker = Callable[[Forum, Sequence[Incoming]], None]

# What the sender's name says of the door a proposal came through, where its rows do not.
_DOORS = (("kecamatan", "district"), ("dprd", "dprd"), ("pokir", "dprd"), ("forum", "forum"), ("renja", "work_plan"))


def receive(
    forum: Forum,
    kind: str,
    name: str,
    content: bytes,
    *,
    sender: str,
    actor: Actor,
    mapping: Mapping[str, str] | None = None,
    admit: Admit | None = None,
) -> Batch:
    """Take one file in, whole or not at all. The same content from the same sender again changes nothing.

    `mapping` (column to field) is a person's word on the columns: it is used, and remembered for this sender.
    `admit` keeps back the rows that this sender may not send. Raises TabularError with a sentence for the sender where
    the file cannot be read, Locked.
    """
    if kind != "proposals" and kind not in _TAKERS:
        raise UnknownKind(f"Berkas berisi {kind_named(kind).label} tidak dimasukkan ke forum.")
    letter = Letter(kind, forum.slug, sender, name, content)
    known = already_taken(letter)
    if known and _read_so(known, mapping):
        return known
    result = checked(letter, mapping)
    rows = incoming(result)
    if admit:
        admit(rows)
    letter = replace(letter, mapping={one.column: one.field for one in result.columns}, facts=_facts(result))
    with transaction.atomic():
        require_open(forum)
        known = already_taken(letter)  # asked again: it may have been sent twice at one moment
        if known and _read_so(known, mapping):
            return known
        if known:
            known.delete()  # the person read its columns anew; what it had brought is brought up to date below
        if kind == "proposals":
            batch = _take_proposals(forum, letter, rows, actor=actor)
        else:
            _TAKERS[kind](forum, rows)
            batch, _ = file_away(letter, rows, actor=actor)
        if mapping and result.sheets:
            remember_mapping(sender, kind, signature(result.sheets[0].table), mapping, actor=actor)
    return batch


def _read_so(known: Batch, mapping: Mapping[str, str] | None) -> bool:
    """Whether its columns were read as a person says now, where one says anything."""
    return mapping is None or known.mapping == {name: one or None for name, one in mapping.items()}


def checked(letter: Letter, mapping: Mapping[str, str] | None) -> CheckResult:
    """The file read with the columns as a person said, now or earlier, else as they look."""
    regions = region_index() if letter.kind == "proposals" else None
    result = check(letter.content, letter.name, letter.kind, mapping=mapping, regions=regions)
    if mapping or not result.sheets:
        return result
    remembered = RememberedMapping.objects.filter(
        sender=letter.sender, kind=letter.kind, signature=signature(result.sheets[0].table)
    ).first()
    if remembered is None:
        return result
    return check(letter.content, letter.name, letter.kind, mapping=remembered.mapping, regions=regions)


def _facts(result: CheckResult) -> dict[str, object]:
    first = result.sheets[0].table.facts if result.sheets else None
    return {
        "encoding": first.encoding if first else "",
        "delimiter": first.delimiter if first else "",
        "sheets": [sheet.table.facts.sheet for sheet in result.sheets],
        "skipped": result.skipped,
        "other_sheets": [[one.sheet, one.reason] for one in result.other_sheets],
    }


def _take_proposals(forum: Forum, letter: Letter, rows: Sequence[Incoming], *, actor: Actor) -> Batch:
    agencies = AgencyFinder(forum.cycle.region)
    drafts = imports.draft_proposals(forum, letter.sender, _door(letter), agencies, rows)
    told = recommendations.draft_recommendations(forum, letter.sender, drafts, rows)
    batch, written = file_away(letter, rows, actor=actor)
    deeds = imports.store_proposals(forum, letter.sender, drafts, written)
    remember_many(deeds, Event.Kind.RESENT, actor=actor, subject=forum.slug, detail={"sender": letter.sender})
    recommendations.store_recommendations(forum, letter.sender, drafts, told)
    return batch


def _door(letter: Letter) -> str:
    told = f"{letter.sender} {letter.name}".lower()
    return next((door for word, door in _DOORS if word in told), Proposal.Source.VILLAGE)


_TAKERS: Mapping[str, Taker] = {
    "regions": lambda _, rows: take_regions(rows),
    "map": lambda _, rows: take_map(rows),
    "agencies": lambda forum, rows: take_agencies(forum.cycle.region, rows),
    "catalogue": lambda forum, rows: plans.take_catalogue(_catalogue(forum), rows),
    "crosswalk": lambda _, rows: plans.take_crosswalk(rows),
    "priorities": lambda forum, rows: plans.take_priorities(forum.cycle, forum.catalogue, rows),
    "ceilings": lambda forum, rows: plans.take_ceilings(*_planned_in(forum), rows),
    "targets": lambda forum, rows: plans.take_strategic_targets(*_planned_in(forum), rows),
    "workplan": lambda forum, rows: plans.take_work_plan(*_planned_in(forum), rows),
    "participants": imports.take_participants,
    "scores": imports.take_marks,
    "conflicts": imports.take_conflicts,
    "ballots": imports.take_ballots,
}


def _planned_in(forum: Forum) -> tuple[Cycle, AgencyFinder, Catalogue | None]:
    return forum.cycle, AgencyFinder(forum.cycle.region), forum.catalogue


def _catalogue(forum: Forum) -> Catalogue:
    if forum.catalogue is None:
        raise ValueError("a forum is opened with a catalogue")
    return forum.catalogue


def annotated(batch: Batch) -> bytes:
    """The file as it came, with what became of each row written beside it, for its sender."""
    return annotated_file(batch, regions=region_index() if batch.kind == "proposals" else None)
