"""The desks of the whole network by file: kept while a person looks at how it was read, then taken row by row."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from selaras.disclosure import rules
from selaras.disclosure.actions.appointing import appoint_officer
from selaras.disclosure.actions.keeping_uploads import keep_upload, read_small
from selaras.disclosure.actions.networking import describe_desk
from selaras.disclosure.desk_file import KIND, DeskRow, desk_rows
from selaras.disclosure.errors import Incomplete, NotAllowed, NotNow
from selaras.engines.tabular import CheckResult
from selaras.intake.actions import Letter, already_taken, file_away
from selaras.intake.models import Batch, Upload
from selaras.intake.rows import Incoming, incoming
from selaras.people.models import Account

SCOPE = "network"
MOST_ROWS = 1000


def keep_desks(name: str, content: bytes, *, actor: Account) -> Upload:
    """Keep a file until somebody has looked at how it is read. Raises NotAllowed, NotNow, TabularError."""
    _require_keeper(actor)
    read_desks(name, content)
    return keep_upload(KIND, SCOPE, _sender(actor), name, content, actor=actor)


def read_desks(name: str, content: bytes) -> CheckResult:
    """The file as a table of desks. Raises NotNow, TabularError."""
    result = read_small(name, content, KIND, MOST_ROWS)
    if not result.read or not {"code", "name"} & {one.field for one in result.columns}:
        raise NotNow(_("Berkas ini belum berisi meja layanan. Kolom kode atau nama badan harus ada dan terisi."))
    return result


def preview_desks(name: str, content: bytes) -> tuple[CheckResult, list[Incoming], list[DeskRow]]:
    """How a file is read: its columns, every row, and what would be taken. Changes nothing."""
    result = read_desks(name, content)
    rows = incoming(result)
    return result, rows, list(desk_rows(rows))


def take_desks(name: str, content: bytes, *, actor: Account) -> Batch:
    """Describe every desk that the file tells of, and appoint its officers; the rest stays with its reasons.

    The same file again changes nothing, and an empty cell empties nothing. Raises NotAllowed, NotNow, TabularError.
    """
    _require_keeper(actor)
    result, rows, taken = preview_desks(name, content)
    mapping = {one.column: one.field for one in result.columns}
    letter = Letter(KIND, SCOPE, _sender(actor), name[-255:], content, mapping=mapping)
    with transaction.atomic():
        known = already_taken(letter)
        if known is None:
            for one in taken:
                _take(one, actor)
            known, _rows = file_away(letter, rows, actor=actor)
    return known


@transaction.atomic
def take_kept_desks(upload: Upload, *, actor: Account) -> Batch:
    """`take_desks` of a kept file, which is forgotten then."""
    batch = take_desks(upload.name, bytes(upload.content), actor=actor)
    upload.delete()
    return batch


def _take(one: DeskRow, actor: Account) -> None:
    """All of a row or nothing."""
    try:
        with transaction.atomic():
            describe_desk(one.body, one.told, actor=actor)
            for officer in one.officers:
                appoint_officer(one.body, officer, actor=actor)
    except Incomplete as wrong:
        one.row.keep(str(wrong))


def _sender(actor: Account) -> str:
    return actor.get_username()[:150]


def _require_keeper(actor: Account) -> None:
    if not rules.keeps_network(actor):
        raise NotAllowed(_("Data semua meja diisi dari berkas oleh PPID Utama."))
