"""Two agencies with their producers, a steward, and a small dataset, for tests. All names and figures are invented."""

from __future__ import annotations

import io
from typing import Any

from selaras.government.actions import seed_parameters
from selaras.government.models import Agency, Region
from selaras.people.actions import system_account
from selaras.people.models import Account, Role
from selaras.sectoral.actions.checking import check_version, run_check
from selaras.sectoral.actions.describing import Described, describe_dataset
from selaras.sectoral.actions.releasing import release
from selaras.sectoral.actions.standardising import set_standard
from selaras.sectoral.actions.submitting import submit
from selaras.sectoral.actions.uploading import upload_version
from selaras.sectoral.models import Check, Dataset, Version
from tests.people.persons import person, someone

Kind = Role.Kind
CODE = "jumlah-penduduk"
SAID = Described(
    "Jumlah penduduk menurut desa (contoh)",
    "Penduduk tiap desa menurut jenis kelamin.",
    Dataset.Frequency.YEARLY,
    "Penduduk",
    "Semua orang yang berdomisili di desa itu enam bulan atau lebih.",
    "Bidang Statistik",
    unit="jiwa",
)
SCHEMA: dict[str, Any] = {
    "fields": [
        {"name": "desa", "constraints": {"required": True}},
        *({"name": name, "type": "integer", "constraints": {"minimum": 0}} for name in ("laki", "perempuan", "jumlah")),
    ],
    "primaryKey": ["desa"],
    "sdi:rules": ["laki + perempuan = jumlah"],
}
GOOD = b"desa,laki,perempuan,jumlah\nAyah,10,12,22\nSrati,7,8,15\n"
MENDED = b"desa,laki,perempuan,jumlah\nAyah,10,13,23\nArgosari,1,2,3\nSrati,7,8,15\n"
MESSY = b"nama desa,L (jiwa),P (jiwa),L+P,Ket.\nAyah,10,12,22,\nSrati,7,8,15,hasil registrasi\n"
FAULTY = b"desa,laki,perempuan,jumlah\nAyah,10,12,22\nSrati,7,8,16\nArgosari,-1,banyak,3\n"


def room() -> Dataset:
    """The dataset, described and with its standard, under the regulation parameters that come with the program."""
    seed_parameters(actor=system_account())
    regency = Region.objects.create(code="33.05", name="Contoh", level=Region.Level.REGENCY)
    for code, name in (("2.12.01", "Dinas Kependudukan (contoh)"), ("1.02.01", "Dinas Kesehatan (contoh)")):
        Agency.objects.create(region=regency, code=code, name=name)
    dataset = describe_dataset(CODE, agency(), SAID, actor=producer())
    set_standard(dataset, SCHEMA, actor=producer())
    return dataset


def agency(code: str = "2.12.01") -> Agency:
    return Agency.objects.get(code=code)


def producer() -> Account:
    return _at("produsen", Kind.DATA_PRODUCER, agency())


def stranger() -> Account:
    """A producer of another agency."""
    return _at("produsen-lain", Kind.DATA_PRODUCER, agency("1.02.01"))


def steward() -> Account:
    return someone(Kind.DATA_STEWARD, "walidata")


def _at(name: str, kind: str, place: Agency) -> Account:
    return Account.objects.filter(username=name).first() or person(name, kind, agency=place)


def sent(dataset: Dataset, content: bytes = GOOD, name: str = "penduduk.csv") -> Version:
    return upload_version(dataset, name, io.BytesIO(content), actor=producer())


def looked_at(version: Version) -> Check:
    """Its check, done as the worker does it."""
    check = check_version(version, actor=producer())
    run_check(check.pk)
    check.refresh_from_db()
    return check


def handed_in(dataset: Dataset, content: bytes = GOOD) -> Version:
    version = sent(dataset, content)
    looked_at(version)
    return submit(version, actor=producer())


def out(dataset: Dataset, content: bytes = GOOD) -> Version:
    return release(handed_in(dataset, content), actor=steward())
