"""Ending sessions."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from selaras.audit.actions import record
from selaras.people.errors import NotAllowed
from selaras.people.models import Account, Session


def end_all_sessions(account: Account) -> int:
    """For other actions, which say in the log why."""
    return Session.objects.filter(account=account).delete()[0]


@transaction.atomic
def end_session(session: Session, *, actor: Account) -> None:
    """Sign out of another browser of one's own."""
    if session.account_id != actor.pk:
        raise NotAllowed(_("Sesi ini bukan milik Anda."))
    session.delete()
    record("people.session_ended", actor=actor, subject=actor.get_username(), detail={"browser": session.browser})


@transaction.atomic
def end_other_sessions(own_key: str, *, actor: Account) -> int:
    """Sign out everywhere but here; returns how many ended."""
    ended = Session.objects.filter(account=actor).exclude(session_key=own_key).delete()[0]
    record("people.sessions_ended", actor=actor, subject=actor.get_username(), detail={"ended": ended})
    return ended
