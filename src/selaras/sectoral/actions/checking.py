"""A version is checked in the background, step by step told; killed, it is begun again and ends the same."""

from __future__ import annotations

import io
import tempfile
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path
from typing import IO, BinaryIO, cast

import polars as pl
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.background import start_after_commit
from selaras.engines.conflicts import Differences, differences, measures_of
from selaras.engines.tabular import TabularError, read_table
from selaras.engines.tabular.standard import annotated_file, read_standard
from selaras.people.models import Account
from selaras.sectoral.actions.guarding import held, require_producer
from selaras.sectoral.actions.looking import look_after
from selaras.sectoral.code_lists import code_lists_for
from selaras.sectoral.errors import NotNow, SectoralError
from selaras.sectoral.examining import Examined, examine, references_of, table_of
from selaras.sectoral.files import Kept, keep
from selaras.sectoral.models import Change, Check, Quality, Version
from selaras.sectoral.queries import latest_release, standard_in_force

State = Check.State
MOST_ANNOTATED = 100_000  # rows of a copy with remarks, about fifteen seconds of work
STALE = timedelta(minutes=10)  # far longer than any block takes: the process that worked on it is gone


@transaction.atomic
def check_version(version: Version, *, actor: Account) -> Check:
    """Queue the check of a version against the standard in force; the one under way already where one is.

    One whose process is gone is queued again. Raises NotAllowed, NotNow.
    """
    require_producer(version.dataset.agency, actor)
    now = held(version, Version.State.RECEIVED, Version.State.CHECKED)
    standard = standard_in_force(now.dataset)
    if standard is None:
        raise NotNow(_("Data ini belum punya standar. Susun standarnya dahulu, lalu periksa lagi."))
    standing = now.checks.filter(state__in=Check.OPEN).first()
    if standing is None:
        asked_at = timezone.now()
        made = now.checks.create(standard=standard, asked_by=actor, asked_at=asked_at, moved_at=asked_at)
        return _queue(made, "sectoral.check_asked", actor)
    if standing.state == State.RUNNING and standing.moved_at < timezone.now() - STALE:
        standing.state, standing.moved_at = State.WAITING, timezone.now()
        standing.save(update_fields=["state", "moved_at"])
        return _queue(standing, "sectoral.check_resumed", actor)
    return standing


def _queue(check: Check, action: str, actor: Account) -> Check:
    from selaras.sectoral.tasks import check_in_background  # the task names this module

    check_in_background.enqueue(check.pk)
    start_after_commit()
    detail = {"version": check.version.number, "standard": check.standard.number}
    record(action, actor=actor, subject=check.version.dataset.code, detail=detail)
    return check


def run_check(key: int) -> None:
    """Do what was queued. What a producer can mend is told on the page; anything else is an error of the program."""
    check = Check.objects.select_related("version__dataset", "standard", "asked_by").get(pk=key)
    if not check.is_open:  # another process did it meanwhile
        return
    _move(check, state=State.RUNNING, attempts=check.attempts + 1, rows_seen=0)
    try:
        _finish(check, _found(check))
    except (TabularError, SectoralError) as wrong:
        _move(check, state=State.FAILED, words=str(wrong)[:1000])
    except Exception:
        _move(check, state=State.FAILED, words=_("Program gagal memeriksa berkas ini. Beri tahu administrator."))
        raise


@dataclass(frozen=True)
class _Found:
    examined: Examined
    faults: Kept
    annotated: Kept | None
    table: Kept | None
    base: Version | None
    differences: Differences | None


def _found(check: Check) -> _Found:
    version, package = check.version, check.standard.package
    with tempfile.TemporaryDirectory() as place, version.file.open("rb") as stream:
        examined = examine(
            package,
            cast(BinaryIO, stream),
            version,
            references_of(package),
            code_lists_for(read_standard(package), timezone.localdate()),
            Path(place),
            lambda rows: _move(check, rows_seen=rows),
        )
        faults, annotated = _kept(examined.faults), _annotated(examined, stream)
        base = latest_release(version.dataset)
        if examined.table is None:
            return _Found(examined, faults, annotated, None, base, None)
        new = pl.read_parquet(examined.table)
        old = table_of(base) if base else new.clear()
        told = differences(old, new, examined.report.standard.primary_key)
        return _Found(examined, faults, annotated, _kept(examined.table), base, told)


def _annotated(examined: Examined, stream: IO[bytes]) -> Kept | None:
    """The sender's rows with remarks, where there is any; nothing of a file that is larger than a person mends."""
    report = examined.report
    if report.rows > MOST_ANNOTATED or not (report.faults.height or report.header_faults):
        return None
    stream.seek(0)
    content, source = stream.read(), examined.laid_out.table_source
    return keep(io.BytesIO(annotated_file(content, source.table if source else read_table(content), report)), ".xlsx")


def _kept(path: Path) -> Kept:
    with path.open("rb") as file:
        return keep(file, ".parquet")


@transaction.atomic
def _finish(check: Check, found: _Found) -> None:
    """Write down all that was found, and let the version count as checked; or nothing, where another was faster."""
    version = held(check.version, Version.State.RECEIVED, Version.State.CHECKED)
    now = Check.objects.select_for_update().get(pk=check.pk)
    if not now.is_open:
        return
    report = found.examined.report
    now.rows, now.errors, now.summary = report.rows, report.errors, found.examined.summary
    now.warnings = report.faults.height + len(report.header_faults) - report.errors
    now.faults, now.state, now.moved_at = found.faults.name, State.DONE, timezone.now()
    now.annotated = found.annotated.name if found.annotated else ""
    if found.table and found.differences:
        now.table, now.table_digest = found.table.name, found.table.digest
        now.summary["bytes"] = found.table.size
        Change.objects.create(check_made=now, base=found.base, **asdict(found.differences))
    now.save()
    Quality.objects.bulk_create(
        Quality(check_made=now, dimension=one.name, good=one.good, of=one.of, method=one.method)
        for one in measures_of(report)
    )
    version.check_in_force, version.state = now, Version.State.CHECKED
    version.save(update_fields=["check_in_force", "state"])
    detail = {
        "version": version.number,
        "standard": check.standard.number,
        "rows": now.rows,
        "errors": now.errors,
        "warnings": now.warnings,
        "table": now.table_digest,
    }
    record("sectoral.version_checked", actor=check.asked_by, subject=version.dataset.code, detail=detail)
    look_after(version.dataset, actor=check.asked_by)


def _move(check: Check, **to: object) -> None:
    """Only where it is still open: a process that was given up for dead must not undo what another completed."""
    Check.objects.filter(pk=check.pk, state__in=Check.OPEN).update(**to, moved_at=timezone.now())
