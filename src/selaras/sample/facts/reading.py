"""Reads the typed facts that lie beside this file, one fact a line, fields parted by `|`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import cos, pi, sin, sqrt

LEVELS = {1: "urusan", 2: "bidang urusan", 3: "program", 5: "kegiatan", 6: "sub kegiatan"}
GOLDEN_ANGLE = pi * (3 - sqrt(5))
SPREAD_DEGREES = 0.028  # how far the outermost village is put from the centre of its district
OUTCOMES = {
    "Pembangunan": "Terbangunnya",
    "Penyediaan": "Tersedianya",
    "Pengadaan": "Tersedianya",
    "Rehabilitasi": "Terehabilitasinya",
    "Peningkatan": "Meningkatnya",
    "Pemeliharaan": "Terpeliharanya",
}


@dataclass(frozen=True, slots=True)
class Village:
    """A desa or kelurahan; its place is an estimate, not a survey."""

    code: str
    name: str
    kind: str
    latitude: float
    longitude: float

    @property
    def district(self) -> str:
        return self.code[:8]


@dataclass(frozen=True, slots=True)
class District:
    """A kecamatan with its villages, an estimated centre and its tile on the schematic map."""

    code: str
    name: str
    latitude: float
    longitude: float
    column: int
    row: int
    villages: tuple[Village, ...]


@dataclass(frozen=True, slots=True)
class Agency:
    """A perangkat daerah and the fields of duty (bidang urusan) it holds."""

    code: str
    name: str
    short: str
    fields: tuple[str, ...]
    programmes: tuple[str, ...] = ()
    """Which programmes of its field, where another agency holds the others; empty: all."""
    district: str = ""
    """The code of the district, for a district office."""

    def holds(self, code: str) -> bool:
        """Whether a programme, activity or subactivity lies in the agency's duty."""
        return code[:4] in self.fields and (not self.programmes or code[:7] in self.programmes)


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the catalogue of programmes."""

    code: str
    name: str
    indicator: str
    unit: str

    @property
    def level(self) -> str:
        return LEVELS[self.code.count(".") + 1]

    @property
    def field(self) -> str:
        return self.code[:4]

    @property
    def programme(self) -> str:
        return self.code[:7]

    @property
    def outcome(self) -> str:
        """What is reached, worded after the name; empty above the subactivity."""
        if self.level != "sub kegiatan":
            return ""
        first, _, rest = self.name.partition(" ")
        return f"{OUTCOMES[first]} {rest}" if first in OUTCOMES else f"Terlaksananya {self.name}"


@dataclass(frozen=True, slots=True)
class Activity:
    """A kind of proposal: `code` is a subactivity, or who else has the authority (desa, provinsi, pusat)."""

    code: str
    unit: str
    unit_cost: int
    least: int
    most: int
    step: int
    weight: int
    kinds: tuple[tuple[str, ...], ...]
    """The things that are asked for, each in the wordings that say the same."""
    problems: tuple[str, ...]

    @property
    def authority(self) -> str:
        return "kabupaten" if self.code[0].isdigit() else self.code


def _lines(name: str) -> Iterator[list[str]]:
    text = files("selaras.sample.facts").joinpath(name).read_text(encoding="utf-8")
    return (line.split("|") for line in text.splitlines() if line and not line.startswith("#"))


@cache
def districts() -> tuple[District, ...]:
    """The 26 districts in the order of their codes."""
    return tuple(_district(*line) for line in _lines("villages.txt"))


def _district(code: str, name: str, latitude: str, longitude: str, column: str, row: str, names: str) -> District:
    centre = (float(latitude), float(longitude))
    listed = names.split(", ")
    villages = tuple(_village(code, centre, n, order, len(listed)) for order, n in enumerate(listed, 1))
    return District(code, name, *centre, int(column), int(row), villages)


def _village(district: str, centre: tuple[float, float], name: str, order: int, count: int) -> Village:
    urban = name.endswith("*")
    radius, angle = SPREAD_DEGREES * sqrt((order - 0.5) / count), order * GOLDEN_ANGLE
    return Village(
        code=f"{district}.{1 if urban else 2}{order:03d}",
        name=name.rstrip("*"),
        kind="kelurahan" if urban else "desa",
        latitude=round(centre[0] + radius * sin(angle), 4),
        longitude=round(centre[1] + radius * cos(angle), 4),
    )


def district_of(village: Village) -> District:
    """The district in which the village lies."""
    return districts()[int(village.district[6:]) - 1]


@cache
def agencies() -> tuple[Agency, ...]:
    """The agencies of the regency, then the 26 district offices."""
    central = [_agency(*line) for line in _lines("agencies.txt")]
    offices = [
        Agency(f"7.01.0.00.0.00.{d.code[6:]}.0000", f"Kecamatan {d.name}", f"Kec. {d.name}", ("7.01",), (), d.code)
        for d in districts()
    ]
    return (*central, *offices)


def _agency(code: str, name: str, short: str, fields: str, programmes: str = "") -> Agency:
    return Agency(code, name, short, tuple(fields.split(", ")), tuple(programmes.split(", ")) if programmes else ())


@cache
def catalogue() -> tuple[Entry, ...]:
    """The typed part of the official catalogue, in the order of its codes."""
    return tuple(_entry(*line) for line in _lines("catalogue.txt"))


def _entry(code: str, name: str, indicator: str = "", unit: str = "") -> Entry:
    return Entry(code, name, indicator or (f"Jumlah {unit} Hasil {name}" if unit else ""), unit)


@cache
def activities() -> tuple[Activity, ...]:
    """The kinds of proposals; unit costs in whole rupiah."""
    return tuple(_activity(*line) for line in _lines("activities.txt"))


def _activity(
    code: str, unit: str, cost: str, least: str, most: str, step: str, weight: str, texts: str, problems: str
) -> Activity:
    numbers = (int(cost) * 1000, int(least), int(most), int(step), int(weight))
    kinds = tuple(tuple(kind.split(";")) for kind in texts.split("//"))
    return Activity(code, unit, *numbers, kinds, tuple(problems.split(";")))


@dataclass(frozen=True, slots=True)
class Priority:
    """A regional priority of the draft plan and the programmes that serve it."""

    number: str
    name: str
    goal: str
    indicator: str
    programmes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Crossing:
    """How a code of the older list lives on in the newer one; `new` is empty where it ended."""

    old: str
    old_name: str
    new: str
    relation: str


@cache
def priorities() -> tuple[Priority, ...]:
    """The regional priorities, most important first."""
    return tuple(Priority(number, n, g, i, tuple(p.split(", "))) for number, n, g, i, p in _lines("priorities.txt"))


@cache
def crosswalk() -> tuple[Crossing, ...]:
    """The typed part of the crosswalk between two versions of the catalogue."""
    return tuple(Crossing(*line) for line in _lines("crosswalk.txt"))
