"""The inventory by file: what fits is registered and connected, the rest stays with its reasons."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from selaras.engines.tabular import CheckedRow, CheckResult, annotated_copy
from selaras.engines.tabular.marks import Mark
from selaras.exposure import rules
from selaras.exposure.actions.connecting import Joined, connect
from selaras.exposure.actions.merging_reports import match_again
from selaras.exposure.actions.registering import change_system, register_system
from selaras.exposure.errors import ExposureError, Incomplete, NotAllowed, NotNow
from selaras.exposure.imports import SYSTEMS, Named, Owners, incoming, read_inventory, said_in
from selaras.exposure.models import System
from selaras.exposure.queries import file_scope
from selaras.intake.actions import Letter, already_taken, file_away
from selaras.intake.models import Batch, Row
from selaras.intake.rows import Incoming
from selaras.people.models import Account

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 5_000


def take_inventory(name: str, content: bytes, *, actor: Account) -> Batch:
    """Register and connect what a workbook tells; systems first, whichever sheet they stand on.

    The same bytes from the same person change nothing, and an empty cell empties nothing. Raises NotAllowed, NotNow,
    TabularError.
    """
    if not rules.keeps_inventory(actor):
        raise NotAllowed(_("Daftar sistem diisi oleh petugas keamanan."))
    if len(content) > MOST_BYTES:
        raise NotNow(_("Berkas ini lebih dari 5 MB. Pecah menjadi beberapa berkas, lalu kirim satu per satu."))
    result = read_inventory(content, name)
    if not result.read or result.missing:
        raise NotNow(_("Berkas ini belum berisi sistem. Kolom nama aplikasi dan fungsi harus ada; pakai contohnya."))
    if result.read > MOST_ROWS:
        raise NotNow(_("Berkas ini lebih dari 5.000 baris. Pecah menjadi beberapa berkas, lalu kirim lagi."))
    mapping = {one.column: one.field for sheet in result.sheets for one in sheet.mapping.columns}
    letter = Letter(SYSTEMS, file_scope(actor), actor.get_username()[:150], name[-255:], content, mapping=mapping)
    with transaction.atomic():
        if known := already_taken(letter):
            return known
        rows = list(incoming(result))
        owners = Owners(actor)
        taken = [_take_system(row, owners, actor) for joins, row in rows if not joins]
        match_again([system for system in taken if system])
        named = Named(actor)
        for _joins, row in (pair for pair in rows if pair[0]):
            _take_connection(row, named, actor)
        batch, _rows = file_away(letter, [row for _joins, row in rows], actor=actor)
    return batch


def _take_system(row: Incoming, owners: Owners, actor: Account) -> System | None:
    """All of a row or nothing; its system, to be matched."""
    if row.kept or (agency := owners.of(row)) is None:
        return None
    known = System.objects.select_related("agency", "host").filter(agency=agency, name__iexact=row.line("name")).first()
    try:
        with transaction.atomic():
            said = said_in(row, known)
            if known:
                return change_system(known, said, actor=actor, matched=False)
            return register_system(agency, said, actor=actor, matched=False)
    except Incomplete as wrong:
        row.keep(str(wrong))
    return None


def _take_connection(row: Incoming, named: Named, actor: Account) -> None:
    if row.kept:
        return
    source, target = named.of(row, "source"), named.of(row, "target")
    if source is None or target is None:
        return
    said = Joined(row.text("kind"), bool(row.values.get("protected")), row.line("note"))
    try:
        with transaction.atomic():
            connect(source, target, said, actor=actor)
    except ExposureError as wrong:
        row.keep(str(wrong))


def annotated_inventory(batch: Batch) -> bytes:
    """The file as it came, with what became of each row written beside it, for its sender."""
    result: CheckResult = read_inventory(bytes(batch.content), batch.name)
    fates = {(row.sheet, row.number): row for row in batch.rows.all()}
    sheets = tuple(
        replace(sheet, rows=tuple(_with_fate(row, fates.get((row.sheet, row.number))) for row in sheet.rows))
        for sheet in result.sheets
    )
    return annotated_copy(bytes(batch.content), replace(result, sheets=sheets))


def _with_fate(row: CheckedRow, fate: Row | None) -> CheckedRow:
    if fate is None:
        return row
    more = [Mark(-1, sentence, True) for sentence in fate.reasons if sentence not in row.reasons]
    more += [Mark(-1, sentence, False) for sentence in fate.notes if sentence not in row.notes]
    return replace(row, outcome="kept" if fate.outcome == Row.Outcome.KEPT else "taken", marks=(*row.marks, *more))
