"""The mailbox in which requests arrive, read by IMAP (RFC 3501)."""

from __future__ import annotations

import imaplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from selaras.disclosure.errors import NoMailbox

LARGEST = 25 * 1024 * 1024  # bytes; a mail beyond it is not read
_SECONDS = 30
_HERE = {"localhost", "127.0.0.1", "::1"}


@dataclass(frozen=True)
class Address:
    """`imaps://user:password@host:993/INBOX?badan=CODE`; `imap://` speaks TLS too, but to this machine itself."""

    secure: bool
    host: str
    port: int
    user: str
    password: str
    folder: str
    body: str

    @classmethod
    def of(cls, url: str) -> Address:
        """Raises NoMailbox where nothing, or nothing usable, is named."""
        try:
            place = urlsplit(url)
            secure, port = place.scheme == "imaps", place.port
        except ValueError:
            raise NoMailbox(f"SELARAS_IMAP tidak dapat dibaca. {_HOW}") from None
        if place.scheme not in {"imap", "imaps"} or not place.hostname or not place.username:
            raise NoMailbox(f"Kotak surat belum disebut dalam SELARAS_IMAP. {_HOW}")
        return cls(
            secure,
            place.hostname,
            port or (993 if secure else 143),
            unquote(place.username),
            unquote(place.password or ""),
            unquote(place.path.strip("/")) or "INBOX",
            parse_qs(place.query).get("badan", ["utama"])[0],
        )


_HOW = "Contoh: imaps://ppid:sandi@surel.example.go.id/INBOX?badan=utama"


class Box:
    def __init__(self, server: imaplib.IMAP4) -> None:
        self._server = server

    def unread(self) -> Iterator[tuple[str, bytes]]:
        """Each unread mail with its number in the box; one too large comes as its head alone. None is marked by it."""
        found = self._asked(self._server.uid("SEARCH", "UNSEEN"))
        for uid in found[0].decode().split() if found and found[0] else ():
            size = self._asked(self._server.uid("FETCH", uid, "(RFC822.SIZE)"))
            part = "BODY.PEEK[HEADER]" if _size(size) > LARGEST else "BODY.PEEK[]"
            answer = self._asked(self._server.uid("FETCH", uid, f"({part})"))
            yield from ((uid, bytes(one[1])) for one in answer if isinstance(one, tuple))

    def mark(self, uid: str) -> None:
        self._asked(self._server.uid("STORE", uid, "+FLAGS.SILENT", r"(\Seen)"))

    @staticmethod
    def _asked(answer: tuple[str, list[Any]]) -> list[Any]:
        told, found = answer
        if told != "OK":
            raise NoMailbox("Server surel menolak membaca kotak surat. Coba lagi beberapa menit lagi.")
        return found


def _size(answer: list[Any]) -> int:
    told = answer[0] if answer else b""
    line = told[0] if isinstance(told, tuple) else told
    _, _, rest = (line or b"").partition(b"RFC822.SIZE ")
    digits = rest.split(b")")[0].split(b" ")[0]
    return int(digits) if digits.isdigit() else 0


def _reached(address: Address) -> imaplib.IMAP4:
    proof = ssl.create_default_context()  # imaplib's own asks for no certificate
    if address.secure:
        return imaplib.IMAP4_SSL(address.host, address.port, ssl_context=proof, timeout=_SECONDS)
    server = imaplib.IMAP4(address.host, address.port, timeout=_SECONDS)
    if address.host not in _HERE:
        server.starttls(proof)
    return server


@contextmanager
def opened(address: Address) -> Iterator[Box]:
    """Raises NoMailbox where the server cannot be reached, or lets nobody in."""
    server: imaplib.IMAP4 | None = None
    try:
        server = _reached(address)
        server.login(address.user, address.password)
        if server.select(f'"{address.folder}"')[0] != "OK":
            raise NoMailbox(f"Folder {address.folder} tidak ada dalam kotak surat. Periksa SELARAS_IMAP.")
        yield Box(server)
    except (OSError, imaplib.IMAP4.error) as why:
        raise NoMailbox("Kotak surat tidak dapat dibuka. Periksa alamat dan sandi dalam SELARAS_IMAP.") from why
    finally:
        if server is not None:
            with suppress(OSError, imaplib.IMAP4.error):  # it may be gone already
                server.logout()
