"""Files of a publication list: looked through like those of an answer, and given to everybody once a person decided."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.disclosure import rules
from selaras.disclosure.actions.publishing import held_item, put_file
from selaras.disclosure.actions.releasing import cleaned, looked_through
from selaras.disclosure.errors import NotAllowed, NotNow
from selaras.disclosure.models import Item, ItemFile
from selaras.people.models import Account


def attach_file(item: Item, name: str, content: bytes, *, actor: Account) -> ItemFile:
    """Take a file in, sealed, with what is found in it; one in which nothing is found goes out at once.

    The same content twice is one file. Raises redaction.RedactionError, NotAllowed.
    """
    if not rules.works_at(actor, item.body):  # before a large file is looked through
        raise NotAllowed(_("Daftar informasi ini diurus oleh meja layanan %(body)s.") % {"body": item.body.name})
    looked = looked_through(name, content)
    with transaction.atomic():
        held = held_item(item, actor)
        file, fresh = held.files.get_or_create(digest=looked.pop("digest"), defaults=looked)
        if file.dropped_at:
            file.dropped_at = None
            file.save(update_fields=["dropped_at"])
        if fresh:
            detail = {"item": held.pk, "file": file.pk, "digest": file.digest}
            record("disclosure.item_file_added", actor=actor, subject=held.body.code, detail=detail)
        if file.released_at and held.file_id != file.pk:
            put_file(held, file.pk, actor)
    if not file.released_at and not file.findings and not file.unread:
        return release_item_file(file, (), actor=actor)
    return file


def release_item_file(file: ItemFile, keep: Collection[str], reason: str = "", *, actor: Account) -> ItemFile:
    """Give everybody the copy without what was found, but for what the person decided to leave, and why.

    Raises redaction.RedactionError, NotNow, NotAllowed.
    """
    if not rules.works_at(actor, file.item.body):
        raise NotAllowed(_("Berkas ini diurus oleh meja layanan %(body)s.") % {"body": file.item.body.name})
    copy = cleaned(file, keep, reason)
    with transaction.atomic():
        held = held_item(file.item, actor)
        now = ItemFile.objects.select_for_update().get(pk=file.pk)
        if now.released_at:
            return now
        if now.dropped_at:
            raise NotNow(_("Berkas ini sudah dibuang. Kirim lagi bila tetap diperlukan."))
        copy.put_into(now)
        detail = {"item": held.pk, "file": now.pk, "kept": now.kept, "taken_out": len(now.done)}
        record("disclosure.item_file_released", actor=actor, subject=held.body.code, detail=detail)
        put_file(held, now.pk, actor)
        return now


@transaction.atomic
def drop_item_file(file: ItemFile, *, actor: Account) -> ItemFile:
    """Not publish it after all. Raises NotAllowed, NotNow."""
    held = held_item(file.item, actor)
    now = ItemFile.objects.select_for_update().get(pk=file.pk)
    if now.released_at:
        raise NotNow(_("Berkas ini sudah terbit. Ganti dengan berkas lain, atau tarik informasinya."))
    if not now.dropped_at:
        now.dropped_at = timezone.now()
        now.save(update_fields=["dropped_at"])
        detail = {"item": held.pk, "file": now.pk}
        record("disclosure.item_file_dropped", actor=actor, subject=held.body.code, detail=detail)
    return now
