"""Files of an answer: taken in sealed, looked through, and released only as a person decided about what was found."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.disclosure.actions.guarding import held, require_desk, require_reason
from selaras.disclosure.errors import NotNow
from selaras.disclosure.models import Request, WorkingFile
from selaras.engines import redaction
from selaras.people.models import Account
from selaras.people.sealing import seal, unseal

_PURPOSE = "working file"


def add_file(request: Request, name: str, content: bytes, *, actor: Account) -> WorkingFile:
    """Keep a file sealed with what is found in it. The same content twice is one file.

    Raises redaction.RedactionError, NotNow, NotAllowed.
    """
    require_desk(request, actor)
    found = redaction.inspect(name, content)  # before the transaction, for a large file takes a while
    digest = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        case = held(request, Request.State.OPEN, Request.State.ANSWERED)
        if known := case.files.filter(digest=digest).first():
            return known
        made = WorkingFile.objects.create(
            request=case,
            name=PurePath(name).name[-200:],
            sealed=seal(content, _PURPOSE),
            digest=digest,
            findings=[_told(one) for one in found.findings],
            added_at=timezone.now(),
        )
        record("disclosure.file_added", actor=actor, subject=case.number, detail={"file": made.pk, "digest": digest})
        return made


def release_file(file: WorkingFile, keep: Collection[str], reason: str = "", *, actor: Account) -> WorkingFile:
    """Make the copy that goes out: everything found is taken out of it but what the person decided to leave, and why.

    Raises redaction.RedactionError, NotNow, NotAllowed.
    """
    require_desk(file.request, actor)
    known = {one["id"] for one in file.findings}
    kept = sorted(known & set(keep))
    if kept:
        reason = require_reason(reason, _("Tulis mengapa temuan itu boleh tetap ada dalam salinan."))
    content = unseal(bytes(file.sealed), _PURPOSE)
    copy = redaction.release(file.name, content, keep=frozenset(kept))
    with transaction.atomic():
        case = held(file.request, Request.State.OPEN, Request.State.ANSWERED)
        now = WorkingFile.objects.select_for_update().get(pk=file.pk)
        if now.answer_id:
            raise NotNow(_("Berkas ini sudah diserahkan, jadi tidak diganti lagi."))
        now.kept, now.reason, now.released_at = kept, reason, timezone.now()
        now.done = [{"finding": one.finding.id, "sentence": one.sentence} for one in copy.done]
        now.released_digest = hashlib.sha256(copy.content).hexdigest()
        now.released.save(
            f"{now.released_digest}{PurePath(now.name).suffix.lower()}", ContentFile(copy.content), save=False
        )
        now.save()
        detail = {"file": now.pk, "digest": now.released_digest, "kept": kept, "taken_out": len(now.done)}
        record("disclosure.file_released", actor=actor, subject=case.number, detail=detail)
        return now


def original(file: WorkingFile, *, actor: Account) -> bytes:
    """The file as it lies at the body, for its desk alone. Raises NotAllowed."""
    require_desk(file.request, actor)
    record("disclosure.original_opened", actor=actor, subject=file.request.number, detail={"file": file.pk})
    return unseal(bytes(file.sealed), _PURPOSE)


def _told(finding: redaction.Finding) -> dict[str, str]:
    return {
        "id": finding.id,
        "kind": finding.kind.name.lower(),
        "place": finding.place,
        "sentence": finding.sentence,
        "excerpt": finding.excerpt,
        "mending": finding.mending.name.lower(),
    }
