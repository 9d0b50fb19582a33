"""Two agencies that state the same thing, for tests: tables sent, measures set, the search done. All invented."""

from __future__ import annotations

import io
from typing import Any

from django.db.models import QuerySet

from selaras.government.actions import seed_parameters
from selaras.government.models import Agency, Region, RegulationParameter
from selaras.people.actions.accounts import system_account
from selaras.people.models import Account, Role
from selaras.sectoral.actions.checking import check_version, run_check
from selaras.sectoral.actions.describing import Described, describe_dataset
from selaras.sectoral.actions.looking import look_for_conflicts, run_look
from selaras.sectoral.actions.measuring import Measured, set_measure
from selaras.sectoral.actions.releasing import release
from selaras.sectoral.actions.standardising import set_standard
from selaras.sectoral.actions.submitting import submit
from selaras.sectoral.actions.uploading import upload_version
from selaras.sectoral.models import Conflict, Dataset, Look, Side, Version
from tests.people.persons import person, someone

SYSTEM = "kemendagri 2025"
REGISTRY, HEALTH = "2.12.01", "1.02.01"
NAMES = {REGISTRY: "Dinas Kependudukan (contoh)", HEALTH: "Dinas Kesehatan (contoh)"}
SCHEMA: dict[str, Any] = {
    "fields": [
        {"name": "kode", "sdi:codeSystem": {"name": "kemendagri", "version": "2025"}},
        {"name": "tahun", "type": "year"},
        {"name": "jumlah", "type": "integer", "sdi:unit": "jiwa", "sdi:concept": "penduduk"},
    ],
    "primaryKey": ["kode", "tahun"],
}
SAID = Measured("penduduk", "jumlah", "kode", SYSTEM, "jiwa", "tahun")


def agencies() -> None:
    if not RegulationParameter.objects.filter(key="sectoral.region_codes").exists():
        seed_parameters(actor=system_account())
    regency, _ = Region.objects.get_or_create(code="33.05", defaults={"name": "Contoh", "level": "regency"})
    for code in (f"33.05.{place:02}" for place in range(1, 13)):
        Region.objects.get_or_create(code=code, defaults={"name": code, "level": "district", "parent": regency})
    for code, name in NAMES.items():
        Agency.objects.get_or_create(region=regency, code=code, defaults={"name": name})


def at(code: str) -> Agency:
    agencies()
    return Agency.objects.get(code=code)


def sender(code: str = REGISTRY) -> Account:
    name = f"produsen-{code}"
    known = Account.objects.filter(username=name).first()
    return known or person(name, Role.Kind.DATA_PRODUCER, agency=at(code))


def steward() -> Account:
    return someone(Role.Kind.DATA_STEWARD, "walidata")


def dataset(code: str = REGISTRY, *, said: Measured | None = SAID, schema: dict[str, Any] = SCHEMA) -> Dataset:
    """The dataset of that agency, described, with its standard and, unless none is said, its measure."""
    told = Described(f"Penduduk {NAMES[code]}", "Contoh.", "yearly", "Penduduk", "Contoh.", "Bidang Data", unit="jiwa")
    made = describe_dataset(f"penduduk-{code.replace('.', '-')}", at(code), told, actor=sender(code))
    set_standard(made, schema, actor=sender(code))
    if said:
        set_measure(made, said, actor=sender(code))
    return made


def sent(of: Dataset, *rows: str, header: str = "kode,tahun,jumlah") -> Version:
    """A table that was checked and keeps its standard."""
    by = sender(of.agency.code)
    content = "\n".join((header, *rows, "")).encode()
    version = upload_version(of, "tabel.csv", io.BytesIO(content), actor=by)
    run_check(check_version(version, actor=by).pk)
    version.refresh_from_db()
    check = version.check_in_force
    assert check
    assert check.passed, (check.words, check.summary)
    return version


def out(version: Version) -> Version:
    submit(version, actor=sender(version.dataset.agency.code))
    return release(version, actor=steward())


def looked(by: Account | None = None) -> Look:
    """The search, done as the worker does it."""
    look = look_for_conflicts(actor=by or steward())
    run_look(look.pk)
    look.refresh_from_db()
    return look


def apart(ours: int = 22, theirs: int = 25) -> Conflict:
    """The conflict of two agencies that say different numbers of one village."""
    sent(dataset(REGISTRY), f"33.05.01,2024,{ours}")
    sent(dataset(HEALTH), f"33.05.01,2024,{theirs}")
    looked()
    return Conflict.objects.get()


def superseded_of(version: Version) -> QuerySet[Side]:
    """The cells of a version in whose place a decision holds another number."""
    found = Side.objects.filter(version=version, superseded=True, conflict__state=Conflict.State.SETTLED)
    return found.order_by("row", "column", "pk")
