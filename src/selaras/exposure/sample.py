"""An invented district of systems for demonstrations and measurements; each name says so."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from selaras.exposure.actions.connecting import Joined, connect
from selaras.exposure.actions.fixing import Measured, suggest_fix
from selaras.exposure.actions.registering import Said, register_system
from selaras.exposure.models import Connection, Fix, Host, System
from selaras.government.models import Agency
from selaras.people.models import Account

_CORES = (
    ("SIMPEG", "Data dan karier pegawai.", 8, "secret"),
    ("Keuangan daerah", "Anggaran dan pembayaran.", 10, "secret"),
    ("Kependudukan", "Catatan penduduk dan dokumennya.", 10, "secret"),
    ("Pajak daerah", "Pajak dan retribusi.", 7, "limited"),
    ("Rekam medis RSUD", "Catatan pasien.", 9, "secret"),
    ("Bantuan sosial", "Penerima dan penyaluran bantuan.", 6, "limited"),
)
_WORK = ("Presensi", "Arsip surat", "Layanan daring", "Pengaduan", "Inventaris barang", "Survei", "Antrean", "Laporan")
_LINKS = (("api", 5), ("sign_in", 3), ("network", 4), ("database", 1), ("files", 2), ("credentials", 2))
_SITES_ON_A_HOST = 12
_FEW = 3


@dataclass(frozen=True)
class _Made:
    cores: list[System]
    work: list[System]
    sites: list[System]
    vendors: list[System]


def seed_district(agencies: Sequence[Agency], *, systems: int = 300, seed: int = 1, actor: Account) -> int:
    """Systems, connections and candidate fixes; the same seed gives the same district. Returns how many systems.

    Made once: with a system in the register, nothing is added.
    """
    if System.objects.exists():
        return 0
    dice = random.Random(seed)  # noqa: S311 - a sample, no secret
    made = _systems(agencies, systems, dice, actor)
    for source, target, kind in _links(made, dice):
        connect(source, target, Joined(kind, dice.random() < 0.3), actor=actor)
    _fixes(dice, actor)
    return System.objects.count()


def _systems(agencies: Sequence[Agency], count: int, dice: random.Random, actor: Account) -> _Made:
    made = _Made([], [], [], [])
    villages, vendors = count * 2 // 5, max(2, count // 50)
    for at, (name, purpose, worth, held) in enumerate(_CORES):
        said = Said(
            f"{name} (contoh)", purpose, held, "Bidang Aplikasi (contoh)", address=_address(name), worth=worth,
            personal_data=True,
        )  # fmt: skip
        made.cores.append(register_system(agencies[at % len(agencies)], said, actor=actor))
    for at in range(villages):
        host = f"peladen situs {at // _SITES_ON_A_HOST + 1} (contoh)"
        said = Said(
            f"Situs desa {at + 1} (contoh)", "Berita dan layanan desa.", "open", "Seksi Layanan (contoh)",
            address=f"https://desa-{at + 1}.kabupaten.example", internet="open",
            foothold="village", host=host, isolated=bool(at // _SITES_ON_A_HOST % 2),
        )  # fmt: skip
        made.sites.append(register_system(agencies[at % len(agencies)], said, actor=actor))
    for at in range(vendors):
        said = Said(f"Sambungan vendor {at + 1} (contoh)", "Pemeliharaan.", "limited", "Seksi Infrastruktur (contoh)",
                    foothold="vendor")  # fmt: skip
        made.vendors.append(register_system(agencies[at % len(agencies)], said, actor=actor))
    for at in range(count - len(_CORES) - villages - vendors):
        word = _WORK[at % len(_WORK)]
        name = f"{word} {at // len(_WORK) + 1}"
        said = Said(
            f"{name} (contoh)", f"{word} perangkat daerah.", "limited", "Subbagian Umum (contoh)",
            address=_address(name), internet=dice.choice(("closed", "closed", "guarded", "open")),
        )  # fmt: skip
        made.work.append(register_system(agencies[at % len(agencies)], said, actor=actor))
    return made


def _address(name: str) -> str:
    """Under a top-level name that is kept for examples (RFC 2606)."""
    return f"https://{name.casefold().replace(' ', '-')}.kabupaten.example"


def _links(made: _Made, dice: random.Random) -> Iterator[tuple[System, System, str]]:
    """Sites and vendors lead to the work systems, these to one another and to the cores."""
    kinds, weights = zip(*_LINKS, strict=True)
    seen: set[tuple[int, int]] = set()

    def pair(source: System, target: System, kind: str) -> Iterator[tuple[System, System, str]]:
        ends = (source.pk, target.pk)
        if source.pk != target.pk and ends not in seen:
            seen.add(ends)
            yield source, target, kind

    for site in made.sites:
        if dice.random() < 0.4:
            yield from pair(site, dice.choice(made.work), dice.choice(("api", "files", "credentials")))
    for vendor in made.vendors:
        for target in dice.sample(made.work + made.cores, 6):
            yield from pair(vendor, target, "vendor")
    for one in made.work:
        for _ in range(2):
            yield from pair(one, dice.choice(made.work), dice.choices(kinds, weights)[0])
        if dice.random() < 0.35:
            yield from pair(one, dice.choice(made.cores), dice.choices(kinds, weights)[0])


def _fixes(dice: random.Random, actor: Account) -> None:
    """For each password that is kept a vault, for each open system a patch, for each crowded host a wall; a few trusts
    to end and systems to retire."""
    for one in Connection.objects.filter(protected=False).select_related("source__agency", "target__agency"):
        if one.kind in ("credentials", "database", "vendor"):
            cost = dice.randrange(5, 60) * 1_000_000
            said = Measured(Fix.Kind.SEGMENT, f"Batasi {one.source} ke {one.target}"[:200], cost, 20, _severity(dice))
            suggest_fix(one, said, actor=actor)
    for system in System.objects.filter(internet="open").exclude(foothold="village").select_related("agency"):
        cost = dice.randrange(5, 40) * 1_000_000
        said = Measured(Fix.Kind.PATCH, f"Perkuat {system}", cost, 40, _severity(dice))
        suggest_fix(system, said, actor=actor)
    for host in Host.objects.filter(isolated=False).select_related("agency"):
        said = Measured(Fix.Kind.ISOLATE, f"Pisahkan sistem di {host}", dice.randrange(20, 80) * 1_000_000, 30)
        suggest_fix(host, said, actor=actor)
    for one in Connection.objects.filter(kind="sign_in").select_related("source__agency", "target__agency")[:_FEW]:
        label = f"Putuskan kepercayaan login {one.source} ke {one.target}"[:200]
        said = Measured(Fix.Kind.REMOVE_TRUST, label, dice.randrange(3, 15) * 1_000_000)
        suggest_fix(one, said, actor=actor)
    for system in System.objects.filter(worth=0, foothold="none").select_related("agency").order_by("-pk")[:_FEW]:
        said = Measured(Fix.Kind.RETIRE, f"Hentikan {system}", dice.randrange(2, 10) * 1_000_000)
        suggest_fix(system, said, actor=actor)


def _severity(dice: random.Random) -> Decimal:
    return Decimal(dice.randrange(20, 100)) / 10
