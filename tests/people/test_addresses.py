"""The client's address: the peer's own, or what our own proxies saw; never what a client invents."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from selaras.people.addresses import client_address

PEER = "10.0.0.9"


@pytest.mark.parametrize(
    ("proxies", "forwarded", "address"),
    [
        (0, None, PEER),
        (0, "203.0.113.5", PEER),
        (1, None, PEER),
        (1, "203.0.113.5", "203.0.113.5"),
        (1, "198.51.100.1, 203.0.113.5", "203.0.113.5"),
        (2, "198.51.100.1, 203.0.113.5", "198.51.100.1"),
        (2, "192.0.2.66, 198.51.100.1,203.0.113.5", "198.51.100.1"),
        (2, "203.0.113.5", PEER),
        (1, "2001:DB8::1", "2001:db8::1"),
        (1, "<script>", None),
    ],
)
def test_only_what_trusted_proxies_add_is_believed(
    proxies: int, forwarded: str | None, address: str | None, settings: object
) -> None:
    settings.TRUSTED_PROXIES = proxies  # type: ignore[attr-defined]
    told = {"X-Forwarded-For": forwarded} if forwarded else {}
    assert client_address(RequestFactory(headers=told).get("/", REMOTE_ADDR=PEER)) == address


def test_a_peer_on_a_socket_of_this_machine_has_none() -> None:
    assert client_address(RequestFactory().get("/", REMOTE_ADDR="")) is None
