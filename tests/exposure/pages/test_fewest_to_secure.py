"""What to secure so that every route ends is told whole, machines included, or not at all."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from selaras.background import work_off
from selaras.exposure.actions.registering import change_system
from selaras.exposure.models import System
from tests.exposure.pages.test_routes import ROUTES
from tests.exposure.room import SAID, a_system, agencies, chief, joined
from tests.people.persons import browser_of

pytestmark = pytest.mark.django_db(transaction=True)

SENTENCE = re.compile(r"agar semua rute tertutup: <span lang=\"id\">(.*?)</span>")


def worked_out() -> None:
    browser_of(chief()).post(f"{ROUTES}hitung/")
    work_off("test")


def told() -> str:
    found = SENTENCE.search(browser_of(chief()).get(ROUTES).content.decode())
    return found.group(1) if found else ""


def sites_on_one_machine() -> System:
    """Two village sites and two core systems on one machine, and a third core behind a gate of its own."""
    agencies()
    for name in ("satu", "dua"):
        a_system(f"Situs {name} (contoh)", foothold="village", host="srv-web-01")
    for name in ("SIMPEG (contoh)", "Keuangan (contoh)"):
        a_system(name, worth=8, host="srv-web-01")
    gate = a_system("Gerbang (contoh)", internet="open")
    for name in ("Pajak (contoh)", "Aset (contoh)"):
        joined(gate, a_system(name, worth=4), "credentials")
    return gate


def test_a_machine_in_it_is_named_beside_the_systems() -> None:
    sites_on_one_machine()
    worked_out()
    assert sorted(told().split(", ")) == ["Gerbang (contoh)", "peladen srv-web-01"]


def test_of_systems_that_share_a_machine_by_a_connection_both_are_named() -> None:
    agencies()
    site = a_system("Situs (contoh)", foothold="village")
    for name in ("SIMPEG (contoh)", "Keuangan (contoh)"):
        joined(site, a_system(name, worth=8), "hosting")
    worked_out()
    assert sorted(told().split(", ")) == [
        "peladen bersama Situs (contoh) dan Keuangan (contoh)",
        "peladen bersama Situs (contoh) dan SIMPEG (contoh)",
    ]


def test_once_a_part_of_it_is_gone_the_sentence_is_gone() -> None:
    gate = sites_on_one_machine()
    worked_out()
    change_system(gate, replace(SAID, name=gate.name, life_cycle="planned"), actor=chief())
    assert told() == ""
