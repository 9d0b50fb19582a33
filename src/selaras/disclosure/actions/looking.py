"""Looking at who asks: allowed to the desk alone, and each look at an identity paper is logged."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.disclosure.actions.guarding import require_desk
from selaras.disclosure.errors import NotNow
from selaras.disclosure.models import IdentityDocument
from selaras.disclosure.papers import opened
from selaras.people.models import Account


@transaction.atomic
def look_at(document: IdentityDocument, *, actor: Account) -> bytes:
    """The paper itself. Raises NotAllowed, NotNow where it was erased."""
    require_desk(document.request, actor)
    if document.sealed is None:
        raise NotNow(_("Berkas identitas ini sudah dihapus."))
    detail = {"document": document.pk, "kind": document.kind}
    record("disclosure.identity_seen", actor=actor, subject=document.request.number, detail=detail)
    return opened(document)
