"""A mail comes in: it opens a request, or is filed with the case that it answers. Each one once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from selaras.disclosure.actions.guarding import held
from selaras.disclosure.actions.remembering import APPLICANT, remember
from selaras.disclosure.actions.requesting import LONGEST, By, Wanted, add_papers, complete, received_by_program
from selaras.disclosure.completeness import slips_of
from selaras.disclosure.errors import Incomplete, NoMailbox
from selaras.disclosure.identity import Identity, identity_of
from selaras.disclosure.mail.box import Address, opened
from selaras.disclosure.mail.incoming import Incoming, read, sealed
from selaras.disclosure.models import Applicant, Arrival, IdentityDocument, Mail, PublicBody, Request, Step
from selaras.disclosure.papers import Paper, paper_of

Fate, State = Arrival.Fate, Request.State
MOST_A_DAY = 20  # of one sender; more is a machine
MOST_PAPERS = 5  # of one mail


def take_in(raw: bytes, body: PublicBody) -> Arrival:
    """Take one mail in. Taken in again it changes nothing.

    It goes to the case whose number its subject names or whose mail it answers; else it asks the body that its address
    names (`ppid+CODE@…`), else the given one.
    """
    mail = read(raw)
    try:
        with transaction.atomic():
            return _taken_in(mail, body)
    except IntegrityError:  # another process took it in at the same moment
        return Arrival.objects.get(digest=mail.digest)


def _taken_in(mail: Incoming, body: PublicBody) -> Arrival:
    sender = salted_hmac("disclosure.arrival", mail.kept.sender.lower()).hexdigest()
    now = timezone.now()
    known = Arrival.objects.filter(digest=mail.digest).first()
    if known:
        return known
    recent = Arrival.objects.filter(sender=sender, arrived_at__gt=now - timedelta(days=1)).count()
    arrival = Arrival(digest=mail.digest, sender=sender, arrived_at=now, sealed=sealed(mail.kept))
    case = None if mail.automatic else _case_of(mail)
    if mail.automatic:
        arrival.fate = Fate.AUTOMATIC
    elif recent >= MOST_A_DAY:
        arrival.fate = Fate.TOO_MANY
    elif case:
        return _file(arrival, mail, case)
    elif mail.kept.text or mail.kept.subject:
        return _open(arrival, mail, _body_of(mail) or body)
    else:
        arrival.fate = Fate.EMPTY
    arrival.save()
    return arrival


def _case_of(mail: Incoming) -> Request | None:
    """Where it was moved to one other body, the case there."""
    answered = Mail.objects.filter(key__in=[UUID(key) for key in mail.keys]).order_by("-pk").first()
    case = answered.request if answered else Request.objects.filter(number__in=mail.numbers).first()
    while case and case.state == State.MOVED and case.moved_to.count() == 1:
        case = case.moved_to.get()
    return case


def _body_of(mail: Incoming) -> PublicBody | None:
    tags = [local.partition("+")[2] for local, _, _ in (address.partition("@") for address in mail.to)]
    return PublicBody.objects.filter(code__in=filter(None, tags)).first()


def _papers(mail: Incoming, kinds: Iterable[str]) -> tuple[list[Paper], int]:
    """The attachments that can be papers, of the kinds that are wanted first, and how many cannot."""
    wanted, left_out = list(kinds), 0
    papers: list[Paper] = []
    for content in mail.attachments:
        kind = wanted[len(papers)] if len(papers) < len(wanted) else IdentityDocument.Kind.IDENTITY
        try:
            paper = paper_of(kind, content)
        except Incomplete:
            left_out += 1
            continue
        if len(papers) < MOST_PAPERS:
            papers.append(paper)
        else:
            left_out += 1
    return papers, left_out


def _open(arrival: Arrival, mail: Incoming, body: PublicBody) -> Arrival:
    """Incomplete as it is: the desk names what is missing, and the applicant completes it by the link."""
    papers, arrival.left_out = _papers(mail, ())
    identity = Identity(name=mail.kept.sender_name, email=mail.kept.sender)
    if slips_of(identity, Applicant.Kind.PERSON, ""):
        identity = Identity(name=mail.kept.sender_name)
    delivery = Request.Delivery.EMAIL if identity.email else ""
    wanted = Wanted((mail.kept.text or mail.kept.subject)[:LONGEST], delivery=delivery)
    by = By(identity, papers=tuple(papers))
    case = received_by_program(body, uuid5(NAMESPACE_URL, mail.digest), wanted, by, channel=Request.Channel.MAIL)
    arrival.request, arrival.fate, arrival.papers, arrival.from_applicant = case, Fate.OPENED, len(papers), True
    arrival.save()
    return arrival


def _file(arrival: Arrival, mail: Incoming, case: Request) -> Arrival:
    """What the applicant sends to a case that waits for it completes it; the desk checks it anew.

    Papers are taken only from the address of the case: a subject can be guessed.
    """
    case = held(case)
    address = identity_of(case.applicant).email.lower()
    arrival.from_applicant = bool(address) and address == mail.kept.sender.lower()
    papers: list[Paper] = []
    arrival.left_out = len(mail.attachments)
    if arrival.from_applicant and not case.applicant.erased_at:
        papers, arrival.left_out = _papers(mail, [key for key in case.missing if key in IdentityDocument.Kind.values])
    arrival.request, arrival.fate, arrival.papers = case, Fate.FILED, len(papers)
    arrival.save()
    told: dict[str, Any] = {"arrival": arrival.pk, "papers": len(papers), "from_applicant": arrival.from_applicant}
    remember(case, Step.Kind.MESSAGE, actor=APPLICANT, **told)
    if arrival.from_applicant and case.state == State.INCOMPLETE:
        complete(case, Wanted(""), By(Identity(), papers=tuple(papers)))
    else:
        add_papers(case, papers)
    return arrival


def fetch_mail(mailbox: str) -> Counter[str]:
    """Take in every unread mail of the box that an address names, and mark it as read. Returns what became of them.

    Broken off between the two, a mail is read again and changes nothing. Raises NoMailbox.
    """
    address = Address.of(mailbox)
    body = PublicBody.objects.filter(code=address.body).first()
    if body is None:
        raise NoMailbox(f"Badan publik “{address.body}” dalam SELARAS_IMAP tidak ada. Pakai kode badan seperti utama.")
    fates: Counter[str] = Counter()
    with opened(address) as box:
        for uid, raw in box.unread():
            fates[str(Fate(take_in(raw, body).fate).label)] += 1
            box.mark(uid)
    return fates
