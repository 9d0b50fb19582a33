"""A producer's file comes in: kept as it is, whatever it holds, before anybody is told that it arrived."""

from __future__ import annotations

from pathlib import PurePath
from typing import BinaryIO

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.people.models import Account
from selaras.sectoral.actions.guarding import held_dataset, require_producer
from selaras.sectoral.errors import Incomplete
from selaras.sectoral.files import keep
from selaras.sectoral.models import Dataset, Version


def upload_version(dataset: Dataset, name: str, content: BinaryIO, *, actor: Account) -> Version:
    """Keep a file as the dataset's next version; the same bytes again are the version that they were before.

    Bytes that were withdrawn may come anew, as a version of their own. `content` must be seekable. Raises NotAllowed,
    Incomplete.
    """
    require_producer(dataset.agency, actor)
    if not content.seek(0, 2):
        raise Incomplete({"file": _("Berkas ini kosong. Pilih berkas lain.")})
    kept = keep(content)
    with transaction.atomic():
        now = held_dataset(dataset)
        known = now.versions.filter(digest=kept.digest).exclude(state=Version.State.WITHDRAWN).first()
        if known:
            return known
        number = (now.versions.aggregate(last=Max("number"))["last"] or 0) + 1
        made = now.versions.create(
            number=number,
            name=PurePath(name).name[-200:],
            file=kept.name,
            digest=kept.digest,
            size=kept.size,
            received_by=actor,
            received_at=timezone.now(),
        )
        detail = {"version": number, "digest": kept.digest, "name": made.name}
        record("sectoral.version_received", actor=actor, subject=now.code, detail=detail)
        return made
