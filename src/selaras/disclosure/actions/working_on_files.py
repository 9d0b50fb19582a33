"""Files of a case are looked through and released at once where that is quick, else in the background."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from datetime import timedelta
from pathlib import PurePath

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.background import start_after_commit
from selaras.disclosure.actions.guarding import held, require_desk, require_reason
from selaras.disclosure.actions.releasing import add_file, look_through, release_file, sealed_file
from selaras.disclosure.errors import DisclosureError, NotNow
from selaras.disclosure.models import FileWork, Request, WorkingFile
from selaras.engines.redaction import RedactionError
from selaras.people.errors import PeopleError
from selaras.people.models import Account

# Bytes. To look through and to release a page of text or a hundred rows, 3 kB, take about 0.1 s together: more than
# this could take over two seconds, and nobody should watch a page load.
AT_ONCE = 64 * 1024
_STALE = timedelta(minutes=10)  # far longer than the largest file takes: the process that worked on it is gone
Kind, State = FileWork.Kind, FileWork.State


def take_file_in(request: Request, name: str, content: bytes, *, actor: Account) -> WorkingFile:
    """Keep a file sealed and have it looked through; the same content twice is one file.

    Raises NotNow, NotAllowed, and RedactionError of a small file: that of a large one is told by its work.
    """
    if len(content) <= AT_ONCE:
        return add_file(request, name, content, actor=actor)
    require_desk(request, actor)
    digest, told = hashlib.sha256(content).hexdigest(), PurePath(name).name[-200:]
    with transaction.atomic():
        case = held(request, Request.State.OPEN, Request.State.ANSWERED)
        if known := case.files.filter(digest=digest).first():
            return known
        made = case.files.create(name=told, sealed=sealed_file(content), digest=digest, added_at=timezone.now())
        detail = {"file": made.pk, "digest": digest}
        record("disclosure.file_added", actor=actor, subject=case.number, detail=detail)
        _queue(made, Kind.LOOK, actor)
        return made


def look_again(file: WorkingFile, *, actor: Account) -> FileWork:
    """Have a file looked through once more where that broke off. Raises NotNow, NotAllowed."""
    require_desk(file.request, actor)
    with transaction.atomic():
        held(file.request, Request.State.OPEN, Request.State.ANSWERED)
        now = _at_rest(file)
        if now.looked_at:
            raise NotNow(_("Berkas ini sudah diperiksa."))
        return _queue(now, Kind.LOOK, actor)


def have_released(file: WorkingFile, keep: Collection[str], reason: str = "", *, actor: Account) -> WorkingFile:
    """Release a file as `releasing.release_file` does; a large one in the background, and until then it is not ready.

    Raises NotNow, NotAllowed, and RedactionError of a small file.
    """
    require_desk(file.request, actor)
    if len(file.sealed) <= AT_ONCE:
        return release_file(file, keep, reason, actor=actor)
    with transaction.atomic():
        case = held(file.request, Request.State.OPEN, Request.State.ANSWERED)
        now = _at_rest(file)
        if now.answer_id:
            raise NotNow(_("Berkas ini sudah diserahkan, jadi tidak diganti lagi."))
        if now.looked_at is None:
            raise NotNow(_("Berkas ini belum diperiksa."))
        kept = sorted({one["id"] for one in now.findings} & set(keep))
        why = require_reason(reason, _("Tulis mengapa temuan itu boleh tetap ada dalam salinan.")) if kept else ""
        now.released_at = None  # what is decided anew does not go out as it was decided before
        now.save(update_fields=["released_at"])
        _queue(now, Kind.RELEASE, actor, keep=kept, reason=why)
        detail = {"file": now.pk, "kept": kept}
        record("disclosure.file_release_asked", actor=actor, subject=case.number, detail=detail)
        return now


def _at_rest(file: WorkingFile) -> WorkingFile:
    now = WorkingFile.objects.select_for_update().get(pk=file.pk)
    if open_work(now):
        raise NotNow(_("Berkas ini sedang dikerjakan. Tunggu sampai selesai."))
    return now


def open_work(file: WorkingFile) -> FileWork | None:
    """The work under way; what has not moved for long is given up, so that it stops nobody."""
    active = FileWork.objects.filter(file=file, state__in=FileWork.OPEN)
    gone = _("Pekerjaan ini terhenti. Mulai lagi.")
    active.filter(state=State.RUNNING, moved_at__lt=timezone.now() - _STALE).update(state=State.FAILED, words=gone)
    return active.first()


def _queue(file: WorkingFile, kind: str, actor: Account, **told: object) -> FileWork:
    from selaras.disclosure.tasks import work_on_file_in_background  # the task names this module

    now = timezone.now()
    made = FileWork.objects.create(file=file, kind=kind, asked_by=actor, asked_at=now, moved_at=now, **told)
    work_on_file_in_background.enqueue(made.pk)
    start_after_commit()
    return made


def work_on_file(key: int) -> None:
    """Do what was queued. What a desk can mend is told on the file's page; anything else is an error of the program."""
    work = FileWork.objects.select_related("file__request__body", "asked_by").get(pk=key)
    if not work.is_open:  # given up meanwhile
        return
    _move(work, State.RUNNING)
    try:
        if work.kind == Kind.LOOK:
            look_through(work.file)
        else:
            release_file(work.file, work.keep, work.reason, actor=work.asked_by)
    except (DisclosureError, RedactionError, PeopleError) as wrong:
        _move(work, State.FAILED, str(wrong)[:1000])
    except Exception:
        _move(work, State.FAILED, _("Program gagal mengerjakan berkas ini. Beri tahu administrator."))
        raise
    else:
        _move(work, State.DONE)


def _move(work: FileWork, state: str, words: str = "") -> None:
    work.state, work.words, work.moved_at = state, words, timezone.now()
    work.save(update_fields=["state", "words", "moved_at"])
