"""Telling people by mail what is waiting for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from selaras.audit.actions import Actor, record
from selaras.forum.models import Digest, Forum
from selaras.forum.waiting import waiting_for
from selaras.people.models import Account, Role
from selaras.people.tasks import Task


def send_digests(forum: Forum, *, actor: Actor) -> tuple[int, list[str]]:
    """Mail everyone who has an address and something waiting, at most once a day.

    Returns how many were sent and the sign-in names that the mail server refused; those are tried again next time.
    """
    day, sent, refused = timezone.localdate(), 0, []
    told = Digest.objects.filter(day=day).values("account")
    working = Role.objects.in_force().values("account")
    accounts = Account.objects.filter(pk__in=working).exclude(email="").exclude(pk__in=told)
    with get_connection() as connection:
        for account in accounts.order_by("pk"):
            tasks = waiting_for(account, forum)
            if tasks and not _send(account, tasks, day, connection):
                refused.append(account.get_username())
            sent += bool(tasks)
    record("forum.digests_sent", actor=actor, subject=forum.slug, detail={"sent": sent - len(refused)})
    return sent - len(refused), refused


def _send(account: Account, tasks: Sequence[Task], day: date, connection: object) -> bool:
    """Whether the mail left. The digest is noted first, so that none leaves twice, and taken back when it did not.

    No transaction is open while the mail server is waited for: on SQLite it would stop everybody else's work.
    """
    context = {"account": account, "tasks": tasks, "today": day, "desk": settings.SITE + reverse("desk")}
    body = render_to_string("forum/digest.txt", context)
    subject = f"Selaras: {len(tasks)} hal menunggu Anda"
    noted = Digest.objects.create(account=account, day=day, tasks=len(tasks))
    try:
        EmailMessage(subject, body, to=[account.email], connection=connection).send()  # type: ignore[arg-type]
    except OSError:  # smtplib's errors too: what the server refused is told to who runs the command
        noted.delete()
        return False
    return True
