"""Whoever has no need reads every page of the site as before, however much enters the inventory of systems: no name,
no finding and no sum of them shows anywhere."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from selaras.exposure.actions.assessing import Assessed, record_assessment
from selaras.exposure.actions.connecting import Joined, connect
from selaras.exposure.actions.fixing import Measured, suggest_fix
from selaras.exposure.actions.handling_incidents import Happened, open_incident
from selaras.exposure.actions.importing import take_inventory
from selaras.exposure.actions.registering import register_system
from selaras.exposure.models import Finding, Fix
from selaras.forum.models import Forum
from selaras.people.models import Account, Role
from tests.exposure.room import SAID
from tests.exposure.scans import alert, sent, zap
from tests.forum.decided import decided_forum
from tests.people.persons import person
from tests.web.addresses import addresses
from tests.web.exposure import a_secret_system
from tests.web.role_walk import Visitor, Walker, body

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
Kind = Role.Kind
API = "/api/v1/openapi.json"
DRAWN_ANEW = re.compile(
    r'<input type="hidden"[^>]*>|<updated>.*?</updated>|[0-9a-f-]{36}'
    r'|<p class="code">.*?</p>'  # keys signed at this moment; the end of the log's chain, which moves with every entry
)
OF_THE_ANSWER = {"Expires", "ETag", "Content-Length"}  # these follow from what is drawn anew
# A packed file carries the time it was made.
READ = ("text/", "application/json", "application/atom", "application/geo")
NEW_EACH_TIME = {"second-step-set-up", "own-account"}  # a secret for the telephone; the sessions of this very walk


def every_other_role(forum: Forum) -> Account:
    """One person with all roles but the two that oversee the inventory, and the security officer of another agency."""
    own = a_secret_system(forum).agency_id
    account = person("selebihnya", Kind.SECURITY_OFFICER, agency=forum.cycle.region.agencies.exclude(pk=own)[0])
    for kind in Kind:
        if kind not in (Kind.SECURITY_OFFICER, Kind.AUDITOR):
            Role.objects.create(account=account, kind=kind, **body(Visitor(kind), forum))
    return account


def enter_secrets(forum: Forum) -> None:
    """More of everything, at the agency of the first proposal."""
    core, keeper = a_secret_system(forum), Account.objects.get(username="keamanan-contoh")
    said = replace(SAID, name="Brankas rahasia (contoh)", worth=9, address="brankas.contoh.go.id", host="lemari-9")
    vault = register_system(core.agency, said, actor=keeper)
    connect(core, vault, Joined("database"), actor=keeper)
    sent(zap(alert("Pintu rahasia (contoh)"), site="brankas.contoh.go.id"), by=keeper, name="pindaian-rahasia.json")
    sent(zap(alert("Pintu asing (contoh)"), site="asing.contoh.go.id"), core.agency, by=keeper)
    finding = Finding.objects.get(system=vault)
    suggest_fix(vault, Measured(Fix.Kind.PATCH, "Tambal rahasia", 77_000_000), finding, actor=keeper)
    told = Happened("access", "Bidang (contoh)", "Rahasia.", "Rahasia.", "Rahasia.", timezone.now())
    open_incident(core.agency, vault, told, actor=keeper)
    assessed = Assessed("Penilai rahasia", timezone.localdate(), Decimal(40))
    record_assessment(vault, assessed, "rahasia.pdf", io.BytesIO(b"%PDF-1.7 rahasia"), actor=keeper)
    row = f"Nama aplikasi;Fungsi;Perangkat daerah\nRahasia kedua;Surat;{core.agency.name}\n".encode()
    take_inventory("rahasia.csv", row, actor=keeper)


def everything(account: Account | None, paths: dict[str, str]) -> dict[str, list[str]]:
    walker = Walker(account)
    answers = {name: walker.ask("GET", path) for name, path in paths.items()}
    answers["log-verify"] = walker.ask("POST", paths["log-verify"])
    return {name: _lines(answer) for name, answer in answers.items()}


def _lines(answer: Any) -> list[str]:
    """Status, headers and page, without what is drawn anew each time; of what is not text the status alone."""
    if not answer.headers.get("Content-Type", "").startswith(READ):
        return [str(answer.status_code)]
    whole = b"".join(answer.streaming_content) if answer.streaming else answer.content
    text = DRAWN_ANEW.sub("", whole.decode(errors="replace"))
    headers = [f"{name}: {value}" for name, value in answer.headers.items() if name not in OF_THE_ANSWER]
    return [str(answer.status_code), *headers, *text.splitlines()]


def test_who_needs_nothing_of_it_reads_every_page_as_before() -> None:
    forum = decided_forum()
    paths = {name: path for name, path in addresses(forum).items() if name not in NEW_EACH_TIME} | {"api": API}
    visitors = [None, every_other_role(forum)]
    before = [everything(one, paths) for one in visitors]
    enter_secrets(forum)
    after = [everything(one, paths) for one in visitors]
    changed = [_changed(*both) for both in zip(before, after, strict=True)]
    assert changed == [{}, {}]


def _changed(before: dict[str, list[str]], after: dict[str, list[str]]) -> dict[str, list[str]]:
    """The lines of each page that were not there before."""
    return {name: sorted(set(new) - set(before[name])) for name, new in after.items() if new != before[name]}
