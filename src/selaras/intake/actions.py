"""Taking files in: the batch and the fate of each row, in the same transaction as what a room makes of them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from selaras.audit.actions import Actor, record
from selaras.intake.models import Batch, RememberedMapping, Row
from selaras.intake.rows import Incoming


@dataclass(frozen=True)
class Letter:
    """A file as it arrived. `scope` names what it is for, so that the same content may serve two forums."""

    kind: str
    scope: str
    sender: str
    name: str
    content: bytes
    mapping: Mapping[str, Any] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


def already_taken(letter: Letter) -> Batch | None:
    """The batch of the same content from the same sender for the same purpose."""
    return Batch.objects.filter(
        scope=letter.scope, kind=letter.kind, sender=letter.sender, digest=letter.digest
    ).first()


def file_away(letter: Letter, rows: Sequence[Incoming], *, actor: Actor) -> tuple[Batch, dict[tuple[str, int], Row]]:
    """Write the batch and each of its rows down. Call inside the transaction that takes the rows.

    Returns the batch, and its rows by sheet and number.
    """
    kept = sum(row.kept for row in rows)
    batch = Batch.objects.create(
        kind=letter.kind,
        scope=letter.scope,
        sender=letter.sender,
        name=letter.name,
        digest=letter.digest,
        content=letter.content,
        mapping=dict(letter.mapping),
        facts=dict(letter.facts),
        read=len(rows),
        taken=len(rows) - kept,
        kept=kept,
        sent_by_id=getattr(actor, "pk", None),  # the program itself has an account too, but a test may have none
    )
    written = Row.objects.bulk_create(
        (
            Row(
                batch=batch,
                sheet=row.sheet,
                number=row.number,
                raw=row.raw,
                outcome=Row.Outcome.KEPT if row.kept else Row.Outcome.TAKEN,
                reasons=row.reasons,
                notes=row.notes,
            )
            for row in rows
        ),
        batch_size=500,
    )
    detail = {"name": letter.name, "digest": letter.digest, "taken": batch.taken, "kept": kept}
    record(f"intake.{letter.kind}", actor=actor, subject=letter.scope, detail=detail)
    return batch, {(row.sheet, row.number): row for row in written}


def remember_mapping(sender: str, kind: str, signature: str, mapping: Mapping[str, str], *, actor: Actor) -> None:
    """Keep the meaning that a person gave to the columns of a sender's files."""
    RememberedMapping.objects.update_or_create(
        sender=sender, kind=kind, signature=signature, defaults={"mapping": dict(mapping)}
    )
    record("intake.mapping_remembered", actor=actor, subject=sender, detail={"kind": kind, "mapping": dict(mapping)})
