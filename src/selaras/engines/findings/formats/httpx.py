"""httpx, in JSON lines: one piece of information per address that answered; failed probes are none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selaras.engines.findings.addresses import is_ip
from selaras.engines.findings.draft import Draft
from selaras.engines.findings.fields import fields, first_text, one_spelling, rows
from selaras.engines.findings.model import Service, Severity
from selaras.engines.findings.wording import plain


def is_httpx(value: Any) -> bool:
    named = one_spelling(value) if isinstance(value, dict) else {}
    probed = bool({"url", "input"} & named.keys() and {"statuscode", "webserver", "failed"} & named.keys())
    return probed and "info" not in named


def read_httpx(values: Iterator[Any]) -> Draft:
    draft = Draft("httpx", "httpx")
    for value in values:
        told = one_spelling(fields(value, "hasil httpx"))
        if told.get("failed") is True:
            continue
        url, status = first_text(told, "url", limit=2_000), first_text(told, "statuscode")
        addresses = [plain(one) for one in rows(told.get("a"), "a")]
        site = draft.site(url, *(one for one in addresses if is_ip(one)))
        if site.host and site.port:
            product = first_text(told, "webserver")
            draft.service(site.host, Service(site.port, name=site.scheme, product=product))
        title = first_text(told, "title")
        draft.scanned_at = draft.scanned_at or first_text(told, "timestamp")
        draft.finding(
            "http-probe",
            f"Alamat menjawab {status}: {title or url}".replace(" :", ":"),
            severity=Severity.INFO,
            host=site.host,
            port=site.port,
            place=url,
            component=first_text(told, "webserver"),
            evidence=plain(told.get("tech") or told.get("technologies"), 2_000),
            last_seen=first_text(told, "timestamp"),
        )
    return draft
