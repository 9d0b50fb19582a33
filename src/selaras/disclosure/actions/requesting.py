"""A request comes in: by the applicant's own form, or taken down at the desk; and what was missing is completed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.audit.actions import Actor
from selaras.disclosure import rules
from selaras.disclosure.actions.clocking import running, start, stop
from selaras.disclosure.actions.ending import end
from selaras.disclosure.actions.guarding import held, require_desk, require_not_ahead
from selaras.disclosure.actions.remembering import APPLICANT, remember
from selaras.disclosure.completeness import slips_of
from selaras.disclosure.errors import Incomplete, NotAllowed, NotNow
from selaras.disclosure.identity import Identity, identity_of, sealed
from selaras.disclosure.links import digest_of, token_for
from selaras.disclosure.models import Applicant, Clock, IdentityDocument, PublicBody, Request, Step
from selaras.disclosure.numbering import next_number
from selaras.disclosure.papers import PAPERS, Paper, sealed_paper
from selaras.disclosure.terms import rule_of
from selaras.government.queries import NoSuchParameter
from selaras.people.models import Account

LONGEST = 5_000  # signs of what is asked, or of its purpose


@dataclass(frozen=True)
class Wanted:
    """What is asked, and how it is to be had. Nothing here but `subject` must be told at once."""

    subject: str
    purpose: str = ""
    way: str = ""
    form: str = ""
    delivery: str = ""


@dataclass(frozen=True)
class By:
    """Who asks, with copies of the papers that prove it."""

    identity: Identity
    kind: str = Applicant.Kind.PERSON
    by_proxy: bool = False
    papers: tuple[Paper, ...] = field(default=())


@transaction.atomic
def submit(body: PublicBody, submission: UUID, wanted: Wanted, by: By) -> Request:
    """Take in what the applicant sent by form. Sent twice, it is one request.

    It gets its number at once, also where something is missing still. Raises Incomplete where nothing is asked, or
    what was told cannot be right.
    """
    return _received(body, submission, wanted, by, Request.Channel.FORM, timezone.localdate(), APPLICANT)


@transaction.atomic
def take_down(
    body: PublicBody, submission: UUID, wanted: Wanted, by: By, *, channel: str, on: date, actor: Account
) -> Request:
    """Take down at the desk what was asked aloud, by letter or by mail. Raises NotAllowed, NotNow, Incomplete."""
    if not rules.works_at(actor, body):
        raise NotAllowed(_("Permohonan ke %(body)s dicatat oleh meja layanannya.") % {"body": body.name})
    require_not_ahead(on)
    try:
        rule_of(Clock.Kind.CHECK, on)
    except NoSuchParameter:
        raise NotNow(_("Pada tanggal itu belum ada aturan tentang batas waktunya. Periksa tahunnya.")) from None
    if channel not in Request.Channel.values:
        raise Incomplete({"channel": _("Pilih salah satu yang tersedia.")})
    return _received(body, submission, wanted, by, channel, on, actor)


def received_by_program(body: PublicBody, submission: UUID, wanted: Wanted, by: By, *, channel: str) -> Request:
    """Take in what came by mail or from another program, in the applicant's name. Raises Incomplete."""
    with transaction.atomic():
        return _received(body, submission, wanted, by, channel, timezone.localdate(), APPLICANT)


def _received(
    body: PublicBody, submission: UUID, wanted: Wanted, by: By, channel: str, on: date, actor: Actor
) -> Request:
    numbered = next_number(body, on.year)
    if known := Request.objects.filter(submission=submission).first():
        return known
    _require_sound(wanted, by)
    try:
        with transaction.atomic():
            made = _registered(numbered, submission, wanted, channel, on)
    except IntegrityError:  # sent to two bodies at one moment: neither waited for the other
        return Request.objects.get(submission=submission)
    identity = by.identity.stripped()
    Applicant.objects.create(request=made, kind=by.kind, by_proxy=by.by_proxy, sealed=sealed(identity))
    add_papers(made, by.papers)
    start(made, Clock.Kind.CHECK, on)
    remember(made, Step.Kind.RECEIVED, actor=actor, channel=channel)
    return made


