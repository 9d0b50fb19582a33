"""Who comes to the forum, how the assessors score, who may not score what, and how the participants vote."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selaras.sample.draw import Draw
from selaras.sample.facts import agencies, district_of, districts
from selaras.sample.proposals import Proposal

PEOPLE_HEADER = [
    "nomor peserta",
    "nama",
    "unsur",
    "peran",
    "instansi",
    "hadir",
    "penilai",
    "penandatangan",
    "keterangan",
]
SCORE_HEADER = ["nomor peserta", "nomor usulan", "kemendesakan", "pemanfaatan", "dukungan_prioritas", "kesiapan"]
CONFLICT_HEADER = ["nomor peserta", "nomor usulan", "alasan"]
BALLOT_HEADER = ["nomor peserta", "nomor usulan"]
MARK = "nama rekaan, data sintetis"
FIRST = [
    "Agus",
    "Budi",
    "Catur",
    "Dwi",
    "Endah",
    "Fajar",
    "Guntur",
    "Hesti",
    "Indra",
    "Joko",
    "Kartika",
    "Lestari",
    "Mulyono",
    "Nining",
    "Parjo",
    "Ratna",
]
LAST = [
    "Prasetyo",
    "Wibowo",
    "Saputro",
    "Handayani",
    "Rahmawati",
    "Susilo",
    "Widodo",
    "Kusuma",
    "Astuti",
    "Purnomo",
    "Setiawan",
    "Utami",
]
HOST, COUNCIL, PLANNER, TREASURER = "Diskominfo", "DPRD Komisi A", "Bappeda", "BPKAD"
OTHERS = [
    "Kamar Dagang dan Industri",
    "Tim Penggerak PKK",
    "Karang Taruna",
    "Forum Anak",
    "Perkumpulan Penyandang Disabilitas",
    "Forum Relawan TIK",
    "Komunitas Informasi Masyarakat",
    "Persatuan Perangkat Desa",
    "Gabungan Kelompok Tani",
    "Himpunan Nelayan",
    "Asosiasi UMKM",
    "Badan Pusat Statistik",
    "Polres",
]
ABSENT = (18, 34, 51, 77)
ASSESSORS = (1, 7, 9, 16, 22, 57, 58, 59, 61, 62, 69, 72)
APPROVALS = 25
CRITERIA = 4

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Person:
    """A participant; `body` is the institution that sent them."""

    number: str
    name: str
    element: str
    role: str
    body: str
    present: bool
    assessor: bool
    signs: bool

    def row(self) -> list[str]:
        marks = ("ya" if flag else "tidak" for flag in (self.present, self.assessor, self.signs))
        return [self.number, self.name, self.element, self.role, self.body, *marks, MARK]


def make_people() -> list[Person]:
    """Exactly 80 participants in the elements that the report of 2020 names, 76 of them present."""
    people: list[Person] = []
    signed: set[str] = set()
    for order, (element, role, body) in enumerate(_seats(), 1):
        present = order not in ABSENT
        signs = present and element not in signed
        if signs:
            signed.add(element)
        name = f"{FIRST[order % len(FIRST)]} {LAST[(order * 7 + order // 48) % len(LAST)]} (contoh)"
        people.append(Person(f"P{order:02d}", name, element, role, body, present, order in ASSESSORS, signs))
    return people


def _seats() -> Iterator[tuple[str, str, str]]:
    central = [a for a in agencies() if not a.district]
    host = next(a for a in central if a.short == HOST)
    yield ("Perangkat Daerah", "narasumber", host.name)
    for role in ("moderator", "notulis", "peserta", "peserta", "peserta"):
        yield ("Perangkat Daerah", role, host.name)
    for agency in central:
        if agency.short not in (HOST, PLANNER, TREASURER):
            yield ("Perangkat Daerah", "peserta", agency.name)
    for district in districts():
        yield ("Kecamatan", "peserta", f"Kecamatan {district.name}")
    yield ("DPRD", "narasumber", COUNCIL)
    yield ("DPRD", "peserta", COUNCIL)
    yield ("Bappeda", "narasumber", "Badan Perencanaan Pembangunan Daerah")
    yield ("Bappeda", "peserta", "Badan Perencanaan Pembangunan Daerah")
    yield ("BPKAD", "narasumber", "Badan Pengelolaan Keuangan dan Aset Daerah")
    yield ("Kodim", "peserta", "Kodim 0709/Kebumen")
    for number in (1, 2, 3):
        yield ("Akademisi", "peserta", f"Perguruan Tinggi {number} (contoh)")
    for number in (1, 2, 3, 4):
        yield ("Media", "peserta", f"Media {number} (contoh)")
    for body in OTHERS:
        yield ("Institusi lain", "peserta", body)


def make_scores(seed: int, proposals: Sequence[Proposal], people: Sequence[Person]) -> tuple[Rows, Rows]:
    """Rows of scores from 1 to 5, and rows of conflicts of interest: an assessor's own agency asked for the money."""
    draw = Draw(seed, "nilai")
    assessors = [p for p in people if p.assessor]
    leniency = {p.number: draw.between(-0.8, 0.8) for p in assessors}
    scores: Rows = []
    conflicts: Rows = []
    for proposal in proposals:
        body = proposal.agency.name if proposal.agency else ""
        strict = not draw.chance(0.03)
        allowed = [p for p in assessors if not (strict and p.body == body)]
        for person in draw.sample(allowed, draw.whole(2, 3)):
            if person.body == body:
                conflicts.append([person.number, proposal.number, f"Bekerja di {body}"])
            scores.append([person.number, proposal.number, *_marks(draw, proposal, leniency[person.number])])
    return scores, conflicts


def _marks(draw: Draw, proposal: Proposal, leniency: float) -> list[str]:
    marks = []
    for criterion in range(CRITERIA):
        merit = (proposal.merit * (7 + criterion) * 1.37) % 1 * 0.4 + proposal.merit * 0.6
        mark = 1 + 4 * merit + leniency + draw.between(-0.5, 0.5)
        marks.append("" if draw.chance(0.01) else str(min(5, max(1, round(mark)))))
    return marks


def make_ballots(seed: int, proposals: Sequence[Proposal], people: Sequence[Person]) -> Rows:
    """Up to 25 approvals a participant present: the better proposals more often, a district office its own district."""
    draw = Draw(seed, "suara")
    by_district: dict[str, list[Proposal]] = {}
    for proposal in proposals:
        by_district.setdefault(f"Kecamatan {district_of(proposal.village).name}", []).append(proposal)
    rows: Rows = []
    for person in people:
        if person.present and proposals:
            chosen: dict[str, None] = {}
            for _ in range(draw.whole(APPROVALS - 8, APPROVALS)):
                own = by_district.get(person.body) if draw.chance(0.6) else None
                chosen[_liked(draw, own or proposals).number] = None
            rows += [[person.number, number] for number in sorted(chosen)]
    return rows


def _liked(draw: Draw, proposals: Sequence[Proposal]) -> Proposal:
    return max((draw.pick(proposals) for _ in range(4)), key=lambda p: (p.merit, p.number))
