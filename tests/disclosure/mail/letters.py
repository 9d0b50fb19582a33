"""Mails as people and machines send them. All invented."""

from __future__ import annotations

from collections.abc import Mapping
from email.message import EmailMessage

from tests.disclosure.network import PICTURE

SITI = '"Siti (contoh)" <siti@contoh.example>'
ASKING = "Saya minta salinan APBDes Seboro tahun 2019.\n\nTerima kasih.\n"


def mail(
    text: str = ASKING,
    *,
    sender: str = SITI,
    subject: str = "Minta APBDes",
    key: str = "satu",
    to: str = "ppid@contoh.example",
    headers: Mapping[str, str] | None = None,
    attached: tuple[tuple[str, bytes], ...] = (),
) -> bytes:
    made = EmailMessage()
    made["From"], made["To"], made["Subject"] = sender, to, subject
    if key:
        made["Message-ID"] = f"<{key}@contoh.example>"
    for name, value in (headers or {}).items():
        made[name] = value
    made.set_content(text)
    for name, content in attached:
        made.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return made.as_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


CARD = ("ktp.jpg", PICTURE)
