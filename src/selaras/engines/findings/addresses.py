"""Which host and port an address names, in every form that tools write: with scheme, without, bare, IPv6."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from typing import Any

from selaras.engines.findings.wording import plain

_PORTS = {"http": 80, "https": 443, "ws": 80, "wss": 443, "ftp": 21, "ssh": 22}
_FORM = re.compile(
    r"(?:(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):)?(?://)?(?:[^/@\s]*@)?"
    r"(?P<host>\[[0-9A-Fa-f:.%\w]+\]|[^/:?#\s\[\]]+)(?::(?P<port>\d{1,5}))?(?P<rest>[/?#].*)?",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Address:
    """`host` in small letters, without brackets and the dot at the end; `path` from the first slash on."""

    host: str = ""
    port: int | None = None
    scheme: str = ""
    path: str = ""

    @property
    def is_ip(self) -> bool:
        return is_ip(self.host)


def is_ip(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


def port_of(value: Any) -> int | None:
    """A port from 1 to 65535, from a number or from text such as `443/tcp`; None for `general/tcp` and the like."""
    digits = re.match(r"\s*(\d{1,5})(?!\d)", plain(value))
    number = int(digits.group(1)) if digits else 0
    return number if 1 <= number <= 65_535 else None


def address_of(value: Any) -> Address:
    """Read an address; one that is none gives an Address without host."""
    text = plain(value, 2_000)
    if is_ip(text.rstrip(".")):
        return Address(text.rstrip(".").lower())
    found = _FORM.fullmatch(text)
    if not found:
        return Address()
    scheme = (found["scheme"] or "").lower()
    if scheme and "//" not in text[: len(scheme) + 3]:  # `example.com:22` has no scheme
        return _bare(text)
    port = port_of(found["port"] or "") or _PORTS.get(scheme)
    return Address(found["host"].strip("[]").rstrip(".").lower(), port, scheme, found["rest"] or "")


def _bare(text: str) -> Address:
    host, _, rest = text.partition(":")
    digits = re.match(r"\d{1,5}(?=$|[/?#])", rest)
    if not digits or not host or "/" in host:
        return Address()
    return Address(host.rstrip(".").lower(), port_of(digits.group()), "", rest[digits.end() :])
