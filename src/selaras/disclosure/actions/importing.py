"""A publication list by file: kept while a person looks at how it was read, then taken in row by row."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.disclosure import rules
from selaras.disclosure.actions.keeping_uploads import keep_upload, read_small
from selaras.disclosure.actions.publishing import publish_item
from selaras.disclosure.errors import NotAllowed, NotNow
from selaras.disclosure.imports import KIND, Draft, drafts
from selaras.disclosure.models import PublicBody
from selaras.disclosure.publication import duty_of
from selaras.engines.tabular import CheckResult
from selaras.intake.actions import Letter, already_taken, file_away
from selaras.intake.models import Batch, Upload
from selaras.intake.rows import Incoming, incoming
from selaras.people.models import Account


def keep_list(body: PublicBody, name: str, content: bytes, *, actor: Account) -> Upload:
    """Keep a file until somebody has looked at how it is read. Raises NotAllowed, NotNow, TabularError."""
    _require_desk(body, actor)
    read_list(name, content)
    return keep_upload(KIND, body.code, body.name, name, content, actor=actor)


def read_list(name: str, content: bytes) -> CheckResult:
    """The file as a publication list. Raises NotNow, TabularError."""
    result = read_small(name, content, KIND)
    if not result.read or not {"title", "summary"} & {one.field for one in result.columns}:
        raise NotNow(_("Berkas ini belum berisi daftar. Kolom judul atau ringkasan harus ada dan terisi."))
    return result


def preview(body: PublicBody, upload: Upload) -> tuple[CheckResult, list[Incoming], list[Draft]]:
    """How a kept file is read: its columns, every row, and what would be taken. Changes nothing."""
    result = read_list(upload.name, bytes(upload.content))
    rows = incoming(result)
    return result, rows, list(drafts(body, duty_of(body.kind, timezone.localdate()), rows))


def take_list(body: PublicBody, upload: Upload, *, actor: Account) -> Batch:
    """Put what can be taken on the body's list; the rest stays with its reasons. The same file again changes nothing.

    Raises NotAllowed, NotNow, TabularError.
    """
    _require_desk(body, actor)
    result, rows, taken = preview(body, upload)
    letter = Letter(
        KIND, body.code, upload.sender, upload.name, bytes(upload.content),
        mapping={one.column: one.field for one in result.columns},
    )  # fmt: skip
    with transaction.atomic():
        known = already_taken(letter)
        if known is None:
            for one in taken:
                publish_item(body, one.said, one.template, one.key, actor=actor)
            known, _rows = file_away(letter, rows, actor=actor)
        upload.delete()
    return known


def _require_desk(body: PublicBody, actor: Account) -> None:
    if not rules.works_at(actor, body):
        raise NotAllowed(_("Daftar informasi ini diurus oleh meja layanan %(body)s.") % {"body": body.name})
