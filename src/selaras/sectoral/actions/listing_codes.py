"""The steward imports a list of codes; what of it is no code is kept with its reason."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import PurePath

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.engines.tabular import read_table
from selaras.people.models import Account
from selaras.sectoral.actions.guarding import require_code_keeper
from selaras.sectoral.code_rows import CodeRow, code_rows
from selaras.sectoral.errors import Incomplete
from selaras.sectoral.files import Kept, keep
from selaras.sectoral.models import Code, CodeList

_SYSTEM = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_VERSION = re.compile(r"[\w.-]+")
_AT_ONCE = 2_000


def import_code_list(
    about: str, content: bytes, name: str, valid: tuple[date | None, date | None] = (None, None), *, actor: Account
) -> CodeList:
    """Take a list of codes in. `about` is system@version; `valid`: its first and last day, as far as they are known.

    The same file again is the list that stands; another file under the same system and version replaces it: a list is
    mended, not added to. What was checked against it says by which file. Raises NotAllowed, Incomplete, `TabularError`.
    """
    require_code_keeper(actor)
    system, version = _named(about)
    if valid[0] and valid[1] and valid[1] < valid[0]:
        raise Incomplete({"valid_to": _("Hari terakhirnya sebelum hari pertamanya. Betulkan salah satu.")})
    rows = list(code_rows(read_table(content, name)))
    if all(row.problem for row in rows):
        raise Incomplete({"file": _("Tidak satu pun baris memuat kode yang dapat dipakai. Periksa berkasnya.")})
    return _take(CodeList(system=system, version=version), rows, keep(io.BytesIO(content)), name, valid, actor)


def _named(about: str) -> tuple[str, str]:
    system, _at, version = about.strip().partition("@")
    if not (_SYSTEM.fullmatch(system) and _VERSION.fullmatch(version)) or len(system) > 60 or len(version) > 40:
        raise Incomplete({"about": _("Tulis sistem@versi, misalnya kemendagri@2025 atau bps@2020.")})
    return system, version


@transaction.atomic
def _take(
    made: CodeList,
    rows: list[CodeRow],
    kept: Kept,
    name: str,
    valid: tuple[date | None, date | None],
    actor: Account,
) -> CodeList:
    standing = CodeList.objects.select_for_update().filter(system=made.system, version=made.version).first()
    if standing and (standing.digest, standing.valid_from, standing.valid_to) == (kept.digest, *valid):
        return standing
    found = standing or made
    found.valid_from, found.valid_to = valid
    found.name, found.file, found.digest = PurePath(name).name[-200:], kept.name, kept.digest
    found.imported_by, found.imported_at = actor, timezone.now()
    found.save()
    found.codes.all().delete()
    Code.objects.bulk_create(
        (Code(code_list=found, line=row.line, code=row.code, name=row.name, problem=row.problem) for row in rows),
        batch_size=_AT_ONCE,
    )
    bad = sum(bool(row.problem) for row in rows)
    detail = {"digest": kept.digest, "codes": len(rows) - bad, "kept_back": bad, "replaced": standing is not None}
    record("sectoral.code_list_imported", actor=actor, subject=f"{found.system}@{found.version}", detail=detail)
    return found
