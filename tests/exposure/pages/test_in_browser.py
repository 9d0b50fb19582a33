"""The pages of the room in a real browser: no barrier that axe knows, no sideways scroll on a phone, the map by
keyboard, nothing that the content policy refuses."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Browser, expect

from selaras.background import work_off
from selaras.exposure.actions.assessing import Assessed, record_assessment
from selaras.exposure.actions.computing import ask_curve, ask_estimate, ask_plan
from selaras.exposure.actions.fixing import Measured, suggest_fix
from selaras.exposure.actions.handling_incidents import open_incident
from selaras.exposure.actions.importing import take_inventory
from selaras.exposure.actions.registering import change_system
from selaras.exposure.models import Connection, Finding, Fix
from selaras.government.actions import seed_parameters
from tests.exposure.actions.test_handling_incidents import SAID
from tests.exposure.room import CIVIL, chief, inventory, officer
from tests.exposure.room import SAID as ROOM_SAID
from tests.exposure.scans import SITE, alert, sent, zap
from tests.web.browser import DESKTOP, PHONE, chromium, sign_in

__all__ = ["chromium"]
pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]

DESK = "/meja/keamanan/"


def paths() -> list[str]:
    """Every page with every part of it filled."""
    seed_parameters(actor=chief())
    found = inventory()
    for connection in Connection.objects.all():
        suggest_fix(connection, Measured(Fix.Kind.SEGMENT, "Batasi (contoh)", 20_000_000, 20), actor=chief())
    simpeg = found["simpeg"]
    change_system(simpeg, replace(ROOM_SAID, name=simpeg.name, worth=8, address=SITE), actor=chief())
    report = sent(zap(alert("Suntikan SQL (contoh)")))
    sent(zap(alert("Kepala X (contoh)"), site="lupa.contoh.go.id"))
    model = sent(b"attackerLocated(luar).\nhacl(luar, situs, tcp, 80).\nvulExists(situs, v, httpd).\n", name="m.P")
    assessed = Assessed("Lembaga Uji (contoh)", timezone.localdate(), Decimal(80))
    record_assessment(simpeg, assessed, "audit.pdf", io.BytesIO(b"%PDF-1.7"), actor=chief())
    row = b"Nama aplikasi;Fungsi;Perangkat daerah\nArsip (contoh);Surat;Dinas yang tidak ada\n"
    batch = take_inventory("sistem.csv", row, actor=chief())
    ask_estimate(actor=chief())
    ask_plan(50_000_000, actor=chief())
    ask_curve(actor=chief())
    work_off("test")
    incident = open_incident(simpeg.agency, simpeg, replace(SAID, critical=True), actor=chief())
    fix = Fix.objects.earliest("pk")
    system = f"sistem/{simpeg.key}/"
    return [
        "",
        "sistem/baru/",
        system,
        f"{system}ubah/",
        f"{system}koneksi/",
        f"{system}kriteria/",
        f"rute/?ke={simpeg.key}&peta=semua",
        f"rute/?dari={found['situs'].key}",
        f"perbaikan/?coba={fix.key}",
        "perbaikan/baru/",
        f"perbaikan/{fix.key}/ubah/",
        f"perbaikan/usulkan/?coba={fix.key}",
        f"{system}penilaian/",
        "pindaian/",
        f"pindaian/{report.key}/",
        f"pindaian/{model.key}/",
        "cakupan/",
        "kriteria/",
        "temuan/",
        f"temuan/{Finding.objects.exclude(system=None).get().key}/",
        "berkas/",
        f"berkas/{batch.pk}/",
        "insiden/",
        "insiden/baru/",
        f"insiden/{incident.key}/",
        f"insiden/{incident.key}/ubah/",
    ]


@pytest.mark.parametrize(("scheme", "viewport"), [("light", DESKTOP), ("dark", PHONE)], ids=["light", "dark"])
def test_axe_finds_nothing_and_nothing_runs_over_the_edge(
    chromium: Browser, live_server: Any, scheme: Any, viewport: dict[str, int]
) -> None:
    wrong: dict[str, list[str]] = {}
    every = paths()
    context = chromium.new_context(locale="id-ID", color_scheme=scheme, viewport=viewport)
    sign_in(context, chief(), live_server.url)
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text) if message.type == "error" else None)
    for path in every:
        answer = page.goto(f"{live_server.url}{DESK}{path}")
        assert answer
        assert answer.status == 200, path
        for details in page.locator("details").all():
            details.evaluate("element => element.open = true")
        if found := Axe().run(page).response["violations"]:
            wrong[path] = [one["id"] for one in found]
        if page.evaluate("document.documentElement.scrollWidth") > viewport["width"]:
            wrong[f"{path} wide"] = []
    context.close()
    assert wrong == {}
    assert refused == []


def test_a_system_of_the_map_opens_by_keyboard(chromium: Browser, live_server: Any) -> None:
    found = inventory()
    context = chromium.new_context(locale="id-ID", viewport=DESKTOP)
    sign_in(context, officer(CIVIL), live_server.url)
    page = context.new_page()
    page.goto(f"{live_server.url}{DESK}rute/")
    page.locator("svg a").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{live_server.url}{DESK}sistem/{found['simpeg'].key}/")
    context.close()
