"""Two agencies, their security officers and a small inventory, for tests. All names are invented."""

from __future__ import annotations

from dataclasses import replace

from selaras.exposure.actions.connecting import Joined, connect
from selaras.exposure.actions.registering import Said, register_system
from selaras.exposure.models import Connection, System
from selaras.government.models import Agency, Region
from selaras.people.models import Account, Role
from tests.people.persons import person, someone

Kind = Role.Kind
CIVIL, HEALTH = "5.03.01", "1.02.01"
SAID = Said("Situs desa (contoh)", "Berita dan layanan desa.", System.Classification.OPEN, "Bidang Aplikasi")


def agencies() -> None:
    regency = Region.objects.create(code="33.05", name="Contoh", level=Region.Level.REGENCY)
    for code, name in ((CIVIL, "Badan Kepegawaian (contoh)"), (HEALTH, "Dinas Kesehatan (contoh)")):
        Agency.objects.create(region=regency, code=code, name=name)


def agency(code: str = CIVIL) -> Agency:
    return Agency.objects.get(code=code)


def chief() -> Account:
    """The security officer of the whole region."""
    return someone(Kind.SECURITY_OFFICER, "keamanan-daerah")


def officer(code: str = CIVIL) -> Account:
    """The security officer of one agency."""
    name = f"keamanan-{code.replace('.', '-')}"
    found = Account.objects.filter(username=name).first()
    return found or person(name, Kind.SECURITY_OFFICER, agency=agency(code))


def auditor() -> Account:
    return someone(Kind.AUDITOR)


def a_system(name: str, code: str = CIVIL, **told: object) -> System:
    said = replace(SAID, name=name, **told)  # type: ignore[arg-type]
    return register_system(agency(code), said, actor=chief())


def joined(source: System, target: System, kind: str = "api", *, protected: bool = False) -> Connection:
    return connect(source, target, Joined(kind, protected), actor=chief())


def inventory() -> dict[str, System]:
    """From the internet through the village site and the sign-in portal to the personnel system; a lone one beside."""
    agencies()
    found = {
        "situs": a_system("Situs desa (contoh)", HEALTH, internet="open", foothold="village"),
        "portal": a_system("Portal masuk (contoh)", HEALTH, internet="guarded"),
        "simpeg": a_system("SIMPEG (contoh)", worth=8, classification="secret", personal_data=True),
        "arsip": a_system("Arsip surat (contoh)"),
    }
    joined(found["situs"], found["portal"], "credentials")
    joined(found["simpeg"], found["portal"], "sign_in")
    return found
