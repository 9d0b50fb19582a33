"""Reading one mail: who wrote it, which mail it answers, its plain words and its attachments."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses, parseaddr
from html.parser import HTMLParser

from selaras.disclosure.models import Arrival
from selaras.people.sealing import seal, unseal

_PURPOSE = "arrival"
_NUMBER = re.compile(r"\b\d{4,}/[a-z0-9-]{2,40}/\d{4}\b")
_KEY = re.compile(r"<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@", re.IGNORECASE)
# Where a mail program puts the mail that is answered; from here on it is not the writer's own word.
_QUOTED = re.compile(
    r"^(?:(?:On|Pada)\b.{0,200}\b(?:wrote|menulis)\s*:|-{2,} ?(?:Original Message|Pesan asli).*|_{10,})\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_BULK = {"bulk", "junk", "list", "auto_reply"}


@dataclass(frozen=True)
class Kept:
    """What is kept of a mail, sealed."""

    message_id: str
    sender_name: str
    sender: str
    subject: str
    text: str


@dataclass(frozen=True)
class Incoming:
    kept: Kept
    digest: str
    automatic: bool
    to: tuple[str, ...]
    numbers: tuple[str, ...]  # registration numbers in the subject
    keys: tuple[str, ...]  # of our own mails that it answers
    attachments: tuple[bytes, ...]


def sealed(kept: Kept) -> bytes:
    return seal(json.dumps(asdict(kept), ensure_ascii=False).encode(), _PURPOSE)


def kept_of(arrival: Arrival) -> Kept | None:
    """Nothing where the applicant was erased."""
    return Kept(**json.loads(unseal(bytes(arrival.sealed), _PURPOSE))) if arrival.sealed else None


def read(raw: bytes) -> Incoming:
    """Whatever the bytes are, something is read of them; a mail without a Message-ID is known by its bytes."""
    mail = message_from_bytes(raw, policy=policy.default)
    name, sender = parseaddr(_header(mail, "From"))
    message_id = _header(mail, "Message-ID").strip()[:400]
    subject = _header(mail, "Subject")
    before = f"{_header(mail, 'In-Reply-To')} {_header(mail, 'References')}"
    return Incoming(
        kept=Kept(message_id, _clean(name)[:200], _clean(sender)[:250], _clean(subject)[:400], own_words(_text(mail))),
        digest=hashlib.sha256(message_id.encode() or raw).hexdigest(),
        automatic=_is_automatic(mail, sender),
        to=tuple(address.lower() for _, address in getaddresses([_header(mail, "To"), _header(mail, "Cc")])),
        numbers=tuple(_NUMBER.findall(subject.lower())),
        keys=tuple(_KEY.findall(before)),
        attachments=tuple(_attachments(mail)),
    )


def own_words(text: str) -> str:
    """The text without the mail that it answers."""
    cut = _QUOTED.search(text)
    lines = (text[: cut.start()] if cut else text).splitlines()
    return "\n".join(line.rstrip() for line in lines if not line.startswith(">")).strip()


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return str(mail.get(name, ""))
    except (ValueError, LookupError, IndexError, AttributeError):  # headers that the standard library cannot parse
        return ""


def _clean(text: str) -> str:
    """One line, without the NUL that PostgreSQL refuses."""
    return " ".join(text.replace("\0", " ").split())


def _is_automatic(mail: EmailMessage, sender: str) -> bool:
    """Out of office, bounces, lists, and our own mail that came back (RFC 3834)."""
    told = _header(mail, "Auto-Submitted").strip().lower()
    machine = sender.lower().partition("@")[0] in {"mailer-daemon", "postmaster", "no-reply", "noreply", ""}
    return any(
        (
            told not in {"", "no"},
            _header(mail, "Precedence").strip().lower() in _BULK,
            bool(_header(mail, "X-Autoreply") or _header(mail, "X-Autorespond") or _header(mail, "List-Id")),
            _header(mail, "Return-Path").strip() == "<>",
            mail.get_content_type() in {"multipart/report", "message/delivery-status"},
            machine,
        )
    )


def _text(mail: EmailMessage) -> str:
    parts = [part for part in mail.walk() if not part.is_multipart() and part.get_content_disposition() != "attachment"]
    plain = [part for part in parts if part.get_content_type() == "text/plain"]
    if plain:
        return "\n".join(_decoded(part) for part in plain)
    return "\n".join(_without_tags(_decoded(part)) for part in parts if part.get_content_type() == "text/html")


def _decoded(part: EmailMessage) -> str:
    content = part.get_payload(decode=True)
    raw = content if isinstance(content, bytes) else b""
    try:
        text = raw.decode(part.get_content_charset("utf-8"), "replace")
    except LookupError:  # a character set that nobody knows
        text = raw.decode("utf-8", "replace")
    return text.replace("\0", " ")


def _attachments(mail: EmailMessage) -> Iterator[bytes]:
    for part in mail.walk():
        if part.is_multipart() or part.get_content_maintype() == "text":
            continue
        content = part.get_payload(decode=True)
        if isinstance(content, bytes) and content:
            yield content


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in {"script", "style", "head"}
        if tag in {"br", "p", "div", "tr", "li"}:
            self.words.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in {"script", "style", "head"} and self.hidden > 0

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)


def _without_tags(page: str) -> str:
    reader = _Words()
    reader.feed(page)
    reader.close()
    return "".join(reader.words)