def _registered(numbered: dict[str, Any], submission: UUID, wanted: Wanted, channel: str, on: date) -> Request:
    return Request.objects.create(
        **numbered,
        submission=submission,
        token_digest=digest_of(token_for(submission)),
        channel=channel,
        received_on=on,
        received_at=timezone.now(),
        **_told(wanted),
    )


def _require_sound(wanted: Wanted, by: By) -> None:
    wrong = slips_of(by.identity, by.kind, wanted.delivery)
    if not wanted.subject.strip():
        wrong["subject"] = _("Tulis informasi apa yang Anda minta.")
    for name in ("subject", "purpose"):
        if len(getattr(wanted, name)) > LONGEST:
            wrong[name] = _("Tulisan ini terlalu panjang. Ringkas, atau bagi menjadi dua permohonan.")
    choices = (("way", Request.Way), ("form", Request.Form), ("delivery", Request.Delivery))
    for name, known in choices:
        if getattr(wanted, name) and getattr(wanted, name) not in known.values:
            wrong[name] = _("Pilih salah satu yang tersedia.")
    if by.kind not in Applicant.Kind.values:
        wrong["kind"] = _("Pilih salah satu yang tersedia.")
    if wrong:
        raise Incomplete(wrong)


def _told(wanted: Wanted) -> dict[str, str]:
    return {
        "subject": wanted.subject.strip(),
        "purpose": wanted.purpose.strip(),
        "way": wanted.way,
        "form": wanted.form,
        "delivery": wanted.delivery,
    }


def add_papers(request: Request, papers: Iterable[Paper]) -> None:
    """Keep them sealed. Call in the transaction of the deed they come with. Raises Incomplete."""
    for paper in papers:
        if paper.kind not in PAPERS:
            raise Incomplete({"papers": _("Pilih jenis berkas yang tersedia.")})
        IdentityDocument.objects.create(
            request=request,
            kind=paper.kind,
            media_type=paper.media_type,
            sealed=sealed_paper(paper.content),
            added_at=timezone.now(),
        )


@transaction.atomic
def complete(request: Request, wanted: Wanted, by: By, *, actor: Actor = APPLICANT, on: date | None = None) -> Request:
    """The applicant completes what was named as missing; what was told before and is left empty stays.

    By the link, or through the desk for who comes in person or writes a letter, on the day `on` on which it came. The
    desk checks it anew. Raises NotNow, NotAllowed, Incomplete.
    """
    case = held(request, Request.State.INCOMPLETE)
    if isinstance(actor, Account):
        require_desk(case, actor)
    came = _day_of_completion(case, on)
    before = identity_of(case.applicant)
    given = by.identity.stripped()
    changed = {name: value for name, value in vars(given).items() if value}
    identity = replace(before, **changed)
    fresh = replace(wanted, **{name: getattr(case, name) for name in _told(wanted) if not getattr(wanted, name)})
    _require_sound(fresh, replace(by, identity=identity, kind=case.applicant.kind))
    for name, value in _told(fresh).items():
        setattr(case, name, value)
    case.state = Request.State.CHECKING
    case.save()
    case.applicant.sealed = sealed(identity)
    case.applicant.save(update_fields=["sealed"])
    add_papers(case, by.papers)
    stop(case, Clock.Kind.COMPLETE, came)
    start(case, Clock.Kind.CHECK, came)
    remember(case, Step.Kind.COMPLETED, actor=actor, told=list(case.missing), on=came)
    return case


def _day_of_completion(case: Request, on: date | None) -> date:
    came = on or timezone.localdate()
    require_not_ahead(came)
    if came < running(case, Clock.Kind.COMPLETE).starts_on:
        raise NotNow(_("Kelengkapan tidak dapat diterima sebelum diminta. Periksa tanggalnya."))
    return came


@transaction.atomic
def withdraw(request: Request, reason: str = "", *, actor: Actor = APPLICANT) -> Request:
    """The applicant no longer wants it. Raises NotNow."""
    case = held(request, Request.State.CHECKING, Request.State.INCOMPLETE, Request.State.OPEN)
    if case.objections.exists():
        raise NotNow(_("Keberatan atas permohonan ini sudah diajukan, jadi permohonannya tidak dapat ditarik lagi."))
    end(case, Request.State.WITHDRAWN)
    remember(case, Step.Kind.WITHDRAWN, actor=actor, reason=reason.strip())
    return case
