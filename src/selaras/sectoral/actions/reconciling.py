"""What a search found, against the conflicts that are known: new ones, changed ones, ones that are gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils import timezone

from selaras.sectoral.actions.reopening import open_again
from selaras.sectoral.conflicts.deadline import start_clock
from selaras.sectoral.conflicts.finding import Found
from selaras.sectoral.conflicts.holding import superseded
from selaras.sectoral.models import Conflict, Side, Version, Word

State, Kind = Conflict.State, Word.Kind


def reconcile(found: Iterable[Found]) -> dict[str, Any]:
    """Bring the conflicts up to what was found, each place one row; call inside the transaction of the search.

    Returns the keys of those that are new, changed, open again and gone. Found again as it was, nothing happens.
    """
    known = {one.key: one for one in Conflict.objects.select_for_update(of=("self",)).select_related("owner")}
    told: dict[str, list[int]] = {"new": [], "changed": [], "reopened": [], "gone": []}
    standing = set()
    for one in found:
        standing.add(one.key)
        conflict = known.get(one.key)
        what = _open(one, told) if conflict is None else _meet(conflict, one)
        if conflict is not None and what:
            told[what].append(conflict.pk)
    for conflict in known.values():
        if conflict.state == State.OPEN and conflict.key not in standing:
            _close(conflict)
            told["gone"].append(conflict.pk)
    return told


def _open(one: Found, told: dict[str, list[int]]) -> str:
    newest = max((side for side in one.sides if side[0] in Side.CONTESTED), key=lambda side: side[2].version.pk)
    conflict = Conflict(key=one.key, kind=one.kind, found_at=timezone.now())
    conflict.owner = newest[2].version.dataset.agency
    start_clock(conflict, timezone.localdate())
    _tell(conflict, one)
    conflict.save()
    _write_sides(conflict, one)
    _remember(conflict, Kind.FOUND, one.sentence)
    told["new"].append(conflict.pk)
    return "new"


def _meet(conflict: Conflict, one: Found) -> str:
    """It is still there: with other numbers than before, or with the same in a newer version."""
    changed = conflict.fingerprint != one.fingerprint
    if not changed and conflict.state != State.VANISHED:
        if _versions(conflict) != {cell.version.pk for _role, _one, cell in one.sides}:
            _write_sides(conflict, one)
        return ""
    was = conflict.state
    if was != State.OPEN:
        why = "Angkanya berubah sesudah diputus." if was == State.SETTLED else "Selisihnya muncul lagi."
        open_again(conflict, f"{why} {one.sentence}", actor=None)
    _tell(conflict, one)
    conflict.save()
    _write_sides(conflict, one)
    if was == State.OPEN:
        _remember(conflict, Kind.CHANGED, one.sentence)
    return "changed" if was == State.OPEN else "reopened"


def _versions(conflict: Conflict) -> set[int]:
    return set(conflict.sides.values_list("version_id", flat=True))


def _close(conflict: Conflict) -> None:
    conflict.state = State.VANISHED
    conflict.save(update_fields=["state"])
    _remember(conflict, Kind.VANISHED, _why_gone(conflict))


def _why_gone(conflict: Conflict) -> str:
    sides = conflict.sides.select_related("version__dataset")
    newer = []
    for dataset in {side.version.dataset_id: side.version for side in sides}.values():
        latest = Version.objects.filter(dataset=dataset.dataset_id, check_in_force__isnull=False).latest("number")
        if latest.pk != dataset.pk:
            newer.append(f"versi {latest.number} “{dataset.dataset.title}”")
    if newer:
        return f"Selisihnya tidak ada lagi sejak {_joined(newer)}."
    return "Selisihnya tidak ada lagi: ukuran, padanan, atau versinya diubah."


def _joined(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} dan {words[-1]}"


def _tell(conflict: Conflict, one: Found) -> None:
    at = one.at
    conflict.indicator, conflict.region, conflict.period = at.indicator[:200], at.region[:40], at.figure.period[:60]
    conflict.part = _part(at.breakdown)
    conflict.sentence, conflict.causes = one.sentence, list(one.causes)
    conflict.gap, conflict.relative, conflict.unit = plain_decimal(one.gap), one.relative, at.unit.dimension[:120]
    conflict.parts_sum = "" if one.added is None else plain_decimal(one.added)
    conflict.fingerprint = one.fingerprint


def _part(breakdown: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"{dimension} {member}" for dimension, member in breakdown)[:200]


def plain_decimal(value: Fraction) -> str:
    """To at most twelve decimals, without zeros at the end."""
    exact = (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal(1).scaleb(-12))
    return f"{exact.normalize():f}"


def _write_sides(conflict: Conflict, one: Found) -> None:
    conflict.sides.all().delete()
    made = [
        Side(
            conflict=conflict,
            position=position,
            role=role,
            agency_id=cell.version.dataset.agency_id,
            version=cell.version,
            row=cell.row,
            column=cell.measure.value_column,
            number=f"{Decimal(side.figure.value):f}",
            unit=cell.measure.unit,
            region=side.figure.region[:60],
            code_system=side.figure.code_system,
            period=side.figure.period[:60],
            part=_part(side.breakdown),
            common=str(side.value),
            half=str(side.half),
        )
        for position, (role, side, cell) in enumerate(one.sides)
    ]
    for side in made:
        side.superseded = superseded(conflict, side)
    Side.objects.bulk_create(made, batch_size=200)


def _remember(conflict: Conflict, kind: str, text: str) -> None:
    Word.objects.create(conflict=conflict, kind=kind, at=timezone.now(), text=text)
