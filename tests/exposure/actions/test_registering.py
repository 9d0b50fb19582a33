"""A system comes into the inventory, changes, and is retired; what is wrong is said beside its field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from selaras.audit.models import Entry
from selaras.exposure.actions.registering import change_system, register_system, retire_system
from selaras.exposure.errors import Incomplete, NotAllowed, NotNow
from selaras.exposure.models import Host, System
from selaras.people.models import Account
from tests.exposure.room import HEALTH, SAID, a_system, agencies, agency, auditor, chief, officer

pytestmark = pytest.mark.django_db


def actions() -> list[str]:
    return list(Entry.objects.filter(action__startswith="exposure.").values_list("action", flat=True))


def test_a_system_stands_as_it_was_told_and_the_log_names_it_by_its_key_alone() -> None:
    agencies()
    said = replace(
        SAID, name="  SIMPEG   (contoh) ", worth=7, host="peladen-1", details={"vendor": "PT Contoh", "x": "y"}
    )
    system = register_system(agency(), said, actor=officer())
    assert (system.name, system.worth, system.is_core, str(system.host)) == ("SIMPEG (contoh)", 7, True, "peladen-1")
    assert system.details == {"vendor": "PT Contoh"}
    entry = Entry.objects.get(action="exposure.system_registered")
    assert entry.subject == system.key
    assert "SIMPEG" not in str(entry.detail)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"name": " "}, "name"),
        ({"purpose": ""}, "purpose"),
        ({"contact_unit": ""}, "contact_unit"),
        ({"name": "x" * 201}, "name"),
        ({"host": "x" * 121}, "host"),
        ({"classification": "biasa"}, "classification"),
        ({"life_cycle": "mati"}, "life_cycle"),
        ({"internet": "mungkin"}, "internet"),
        ({"foothold": "pintu"}, "foothold"),
        ({"worth": 11}, "worth"),
        ({"worth": -1}, "worth"),
        ({"details": {"vendor": "x" * 301}}, "details"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(told: dict[str, Any], field: str) -> None:
    agencies()
    with pytest.raises(Incomplete) as refused:
        register_system(agency(), replace(SAID, **told), actor=officer())
    assert set(refused.value.fields) == {field}
    assert not System.objects.exists()


def test_an_agency_has_one_system_of_a_name_and_another_agency_may_have_its_own() -> None:
    agencies()
    a_system("SIMPEG (contoh)")
    a_system("SIMPEG (contoh)", HEALTH)
    with pytest.raises(Incomplete) as refused:
        a_system("simpeg (CONTOH)")
    assert set(refused.value.fields) == {"name"}


def test_told_as_it_stands_nothing_happens() -> None:
    agencies()
    system = register_system(agency(), SAID, actor=officer())
    before = actions()
    change_system(system, SAID, actor=officer())
    assert actions() == before
    changed = change_system(system, replace(SAID, worth=3, host="peladen-1"), actor=officer())
    assert changed.worth == 3
    assert Entry.objects.get(action="exposure.system_changed").detail == {"changed": ["worth", "host"]}


def test_a_host_of_one_name_is_one_machine_for_the_region_and_an_agencys_own_for_an_agency() -> None:
    agencies()
    first = a_system("Antrean (contoh)", HEALTH, host="Peladen-1")
    assert a_system("SIMPEG (contoh)", host="peladen-1").host == first.host
    alone = register_system(agency(), replace(SAID, host="peladen-1"), actor=officer())
    assert alone.host != first.host
    assert Host.objects.count() == 2


def test_a_host_is_isolated_for_all_that_stand_on_it() -> None:
    agencies()
    a_system("Satu (contoh)", host="p")
    a_system("Dua (contoh)", host="p", isolated=True)
    assert Host.objects.get().isolated


def test_whether_a_machine_keeps_its_systems_apart_is_told_by_its_owner() -> None:
    agencies()
    a_system("Antrean (contoh)", HEALTH, host="p")
    guest = a_system("SIMPEG (contoh)", host="p")
    said = replace(SAID, name="SIMPEG (contoh)", host="p")
    assert change_system(guest, replace(said, worth=2), actor=officer()).worth == 2
    with pytest.raises(Incomplete) as refused:
        change_system(guest, replace(said, isolated=True), actor=officer())
    assert set(refused.value.fields) == {"isolated"}
    assert not Host.objects.get().isolated
    change_system(guest, replace(said, isolated=True), actor=chief())
    assert Host.objects.get().isolated


@pytest.mark.parametrize("who", [lambda: officer(HEALTH), auditor])
def test_others_change_nothing(who: Callable[[], Account]) -> None:
    agencies()
    actor = who()
    system = a_system("SIMPEG (contoh)")
    deeds: list[Callable[[], object]] = [
        lambda: register_system(agency(), replace(SAID, name="Lain"), actor=actor),
        lambda: change_system(system, replace(SAID, name="Lain"), actor=actor),
        lambda: retire_system(system, actor=actor),
    ]
    for deed in deeds:
        with pytest.raises(NotAllowed):
            deed()
    system.refresh_from_db()
    assert (system.name, system.is_retired, System.objects.count()) == ("SIMPEG (contoh)", False, 1)


def test_a_retired_system_stays_in_the_register_and_is_retired_once() -> None:
    agencies()
    system = retire_system(a_system("SIMPEG (contoh)"), actor=chief())
    assert system.is_retired
    with pytest.raises(NotNow):
        retire_system(system, actor=chief())
