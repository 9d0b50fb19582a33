"""Mail about the steps of a case: written with the step, sent afterwards, never twice."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import timedelta
from smtplib import SMTPResponseException, SMTPServerDisconnected
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import Actor, record
from selaras.disclosure.errors import NoMailServer
from selaras.disclosure.identity import identity_of
from selaras.disclosure.mail.incoming import kept_of
from selaras.disclosure.mail.words import Written, ending_written, is_for, written
from selaras.disclosure.models import Arrival, Exemption, Mail, Request, Step, WorkingFile
from selaras.people.sealing import seal, unseal

_PURPOSE = "mail"
MOST_TRIES = 6
_FIRST_WAIT = timedelta(minutes=10)  # doubled after each failure: the sixth try comes five hours later
_MOST_ATTACHED = 8 * 1024 * 1024  # bytes of files with one mail; many servers refuse more than ten
Side = Mail.Side


def post(step: Step) -> None:
    """Put the mails of a step into the outbox, in the step's own transaction. Who has no address gets none."""
    request = step.request
    if request.synthetic:
        return
    for side in Side.values:
        if is_for(side, step) and (to := _address(request, side)):
            _wait(written(step, side, to), request=request, step=step, side=side)


def post_ending(exemption: Exemption) -> None:
    """Tell a desk that has an address that an exemption ends. Call in the transaction that notes it."""
    if to := exemption.body.email:
        _wait(ending_written(exemption, to), exemption=exemption, side=Side.DESK)


def _wait(mail: Written, **about: Any) -> None:
    now = timezone.now()
    sealed = seal(json.dumps(asdict(mail), ensure_ascii=False).encode(), _PURPOSE)
    Mail.objects.create(**about, sealed=sealed, made_at=now, next_at=now)


def _address(request: Request, side: str) -> str:
    return request.body.email if side == Side.DESK else identity_of(request.applicant).email


def text_of(mail: Mail) -> Written | None:
    """Nothing where the applicant was erased."""
    return Written(**json.loads(unseal(bytes(mail.sealed), _PURPOSE))) if mail.sealed else None


def erase_mail(request: Request) -> None:
    """Call in the transaction of the erasing: what was not sent is not sent any more."""
    Mail.objects.filter(request=request).update(sealed=None)
    Arrival.objects.filter(request=request).update(sealed=None)


@dataclass(frozen=True)
class Sent:
    sent: int
    failed: int


def send_waiting(*, actor: Actor) -> Sent:
    """Send what waits. A refused mail is tried again later, a few times; then its desk sees that it failed.

    No transaction is open while the mail server is waited for. Raises NoMailServer, and then counts no try.
    """
    sent = failed = 0
    connection = get_connection()
    try:
        connection.open()
    except OSError as why:
        raise NoMailServer(_("Server surel tidak dapat dihubungi. Periksa SELARAS_MAIL, lalu jalankan lagi.")) from why
    with connection:
        for mail in _claimed():
            done = _send(mail, connection)
            sent, failed = sent + done, failed + (not done)
    if sent or failed:
        record("disclosure.mail_sent", actor=actor, detail={"sent": sent, "failed": failed})
    return Sent(sent, failed)


def _claimed() -> Iterator[Mail]:
    """The mails that wait, each claimed for this process alone."""
    now = timezone.now()
    waiting = Mail.objects.filter(claimed_at=None, next_at__lte=now, tries__lt=MOST_TRIES).exclude(sealed=None)
    for pk in list(waiting.values_list("pk", flat=True)):
        if waiting.filter(pk=pk).update(claimed_at=timezone.now()):
            yield Mail.objects.select_related("request", "step").get(pk=pk)


def _send(mail: Mail, connection: BaseEmailBackend) -> bool:
    try:
        _message(mail, connection).send()
    except (OSError, ValueError) as why:  # smtplib's errors are OSErrors; ValueError: an address no header can hold
        if isinstance(why, SMTPServerDisconnected):
            connection.close()  # or every mail after this one fails too
        later = timezone.now() + _FIRST_WAIT * 2**mail.tries
        told = {"failure": _reason(why), "next_at": later, "tries": F("tries") + 1, "claimed_at": None}
        Mail.objects.filter(pk=mail.pk).update(**told)
        return False
    Mail.objects.filter(pk=mail.pk).update(sent_at=timezone.now(), failure="")
    return True


def _reason(why: Exception) -> str:
    """The server's own words could repeat the address."""
    code = f" {why.smtp_code}" if isinstance(why, SMTPResponseException) else ""
    return f"{type(why).__name__}{code}"


def _message(mail: Mail, connection: BaseEmailBackend) -> EmailMessage:
    told = text_of(mail)
    if told is None:
        raise ValueError("erased")
    headers = {"Message-ID": message_id(mail), "Auto-Submitted": "auto-generated"}
    if before := _answered_to(mail):
        headers |= {"In-Reply-To": before, "References": before}
    message = EmailMessage(told.subject, told.text, to=[told.to], headers=headers, connection=connection)
    for file in _files(mail):
        with file.released.open("rb") as content:
            message.attach(file.public_name, content.read())
    return message


def message_id(mail: Mail) -> str:
    return f"<{mail.key}@{urlsplit(settings.SITE).hostname or 'selaras'}>"


def _answered_to(mail: Mail) -> str:
    """The mail that this one answers: the applicant's last before it, else the first that went to the same side."""
    if mail.request is None:
        return ""
    if mail.side == Side.APPLICANT:
        arrived = Arrival.objects.filter(request=mail.request, from_applicant=True, arrived_at__lte=mail.made_at)
        last = arrived.exclude(sealed=None).last()
        if last and (kept := kept_of(last)):
            return kept.message_id
    first = Mail.objects.filter(request=mail.request, side=mail.side, pk__lt=mail.pk).exclude(sent_at=None).first()
    return message_id(first) if first else ""


def _files(mail: Mail) -> list[WorkingFile]:
    """The released files of an answer that is wanted by mail; where they are too large the link is enough."""
    if mail.request is None or mail.step is None or mail.side != Side.APPLICANT:
        return []
    if mail.request.delivery != Request.Delivery.EMAIL or mail.step.kind != Step.Kind.ANSWERED:
        return []
    files = list(WorkingFile.objects.filter(answer=mail.step.detail.get("answer"), answer__isnull=False))
    return files if sum(file.released.size for file in files) <= _MOST_ATTACHED else []
