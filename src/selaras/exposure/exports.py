"""The workbook that an office fills in: its own systems and connections as they stand, sent back without a change."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from selaras.documents.sheets import Form, Sheet, workbook
from selaras.engines.routes import KINDS as CONNECTION_KINDS
from selaras.engines.tabular import KINDS
from selaras.exposure.imports import CONNECTIONS, SYSTEMS
from selaras.exposure.models import System
from selaras.exposure.queries import connections_visible_to, systems_visible_to
from selaras.exposure.terms import DETAILS
from selaras.people.queries import Person

_FEW, _WIDE = 14, 30


def inventory_file(person: Person) -> bytes:
    """XLSX of two sheets; read as it is, it changes nothing."""
    systems, connections = KINDS[SYSTEMS], KINDS[CONNECTIONS]
    labels = [one.label for one in systems.fields]
    ends = [one.label for one in connections.fields]
    return workbook(
        (
            Sheet("Sistem", Form("Daftar sistem", labels, [_WIDE] * 3 + [_FEW] * (len(labels) - 3)), _systems(person)),
            Sheet("Koneksi", Form("Daftar koneksi", ends, [_WIDE, _WIDE, _FEW, _FEW, _WIDE]), _connections(person)),
        )
    )


def _systems(person: Person) -> Iterator[list[Any]]:
    for one in systems_visible_to(person).exclude(life_cycle=System.LifeCycle.RETIRED):
        told = {
            "name": one.name,
            "agency": one.agency.name,
            "purpose": one.purpose,
            "contact_unit": one.contact_unit,
            "classification": one.get_classification_display(),
            "holds": one.holds,
            "personal_data": _yes(one.personal_data),
            "worth": one.worth,
            "life_cycle": one.get_life_cycle_display(),
            "internet": one.get_internet_display(),
            "foothold": one.get_foothold_display(),
            "address": one.address,
            "host": one.host.name if one.host else "",
            "isolated": _yes(one.host.isolated) if one.host else "",
            **{key: one.details.get(key, "") for key in DETAILS},
        }
        yield [told[field.name] for field in KINDS[SYSTEMS].fields]


def _connections(person: Person) -> Iterator[list[Any]]:
    for one in connections_visible_to(person):
        label = CONNECTION_KINDS[one.kind].label
        yield [one.source.name, one.target.name, label, _yes(one.protected), one.note]


def _yes(told: bool) -> str:
    return "ya" if told else "tidak"
