"""Attending: personal links, checking in by them or at the desk, who came without an invitation."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime, time, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import Actor, record
from selaras.forum import rules
from selaras.forum.errors import NotAllowed, NotReady
from selaras.forum.guards import require_open
from selaras.forum.hall.attendance import digest_of
from selaras.forum.models import Forum, Participant
from selaras.people.models import Account

Way = Participant.Way


@transaction.atomic
def give_links(forum: Forum, participants: Iterable[Participant], *, actor: Account) -> dict[int, str]:
    """A new personal link for each: key of the participant to token, told once and kept nowhere.

    A link before it opens no more, nor does a browser that it was opened in.
    """
    _may(actor)
    require_open(forum)
    chosen = [one for one in participants if one.forum_id == forum.pk]
    tokens = {one.pk: secrets.token_urlsafe(24) for one in chosen}
    for one in chosen:
        one.token_digest, one.link_ends_at = digest_of(tokens[one.pk]), _end(forum)
    Participant.objects.bulk_update(chosen, ["token_digest", "link_ends_at"], batch_size=200)
    _log("links_given", forum, actor, participants=[one.number for one in chosen])
    return tokens


def _end(forum: Forum) -> datetime:
    """The last moment of a link: the end of the day of the forum, and some days more where it sits longer."""
    last = max(forum.held_on, timezone.localdate()) + timedelta(days=settings.LINK_DAYS)
    return timezone.make_aware(datetime.combine(last, time.max))


@transaction.atomic
def open_check_in(forum: Forum, is_open: bool, *, actor: Account) -> None:
    """Let participants check in on their own phones, or no more."""
    _may(actor)
    require_open(forum)
    Forum.objects.filter(pk=forum.pk).update(check_in_open=is_open)
    _log("check_in_opened" if is_open else "check_in_closed", forum, actor)


@transaction.atomic
def check_in(participant: Participant, *, actor: Account) -> None:
    """At the desk. Who is here already stays as they are."""
    _may(actor)
    _arrive(participant, Way.DESK, actor)


@transaction.atomic
def check_in_oneself(*, actor: Participant) -> None:
    """By the personal link, while the desk lets it be done so."""
    if not Forum.objects.filter(pk=actor.forum_id, check_in_open=True).exists():
        raise NotReady(
            _("Daftar hadir lewat telepon belum dibuka. Tunggu sekretaris, atau lapor ke meja daftar hadir.")
        )
    _arrive(actor, Way.LINK, actor)


def _arrive(participant: Participant, way: str, actor: Actor) -> None:
    require_open(participant.forum)
    now = timezone.now()
    waiting = Participant.objects.filter(pk=participant.pk, present=False)
    if waiting.update(present=True, checked_in_at=now, checked_in_by=way):
        participant.present, participant.checked_in_at, participant.checked_in_by = True, now, way
        _log("checked_in", participant.forum, actor, participant=participant.number, by=way)


@transaction.atomic
def undo_check_in(participant: Participant, *, actor: Account) -> None:
    """Whom the desk took for somebody else. Votes already given stand; new ones are not taken."""
    _may(actor)
    require_open(participant.forum)
    here = Participant.objects.filter(pk=participant.pk, present=True)
    if here.update(present=False, checked_in_at=None, checked_in_by=""):
        _log("check_in_undone", participant.forum, actor, participant=participant.number)


@transaction.atomic
def add_participant(
    forum: Forum, name: str, element: str, institution: str = "", role: str = "", *, actor: Account
) -> Participant:
    """Somebody who came without an invitation, checked in at once."""
    _may(actor)
    require_open(forum)
    here = Participant.objects.filter(forum=forum)
    if here.filter(name__iexact=name, institution__iexact=institution).exists():
        sentence = _("%(name)s sudah ada di daftar peserta. Cari namanya, lalu catat hadir.")
        raise NotReady(sentence % {"name": name})
    told = {"name": name, "element": element, "institution": institution, "role": role}
    added = Participant.objects.create(forum=forum, number=_free_number(forum), invited=False, **told)
    _log("participant_added", forum, actor, participant=added.number, element=element)
    _arrive(added, Way.DESK, actor)
    return added


def _free_number(forum: Forum) -> str:
    taken = set(Participant.objects.filter(forum=forum, number__startswith="T").values_list("number", flat=True))
    at = 1
    while f"T{at:03}" in taken:
        at += 1
    return f"T{at:03}"


@transaction.atomic
def link_account(participant: Participant, account: Account | None, *, actor: Account) -> None:
    """Let who signs in with that account act as the participant; with None, nobody any more."""
    _may(actor)
    require_open(participant.forum)
    others = Participant.objects.filter(forum=participant.forum_id, account=account).exclude(pk=participant.pk)
    if account and (other := others.first()):
        sentence = _("Akun ini sudah dipakai peserta %(number)s. Lepaskan dari sana lebih dahulu.")
        raise NotReady(sentence % {"number": other.number})
    participant.account = account
    participant.save(update_fields=["account"])
    told = account.get_username() if account else ""
    _log("participant_account", participant.forum, actor, participant=participant.number, account=told)


def _may(actor: Account) -> None:
    if not rules.runs_forum(actor):
        raise NotAllowed(_("Hanya sekretariat forum yang mengatur daftar hadir."))


def _log(action: str, forum: Forum, actor: Actor, **detail: object) -> None:
    record(f"forum.{action}", actor=actor, subject=forum.slug, detail=detail)
