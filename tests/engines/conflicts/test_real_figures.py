"""Real figures that agree raise no conflict; codes that collide lead to the regions their names tell."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from selaras.engines.conflicts import (
    ClassParts,
    Crosswalk,
    Figure,
    RegionParts,
    Terms,
    align,
    breaks,
    check_sums,
    crosswalk,
    disagreements,
)
from selaras.engines.conflicts.crosswalks import name_key
from selaras.engines.tabular.standard import CodeList

pytestmark = pytest.mark.shared_data
MINISTRY = "kemendagri 2025"
SEX = "jenis kelamin"


def rows(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


@pytest.fixture(scope="module")
def ministry(shared_data: Path) -> CodeList:
    listed = rows(shared_data / "tabular/wilayah/kode_wilayah_kemendagri.csv")
    return CodeList.of("kemendagri", "2025", {row["kode"]: row["nama"] for row in listed})


@pytest.fixture(scope="module")
def registered(shared_data: Path) -> dict[str, tuple[str, int, int, int]]:
    """Name, men, women and people of the country, its provinces and regencies, by code."""
    text = (shared_data / "tabular/wilayah/wilayah_penduduk.sql").read_text(encoding="utf-8")
    found = re.findall(r"\('([\d.]+)','([^']*)','(\d+)','(\d+)','(\d+)'\)", text)
    return {code: (name, int(men), int(women), int(people)) for code, name, men, women, people in found}


def provinces(shared_data: Path, ministry: CodeList) -> Crosswalk:
    listed = rows(shared_data / "tabular/id/bps/Persentase Penduduk Miskin di Indonesia.csv", ";")
    office = CodeList.of("bps", "2023", {row["kode_provinsi"]: row["nama_provinsi"] for row in listed})
    return crosswalk(office, ministry)


def test_the_codes_of_west_java_all_find_their_partner(shared_data: Path, ministry: CodeList) -> None:
    listed = rows(shared_data / "tabular/id/jabar/bps_kemiskinanjabar.csv")
    office = CodeList.of("bps", "2020", {row["kode_kabupaten_kota"]: row["nama_kabupaten_kota"] for row in listed})
    found = crosswalk(office, ministry)
    assert len(found.pairs) == 27
    assert all(code == partner for code, partner in found.pairs.items())
    assert (found.lost, found.unclear, found.collisions) == ((), {}, ())


def test_the_codes_of_papua_lead_to_their_names(shared_data: Path, ministry: CodeList) -> None:
    found = provinces(shared_data, ministry)
    moved = {code: partner for code, partner in found.pairs.items() if code != partner}
    assert moved == {"91": "92", "92": "96", "94": "91", "95": "93", "96": "94", "97": "95"}
    assert found.collisions == ("91", "92", "94", "95", "96")
    assert len(found.pairs) == 38
    assert (found.lost, found.unclear) == ((), {})


def test_every_region_of_the_country_is_its_own_partner(ministry: CodeList) -> None:
    found = crosswalk(ministry, ministry)
    assert len(found.pairs) == len(ministry.names)
    assert all(code == partner for code, partner in found.pairs.items())
    assert found.collisions == ()


def test_the_cities_of_jakarta_agree_between_two_sources(
    shared_data: Path, registered: dict[str, tuple[str, int, int, int]]
) -> None:
    listed: dict[str, int] = defaultdict(int)
    for row in rows(shared_data / "tabular/id/bps/jakarta_population_density.csv"):
        listed[name_key(row["city"])] += int(row["population"])
    cities = {code: row for code, row in registered.items() if code.startswith("31.")}
    said = [Figure("Dukcapil", "penduduk", code, MINISTRY, "2024", row[3], "jiwa") for code, row in cities.items()]
    codes = {name_key(row[0]).removeprefix("kota "): code for code, row in cities.items()}
    said += [Figure("BPS", "penduduk", codes[name], MINISTRY, "2024", value, "jiwa") for name, value in listed.items()]
    found = disagreements(align(said, Terms(MINISTRY)).aligned)
    assert (found.compared, found.found, found.incomparable) == (6, (), ())


def test_a_city_that_is_one_person_off_is_told(registered: dict[str, tuple[str, int, int, int]]) -> None:
    people = registered["31.71"][3]
    said = [Figure(f"Sumber {off}", "penduduk", "31.71", MINISTRY, "2024", people + off, "jiwa") for off in (0, 1)]
    assert [int(one.gap) for one in disagreements(align(said, Terms(MINISTRY)).aligned).found] == [1]


def test_the_census_and_the_signal_survey_of_cilacap_agree_village_by_village(shared_data: Path) -> None:
    census = {
        (name_key(row["namakec"]), name_key(row["namadesa"])): int(row["total_20"])
        for row in rows(shared_data / "reach/cilacap_penduduk_desa_sp2010_sp2020.csv")
    }
    said = []
    for row in rows(shared_data / "reach/cilacap_desa_sinyal.csv"):
        counted = census[name_key(row["kecamatan"]), name_key(row["desa"])]
        for source, value in (("Diskominfo", int(row["penduduk_sp2020"])), ("BPS", counted)):
            said.append(Figure(source, "penduduk", row["kode"], MINISTRY, "2020", value, "jiwa"))
    found = disagreements(align(said, Terms(MINISTRY)).aligned)
    assert (found.compared, found.found) == (130, ())


def test_two_years_of_jakarta_lie_within_a_tenth(shared_data: Path) -> None:
    folder = shared_data / "tabular/id/jakarta"
    ages = rows(folder / "Penduduk-Menurut-Kelompok-Umur-dan-Jenis-Kelamin-Di-DKI-Jakarta-Tahun-2013.csv")
    villages = rows(folder / "DATA-DKI-MENURUT-PENDUDUK-TAHUN-2014.csv")
    said = []
    for sex, before, after in (("L", "jumlah_laki_laki", "laki-laki"), ("P", "jumlah_perempuan", "perempuan")):
        counted = {
            "2013": sum(float(row[before]) for row in ages),
            "2014": sum(float(row[f"{after}_{of}"] or 0) for row in villages for of in ("wni", "wna")),
        }
        for source, value in counted.items():
            said.append(Figure(source, "penduduk", "31", MINISTRY, "2014", int(value), "jiwa", ((SEX, sex),)))
    both = align(said, Terms(MINISTRY)).aligned
    assert len(disagreements(both).found) == 2
    assert disagreements(both, leeway=Fraction(1, 10)).found == ()


def figures_of(registered: dict[str, tuple[str, int, int, int]]) -> Iterator[Figure]:
    for code, (_name, men, women, people) in registered.items():
        for value, part in ((men, ((SEX, "L"),)), (women, ((SEX, "P"),)), (people, ())):
            yield Figure("Dukcapil", "penduduk", code, MINISTRY, "2025", value, "jiwa", part)


def test_the_country_is_the_sum_of_its_provinces_regencies_and_sexes(
    registered: dict[str, tuple[str, int, int, int]],
) -> None:
    children: dict[str, list[str]] = defaultdict(list)
    for code in registered:
        if code != "0":
            children[code.rpartition(".")[0] or "0"].append(code)
    rules = (RegionParts({code: tuple(below) for code, below in children.items()}), ClassParts(SEX, ("L", "P")))
    sums = check_sums(align(figures_of(registered), Terms(MINISTRY)).aligned, rules)
    assert (sums.checked, sums.broken, sums.open) == (3 * 39 + 553, (), ())


def test_the_villages_of_cilacap_are_the_sum_of_their_sexes_and_ages(shared_data: Path) -> None:
    said = []
    for row in rows(shared_data / "reach/cilacap_penduduk_desa_sp2010_sp2020.csv"):
        code = f"{row['kdkec']}-{row['kddesa']}"
        for year in ("10", "20"):
            columns = {f"total_{year}": (), f"lk_{year}": ((SEX, "L"),), f"pr_{year}": ((SEX, "P"),)}
            columns |= {f"sp{year}_{age}": (("umur", age),) for age in ("014", "1564", "65")}
            for column, part in columns.items():
                said.append(Figure("BPS", "penduduk", code, "bps 2020", f"20{year}", int(row[column]), "jiwa", part))
    rules = (ClassParts(SEX, ("L", "P")), ClassParts("umur", ("014", "1564", "65")))
    sums = check_sums(align(said, Terms("bps 2020")).aligned, rules)
    assert (sums.checked, sums.broken, sums.open) == (284 * 2 * 2, (), ())


def test_the_poverty_lines_of_west_java_break_only_where_zero_stands_for_not_yet_a_region(shared_data: Path) -> None:
    said = [
        Figure("Jabar", "garis", row["kode_kabupaten_kota"], MINISTRY, row["tahun"], Decimal(row["garis_kemiskinan"]))
        for row in rows(shared_data / "tabular/id/jabar/kemiskinan_jabar.csv")
    ]
    found = breaks(align(said, Terms(MINISTRY)).aligned)
    assert found.judged == 27
    assert [(one.series.region, one.before.figure.value) for one in found.found] == [("32.17", 0), ("32.18", 0)]


@pytest.mark.parametrize(
    ("file", "time"),
    [
        ("bps/indonesia_consumer_price_index.csv", "date"),
        ("bps/indonesia_consumer_confidence.csv", "date"),
        ("bps/indonesia_gasoline_prices_5y.csv", "Date"),
        ("bps/indonesia_inflation_rate_mom.csv", "date"),
        ("bps/indonesia_food_inflation.csv", "date"),
        ("bps/jakarta_inflation_rate.csv", "date"),
        ("jakarta/jumlahimbbangunandanluasbangunan19982012.csv", "tahun"),
        ("jakarta/processed-pendapatan-perkapita-jakarta-nasional-2006-2012.csv", "tahun"),
    ],
)
def test_calm_and_volatile_series_of_offices_have_no_break(shared_data: Path, file: str, time: str) -> None:
    said = [
        Figure("Kantor", column, "31", MINISTRY, row[time][:7], Decimal(value))
        for row in rows(shared_data / "tabular/id" / file)
        for column, value in row.items()
        if column not in (time, "year", "month") and value != "-"
    ]
    both = align(said, Terms(MINISTRY))
    assert both.unread == ()
    assert breaks(both.aligned).found == ()
