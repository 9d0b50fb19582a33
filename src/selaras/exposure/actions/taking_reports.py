"""The report of a scanner comes in: kept whole, read, and carried into the register of findings."""

from __future__ import annotations

from pathlib import PurePath
from typing import BinaryIO, cast

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.background import start_after_commit
from selaras.engines.findings import FindingsError, read_report
from selaras.engines.findings import Report as Read
from selaras.engines.findings.source import MOST_BYTES
from selaras.exposure import rules
from selaras.exposure.actions.guarding import require_keeper
from selaras.exposure.actions.merging_reports import carry_over
from selaras.exposure.actions.taking_lists import LISTS, take_list
from selaras.exposure.errors import NotAllowed, NotNow
from selaras.exposure.models import Report
from selaras.government.models import Agency
from selaras.intake.files import keep
from selaras.people.models import Account

AT_ONCE = 2 * 1024 * 1024
State = Report.State


def take_report(name: str, content: BinaryIO, agency: Agency | None, *, actor: Account) -> Report:
    """Into the register of the agency; without one, into that of the whole region.

    A report above `AT_ONCE` bytes is read in the background. The same bytes again are the report that they were; one
    that waited so long that its process must be gone is queued anew.
    `content` must be seekable. Raises NotAllowed, and NotNow with the engine's sentence for what is no report.
    """
    _require_sender(agency, actor)
    size = content.seek(0, 2)
    if size > MOST_BYTES:
        most = MOST_BYTES // 1024**2
        raise NotNow(_("Laporan ini lebih dari %(most)s MB. Pecah pemindaiannya, lalu kirim lagi.") % {"most": most})
    read = _read(content, name) if size <= AT_ONCE else None
    kept = keep("exposure", content)
    with transaction.atomic():
        found = Report.objects.filter(agency=agency, digest=kept.digest).exclude(state=State.REFUSED).first()
        if found and found.is_stuck:
            found.sent_at = timezone.now()
            found.save(update_fields=["sent_at"])
            _queue(found)
        if found:
            return found
        report = Report.objects.create(
            agency=agency,
            name=PurePath(name).name[-200:],
            file=kept.name,
            digest=kept.digest,
            size=kept.size,
            sent_by=actor,
            sent_at=timezone.now(),
        )
        record("exposure.report_taken", actor=actor, subject=report.key, detail={"digest": kept.digest})
        if read:
            _carried(report, read)
        else:
            _queue(report)
    return report


def _queue(report: Report) -> None:
    from selaras.exposure.tasks import read_in_background  # the task names this module

    read_in_background.enqueue(report.pk)
    start_after_commit()


def run_report(pk: int) -> None:
    """Read what was queued; begun again after its process was killed, it comes to the same register.

    What the sender cannot mend is an error of the program; the report is refused, so that it can be sent again.
    """
    report = Report.objects.select_related("sent_by", "agency").get(pk=pk)
    if report.state != State.WAITING:  # another process did it meanwhile
        return
    try:
        with report.file.open("rb") as content:
            read = _read(cast("BinaryIO", content), report.name)
        with transaction.atomic():
            _carried(report, read)
    except (NotNow, NotAllowed) as refused:
        _refuse(report, str(refused)[:1000])
    except Exception:
        _refuse(report, _("Program gagal membaca laporan ini. Beri tahu administrator, lalu kirim lagi."))
        raise


def _refuse(report: Report, words: str) -> None:
    report.state, report.words = State.REFUSED, words
    report.save(update_fields=["state", "words"])


def _require_sender(agency: Agency | None, actor: Account) -> None:
    if agency:
        require_keeper(agency, actor)
    elif not rules.is_region_officer(actor):
        raise NotAllowed(_("Pilih perangkat daerah Anda; laporan seluruh daerah dikirim petugas keamanan daerah."))


def _read(content: BinaryIO, name: str) -> Read:
    try:
        return read_report(content, name)
    except FindingsError as refused:
        raise NotNow(str(refused)) from refused


def _carried(report: Report, read: Read) -> None:
    """What was read, in the register. Call inside a transaction."""
    now = Report.objects.select_for_update(of=("self",)).get(pk=report.pk)
    if now.state != State.WAITING:
        return
    report.format, report.tool = read.format[:40], " ".join(filter(None, (read.tool, read.version)))[:300]
    report.scanned_at, report.state = read.scanned_at[:60], State.READ
    if read.format in LISTS:
        take_list(report, read)
    else:
        carry_over(report, read)
    report.save()
