"""Files of an answer: taken in sealed, looked through, and released only as a person decided about what was found."""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.disclosure.actions.guarding import held, require_desk, require_reason
from selaras.disclosure.errors import NotNow
from selaras.disclosure.models import Request, WorkingFile
from selaras.disclosure.models.files import CheckedFile
from selaras.engines import redaction
from selaras.people.models import Account
from selaras.people.sealing import seal, unseal

_PURPOSE = "working file"


def add_file(request: Request, name: str, content: bytes, *, actor: Account) -> WorkingFile:
    """Keep a file sealed with what is found in it. The same content twice is one file.

    Raises redaction.RedactionError, NotNow, NotAllowed.
    """
    require_desk(request, actor)
    looked = looked_through(name, content)  # before the transaction, for a large file takes a while
    with transaction.atomic():
        case = held(request, Request.State.OPEN, Request.State.ANSWERED)
        if known := case.files.filter(digest=looked["digest"]).first():
            return known
        made = WorkingFile.objects.create(request=case, **looked)
        detail = {"file": made.pk, "digest": made.digest}
        record("disclosure.file_added", actor=actor, subject=case.number, detail=detail)
        return made


def release_file(file: WorkingFile, keep: Collection[str], reason: str = "", *, actor: Account) -> WorkingFile:
    """Make the copy that goes out: everything found is taken out of it but what the person decided to leave, and why.

    Raises redaction.RedactionError, NotNow, NotAllowed.
    """
    require_desk(file.request, actor)
    copy = cleaned(file, keep, reason)
    with transaction.atomic():
        case = held(file.request, Request.State.OPEN, Request.State.ANSWERED)
        now = WorkingFile.objects.select_for_update().get(pk=file.pk)
        if now.answer_id:
            raise NotNow(_("Berkas ini sudah diserahkan, jadi tidak diganti lagi."))
        copy.put_into(now)
        detail = {"file": now.pk, "digest": now.released_digest, "kept": now.kept, "taken_out": len(now.done)}
        record("disclosure.file_released", actor=actor, subject=case.number, detail=detail)
        return now


def original(file: WorkingFile, *, actor: Account) -> bytes:
    """The file as it lies at the body, for its desk alone. Raises NotAllowed."""
    require_desk(file.request, actor)
    record("disclosure.original_opened", actor=actor, subject=file.request.number, detail={"file": file.pk})
    return unseal(bytes(file.sealed), _PURPOSE)


def looked_through(name: str, content: bytes) -> dict[str, Any]:
    """The fields of a `CheckedFile` as it comes in. Raises redaction.RedactionError."""
    return {
        **_found_in(name, content),
        "name": PurePath(name).name[-200:],
        "sealed": sealed_file(content),
        "digest": hashlib.sha256(content).hexdigest(),
        "added_at": timezone.now(),
    }


def sealed_file(content: bytes) -> bytes:
    """As a `CheckedFile` keeps it."""
    return seal(content, _PURPOSE)


def look_through(file: WorkingFile) -> None:
    """Note what is found in a file that was only kept so far. Raises redaction.RedactionError."""
    found = _found_in(file.name, unseal(bytes(file.sealed), _PURPOSE))
    WorkingFile.objects.filter(pk=file.pk, looked_at=None).update(**found)


def _found_in(name: str, content: bytes) -> dict[str, Any]:
    found = redaction.inspect(name, content)
    return {
        "findings": [_told(one) for one in found.findings],
        "unread": list(found.unread),
        "looked_at": timezone.now(),
    }


@dataclass(frozen=True)
class Cleaned:
    """A copy that may go out, with what a person decided about each finding."""

    kept: list[str]
    reason: str
    copy: redaction.Released

    def put_into(self, file: CheckedFile) -> None:
        """Keep the copy with its file; call it on a row that is held."""
        file.kept, file.reason, file.released_at = self.kept, self.reason, timezone.now()
        taken_out = (one for one in self.copy.done if one.finding.id not in self.kept)
        file.done = [{"finding": one.finding.id, "sentence": one.sentence} for one in taken_out]
        file.released_digest = hashlib.sha256(self.copy.content).hexdigest()
        name = f"{file.released_digest}{PurePath(file.name).suffix.lower()}"
        file.released.save(name, ContentFile(self.copy.content), save=False)
        file.save()


def cleaned(file: CheckedFile, keep: Collection[str], reason: str) -> Cleaned:
    """The copy without what was found, but for what is kept and why. Raises redaction.RedactionError, NotNow."""
    if file.looked_at is None:
        raise NotNow(_("Berkas ini belum diperiksa."))
    kept = sorted({one["id"] for one in file.findings} & set(keep))
    if kept:
        reason = require_reason(reason, _("Tulis mengapa temuan itu boleh tetap ada dalam salinan."))
    content = unseal(bytes(file.sealed), _PURPOSE)
    return Cleaned(kept, reason, redaction.release(file.name, content, keep=frozenset(kept)))


def _told(finding: redaction.Finding) -> dict[str, str]:
    return {
        "id": finding.id,
        "kind": finding.kind.name.lower(),
        "place": finding.place,
        "sentence": finding.sentence,
        "excerpt": finding.excerpt,
        "mending": finding.mending.name.lower(),
    }
