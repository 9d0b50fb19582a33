"""Host and port in every form that tools write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.findings.addresses import address_of, port_of


@pytest.mark.parametrize(
    ("text", "host", "port", "path"),
    [
        ("https://contoh.go.id", "contoh.go.id", 443, ""),
        ("http://contoh.go.id/a?b=c", "contoh.go.id", 80, "/a?b=c"),
        ("https://contoh.go.id:8443/a", "contoh.go.id", 8443, "/a"),
        ("https://pengguna:sandi@contoh.go.id/", "contoh.go.id", 443, "/"),
        ("CONTOH.go.id.", "contoh.go.id", None, ""),
        ("contoh.go.id:22", "contoh.go.id", 22, ""),
        ("contoh.go.id:8080/masuk", "contoh.go.id", 8080, "/masuk"),
        ("contoh.go.id/masuk", "contoh.go.id", None, "/masuk"),
        ("//contoh.go.id", "contoh.go.id", None, ""),
        ("192.0.2.1", "192.0.2.1", None, ""),
        ("192.0.2.1.", "192.0.2.1", None, ""),
        ("192.0.2.1:80", "192.0.2.1", 80, ""),
        ("2001:db8::1", "2001:db8::1", None, ""),
        ("[2001:db8::1]", "2001:db8::1", None, ""),
        ("https://[2001:DB8::1]:8443/", "2001:db8::1", 8443, "/"),
        ("localhost", "localhost", None, ""),
        ("contoh.go.id:99999", "contoh.go.id", None, ""),
        ("", "", None, ""),
        ("dua kata", "", None, ""),
        ("/srv/berkas", "", None, ""),
        ("mailto:orang", "", None, ""),
        (None, "", None, ""),
        (["https://contoh.go.id"], "contoh.go.id", 443, ""),
    ],
)
def test_an_address(text: object, host: str, port: int | None, path: str) -> None:
    address = address_of(text)
    assert (address.host, address.port, address.path) == (host, port, path)


@pytest.mark.parametrize(
    ("text", "port"),
    [
        ("443", 443), (443, 443), ("443/tcp", 443), ("general/tcp", None), ("0", None), ("65536", None), (True, None),
        ("123456", None), (" 80 ", 80), (-1, None), (None, None),
    ],
)  # fmt: skip
def test_a_port(text: object, port: int | None) -> None:
    assert port_of(text) == port


@given(st.text(max_size=80))
def test_any_text_gives_an_address(text: str) -> None:
    assert address_of(text).host == address_of(text).host.lower()
