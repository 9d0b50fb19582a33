"""The secretary's notes of an item."""

from __future__ import annotations

import hashlib

from django.db import transaction
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.forum import rules
from selaras.forum.errors import NotAllowed, NoteChanged
from selaras.forum.guards import require_open
from selaras.forum.models import AgendaItem, Note
from selaras.people.models import Account


@transaction.atomic
def keep_note(item: AgendaItem, text: str, edition: int, *, actor: Account) -> Note:
    """Keep the notes of an item. `edition` is the one that the text was written over.

    The same text sent again changes nothing. Raises NoteChanged where somebody else saved another text meanwhile.
    """
    if not rules.runs_forum(actor):
        raise NotAllowed(_("Hanya sekretariat forum yang mencatat sidang."))
    require_open(item.forum)
    note, _made = Note.objects.select_for_update().get_or_create(item=item)
    if note.text == text:
        return note
    if note.edition != edition:
        told = _("Catatan ini diubah orang lain sementara Anda menulis. Gabungkan keduanya, lalu simpan.")
        raise NoteChanged(told, note.edition, note.text)
    note.text, note.edition, note.saved_by = text, note.edition + 1, actor
    note.save()
    detail = {"item": item.pk, "edition": note.edition, "digest": hashlib.sha256(text.encode()).hexdigest()}
    record("forum.note_kept", actor=actor, subject=item.forum.slug, detail=detail)
    return note
