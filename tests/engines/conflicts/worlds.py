"""Two sources that agree up to rounding, code system and unit, and seeded conflicts of varied kinds put into them.

The numbers are invented; the names of the provinces are those whose codes collide.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from selaras.engines.conflicts import ClassParts, Figure, RegionParts, Terms, crosswalk
from selaras.engines.tabular.standard import CodeList

MINISTRY, OFFICE = "kemendagri 2025", "bps 2023"
PROVINCES = {
    "91": ("94", "Papua"),
    "92": ("91", "Papua Barat"),
    "93": ("95", "Papua Selatan"),
    "94": ("96", "Papua Tengah"),
    "95": ("97", "Papua Pegunungan"),
    "96": ("92", "Papua Barat Daya"),
}
WHOLE = "00"
MINISTRY_LIST = CodeList.of(
    "kemendagri", "2025", {code: name for code, (_bps, name) in PROVINCES.items()} | {WHOLE: "Semua"}
)
OFFICE_LIST = CodeList.of("bps", "2023", {bps: name.upper() for bps, name in PROVINCES.values()} | {WHOLE: "SEMUA"})
WALK = crosswalk(OFFICE_LIST, MINISTRY_LIST)
TERMS = Terms(MINISTRY, {OFFICE: WALK}, MINISTRY_LIST.names)
RULES = (RegionParts({WHOLE: tuple(PROVINCES)}), ClassParts("jenis kelamin", ("L", "P")))
YEARS = tuple(range(2012, 2021))
PEOPLE, MEN, WOMEN = (), (("jenis kelamin", "L"),), (("jenis kelamin", "P"),)
POPULATION, FIELDS, INCOME = "penduduk", "luas sawah", "pendapatan per kapita"
COLUMNS = ((POPULATION, PEOPLE), (POPULATION, MEN), (POPULATION, WOMEN), (FIELDS, ()), (INCOME, ()))
# Unit of the agency, unit of the office, how many of the former are one of the latter, decimals of the latter.
UNITS = {
    POPULATION: ("jiwa", "ribu jiwa", 1000, (1, 2, 3)),
    FIELDS: ("ha", "km2", 100, (0, 1, 2)),
    INCOME: ("rupiah/kapita", "juta rupiah/kapita", 10**6, (2, 3, 6)),
}
Place = tuple[str, str, int, tuple[tuple[str, str], ...]]
World = dict[tuple[str, Place], Figure]
AGENCY, STATISTICS = "Dinas", "BPS"


def world(seed: int) -> World:
    """By source and place, the figures of two sources that do not conflict."""
    chance = random.Random(seed)
    decimals = {name: chance.choice(choices) for name, (*_units, choices) in UNITS.items()}
    found: World = {}
    for place, value in true_values(chance).items():
        indicator, region, year, part = place
        ours, theirs, factor, _choices = UNITS[indicator]
        bps = PROVINCES[region][0] if region in PROVINCES else region
        rounded = round(Decimal(value) / factor, decimals[indicator])
        found[AGENCY, place] = Figure(AGENCY, indicator, region, MINISTRY, str(year), value, ours, part)
        found[STATISTICS, place] = Figure(STATISTICS, indicator, bps, OFFICE, f"Tahun {year}", rounded, theirs, part)
    return found


def true_values(chance: random.Random) -> dict[Place, int]:
    found: dict[Place, int] = {}
    for region in PROVINCES:
        men, fields, income = (chance.randint(10**5, 9 * 10**5), chance.randint(10**4, 9 * 10**4), 3 * 10**7)
        for year in YEARS:
            men = round(men * chance.uniform(1.005, 1.02))
            women = round(men * chance.uniform(0.93, 0.97))
            fields = round(fields * chance.uniform(0.985, 1.005))
            income = round(income * chance.uniform(1.02, 1.08))
            values = (men + women, men, women, fields, income)
            for (indicator, part), value in zip(COLUMNS, values, strict=True):
                found[indicator, region, year, part] = value
    for indicator, part in COLUMNS[:4]:
        for year in YEARS:
            found[indicator, WHOLE, year, part] = sum(found[indicator, region, year, part] for region in PROVINCES)
    return found


@dataclass(frozen=True)
class Injected:
    """A world with one conflict: which check must find it, at which places, and the cause where it can be known."""

    kind: str
    check: str
    world: World
    touched: frozenset[tuple[str, Place]]
    cause: str = ""


def _changed(base: World, changes: World, kind: str, check: str, cause: str = "") -> Injected:
    return Injected(kind, check, base | changes, frozenset(changes), cause)


def _place(base: World, chance: random.Random, *indicators: str) -> Place:
    return chance.choice([place for source, place in base if source == AGENCY and place[0] in indicators])


def unit_slip(base: World, chance: random.Random) -> Injected:
    place = _place(base, chance, POPULATION, FIELDS, INCOME)
    figure, factor = base[AGENCY, place], UNITS[place[0]][2]
    slipped = replace(figure, value=figure.value * factor)
    return _changed(base, {(AGENCY, place): slipped}, "unit slip", "disagreements", "unit")


def swapped_digits(base: World, chance: random.Random) -> Injected:
    """Two neighbouring digits of the upper half: further down a swap may be no more than the other's rounding."""
    while True:
        place = _place(base, chance, POPULATION, FIELDS)
        figure, digits = base[AGENCY, place], str(base[AGENCY, place].value)
        spot = chance.randrange(1, len(digits) // 2)
        if digits[spot] != digits[spot + 1]:
            break
    swapped = int(digits[:spot] + digits[spot + 1] + digits[spot] + digits[spot + 2 :])
    return _changed(base, {(AGENCY, place): replace(figure, value=swapped)}, "swapped digits", "disagreements")


def wrong_code(base: World, chance: random.Random) -> Injected:
    """A column of one year filed under the office's codes as if they were the ministry's."""
    indicator, part = chance.choice(COLUMNS)
    year = chance.choice(YEARS)
    places = [(indicator, region, year, part) for region in PROVINCES]
    changes = {(AGENCY, place): replace(base[AGENCY, place], region=PROVINCES[place[1]][0]) for place in places}
    return _changed(base, changes, "wrong code system", "disagreements", "code_system")


def wrong_sum(base: World, chance: random.Random) -> Injected:
    """A total that both sources state alike, far enough from its parts that rounding does not explain it."""
    year, indicator = chance.choice(YEARS), chance.choice((POPULATION, FIELDS))
    place = (indicator, WHOLE, year, PEOPLE)
    factor = UNITS[indicator][2]
    off = chance.choice((-1, 1)) * chance.randint(1, 9) * factor * 10
    agency, office = base[AGENCY, place], base[STATISTICS, place]
    changes = {
        (AGENCY, place): replace(agency, value=agency.value + off),
        (STATISTICS, place): replace(office, value=office.value + off // factor),
    }
    return _changed(base, changes, "wrong sum", "sums")


def swapped_columns(base: World, chance: random.Random) -> Injected:
    _indicator, region, year, _part = _place(base, chance, INCOME)
    one, other = chance.choice((((POPULATION, MEN), (POPULATION, WOMEN)), ((POPULATION, MEN), (FIELDS, ()))))
    first, second = ((indicator, region, year, part) for indicator, part in (one, other))
    ours, theirs = base[AGENCY, first], base[AGENCY, second]
    changes = {
        (AGENCY, first): replace(ours, value=theirs.value),
        (AGENCY, second): replace(theirs, value=ours.value),
    }
    return _changed(base, changes, "swapped columns", "disagreements", "swapped_columns")


def broken_series(base: World, chance: random.Random) -> Injected:
    """A level that jumps in both sources alike, up or down, for good or for one year."""
    _indicator, region, _year, _part = _place(base, chance, INCOME)
    first = chance.choice(YEARS[1:])
    years = chance.choice((YEARS[YEARS.index(first) :], (first,)))
    factor = Fraction(chance.randint(160, 300), 100) ** chance.choice((1, -1))
    changes: World = {}
    for year in years:
        for source in (AGENCY, STATISTICS):
            figure = base[source, (INCOME, region, year, ())]
            value = Decimal(factor.numerator) * figure.value / factor.denominator
            step = Decimal(1).scaleb(Decimal(figure.value).as_tuple().exponent)
            changes[source, (INCOME, region, year, ())] = replace(figure, value=value.quantize(step))
    return _changed(base, changes, "break", "breaks")


KINDS: tuple[Callable[[World, random.Random], Injected], ...] = (
    unit_slip,
    swapped_digits,
    wrong_code,
    wrong_sum,
    swapped_columns,
    broken_series,
)
