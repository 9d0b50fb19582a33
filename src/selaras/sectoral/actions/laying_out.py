"""A producer says how a file is laid out: which sheet and line, and which column is which field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.engines.tabular.standard import read_standard
from selaras.people.models import Account
from selaras.sectoral.actions.checking import check_version
from selaras.sectoral.actions.guarding import held, require_producer
from selaras.sectoral.errors import Incomplete, NotNow
from selaras.sectoral.models import Check, Layout, Version
from selaras.sectoral.queries import standard_in_force

_STATES = (Version.State.RECEIVED, Version.State.CHECKED)


@transaction.atomic
def map_columns(version: Version, columns: Mapping[str, str], *, actor: Account) -> Check:
    """Say which column is which field (``""``: set aside), remember it for the dataset's next files, and check again.

    Raises NotAllowed, NotNow, Incomplete with the column's name as its key.
    """
    require_producer(version.dataset.agency, actor)
    now = held(version, *_STATES)
    seen = _seen(now)
    said = {column: field for column, field in columns.items() if column in seen["header"]}
    _require_fields(now, said)
    layout, _made = Layout.objects.update_or_create(
        dataset=now.dataset,
        signature=seen["signature"],
        defaults={
            "columns": said,
            "sheet": now.sheet,
            "header_row": now.header_row,
            "decided_by": actor,
            "decided_at": timezone.now(),
        },
    )
    detail = {"version": now.number, "signature": layout.signature, "columns": said}
    record("sectoral.columns_mapped", actor=actor, subject=now.dataset.code, detail=detail)
    return check_version(now, actor=actor)


@transaction.atomic
def place_table(version: Version, sheet: str, header_row: int, *, actor: Account) -> Check:
    """Say on which sheet (``""``: as the reader finds it) and line (0: likewise) the table stands, and check again.

    Raises NotAllowed, NotNow, Incomplete.
    """
    require_producer(version.dataset.agency, actor)
    now = held(version, *_STATES)
    known = [one["name"] for one in _seen(now)["sheets"]]
    if sheet and sheet not in known:
        raise Incomplete({"sheet": _("Pilih salah satu lembar: %(names)s.") % {"names": ", ".join(known)}})
    if not 0 <= header_row <= 1_048_576:
        raise Incomplete({"header_row": _("Tulis nomor baris yang memuat nama kolom, misalnya 5.")})
    now.sheet, now.header_row = sheet, header_row
    now.save(update_fields=["sheet", "header_row"])
    detail = {"version": now.number, "sheet": sheet, "header_row": header_row}
    record("sectoral.table_placed", actor=actor, subject=now.dataset.code, detail=detail)
    return check_version(now, actor=actor)


def _seen(version: Version) -> dict[str, Any]:
    """What the last check saw of the file. Raises NotNow where it has not been looked at yet, or is being looked at."""
    last = version.checks.filter(state=Check.State.DONE).first()
    if last is None or version.checks.filter(state__in=Check.OPEN).exists():
        raise NotNow(_("Berkas ini masih dibaca. Tunggu sebentar, lalu muat ulang halaman."))
    return dict(last.summary)


def _require_fields(version: Version, said: Mapping[str, str]) -> None:
    standard = standard_in_force(version.dataset)
    if standard is None:
        raise NotNow(_("Data ini belum punya standar. Susun standarnya dahulu, lalu periksa lagi."))
    names = {one.name: one.label for one in read_standard(standard.package).fields}
    wrong: dict[str, str] = {}
    taken: dict[str, str] = {}
    for column, field in said.items():
        if field and field not in names:
            wrong[column] = _("Pilih kolom standar dari daftar.")
        elif field in taken:
            told = {"field": names[field], "other": taken[field]}
            wrong[column] = _("%(field)s sudah dipilih untuk kolom %(other)s. Pilih yang lain.") % told
        elif field:
            taken[field] = column
    if wrong:
        raise Incomplete(wrong)
