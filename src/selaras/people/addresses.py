"""From which machine a request came."""

from __future__ import annotations

import ipaddress

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str | None:
    """The address of the client, as the outermost of our own proxies saw it.

    With `TRUSTED_PROXIES = n` the n-th address from the right of X-Forwarded-For is believed: each proxy adds the
    one it saw at the right, and whatever stands further left may have been invented by the client.
    """
    peer = request.META.get("REMOTE_ADDR", "")
    told = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    proxies = settings.TRUSTED_PROXIES
    return _address(told[-proxies]) if 0 < proxies <= len(told) else _address(peer)


def _address(text: str) -> str | None:
    """None where it is none, as of a peer on a socket of this machine."""
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        return None
