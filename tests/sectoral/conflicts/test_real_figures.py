"""Real figures that agree, sent through the room, raise no conflict; codes that collide lead where their names say."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from selaras.engines.conflicts import Figure
from selaras.engines.conflicts.crosswalks import name_key
from selaras.government.actions import seed_parameters
from selaras.government.models import Region
from selaras.people.actions.accounts import system_account
from selaras.sectoral.actions.importing_crosswalks import Published, import_crosswalk
from selaras.sectoral.models import Conflict
from tests.sectoral.conflicts.rows_of_worlds import agency, table_of
from tests.sectoral.conflicts.two_agencies import looked, steward

pytestmark = [pytest.mark.django_db, pytest.mark.shared_data, pytest.mark.slow]
MINISTRY, OFFICE, SEX = "kemendagri 2025", "bps 2020", "jenis kelamin"
Registered = dict[str, tuple[str, int, int, int]]


def rows(path: Path, delimiter: str = ",") -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=delimiter))


@pytest.fixture(scope="module")
def registered(shared_data: Path) -> Registered:
    """Name, men, women and people of the country, its provinces and regencies, by code."""
    text = (shared_data / "tabular/wilayah/wilayah_penduduk.sql").read_text(encoding="utf-8")
    found = re.findall(r"\('([\d.]+)','([^']*)','(\d+)','(\d+)','(\d+)'\)", text)
    return {code: (name, int(men), int(women), int(people)) for code, name, men, women, people in found}


def country(registered: Registered) -> None:
    seed_parameters(actor=system_account())
    for code, (name, *_rest) in registered.items():
        above = None if code == "0" else code.rpartition(".")[0] or "0"
        Region.objects.create(code=code, name=name, level="regency", parent_id=above)


def test_the_cities_of_jakarta_agree_between_two_agencies_and_one_person_off_is_told(
    shared_data: Path, registered: Registered
) -> None:
    country(registered)
    listed: dict[str, int] = defaultdict(int)
    for row in rows(shared_data / "tabular/id/bps/jakarta_population_density.csv"):
        listed[name_key(row["city"])] += int(row["population"])
    cities = {code: row for code, row in registered.items() if code.startswith("31.")}
    ours = [Figure("-", "penduduk", code, MINISTRY, "2024", row[3], "jiwa") for code, row in cities.items()]
    codes = {name_key(row[0]).removeprefix("kota "): code for code, row in cities.items()}
    theirs = [Figure("-", "penduduk", codes[name], MINISTRY, "2024", value, "jiwa") for name, value in listed.items()]
    table_of(agency("Dukcapil (contoh)", "31"), ours)
    table_of(agency("Statistik (contoh)", "31"), theirs)
    look = looked()
    assert (look.compared, look.found, look.unread) == (6, 0, [])
    off = [Figure("-", "penduduk", "31.71", MINISTRY, "2024", cities["31.71"][3] + 1, "jiwa")]
    table_of(agency("Ketiga (contoh)", "31"), off)
    assert looked().found == 1
    assert Conflict.objects.get().gap == "1"


def test_the_country_is_the_sum_of_its_provinces_regencies_and_sexes(registered: Registered) -> None:
    country(registered)
    said = [
        Figure("-", "penduduk", code, MINISTRY, "2025", value, "jiwa", part)
        for code, (_name, men, women, people) in registered.items()
        for value, part in ((men, ((SEX, "L"),)), (women, ((SEX, "P"),)), (people, ()))
    ]
    table_of(agency("Dukcapil (contoh)", "0"), said)
    look = looked()
    assert (look.compared, look.found, look.unread) == (3 * 39 + 553, 0, [])


def test_the_codes_of_west_java_all_lead_to_their_region(shared_data: Path, registered: Registered) -> None:
    country(registered)
    listed = rows(shared_data / "tabular/id/jabar/bps_kemiskinanjabar.csv")
    codes = sorted({row["kode_kabupaten_kota"] for row in listed})
    pairs = "".join(f"{code},{code[:2]}.{code[2:]}\n" for code in codes)
    said = Published("codes", "Padanan (contoh)", "2020", OFFICE, MINISTRY)
    made = import_crosswalk("padanan.csv", f"dari,ke\n{pairs}".encode(), said, actor=steward())
    assert (made.batch.taken, made.batch.kept) == (27, 0)
    people = {code: registered[f"{code[:2]}.{code[2:]}"][3] for code in codes}
    theirs = [
        Figure("-", "penduduk", code, OFFICE, "2025", Decimal(value) / 1000, "ribu jiwa")
        for code, value in people.items()
    ]
    ours = [
        Figure("-", "penduduk", f"{code[:2]}.{code[2:]}", MINISTRY, "2025", value, "jiwa")
        for code, value in people.items()
    ]
    table_of(agency("Dukcapil (contoh)", "32"), ours)
    table_of(agency("Statistik (contoh)", "32"), theirs)
    look = looked()
    assert (look.compared, look.found, look.unread) == (27, 0, [])


def test_two_years_of_jakarta_are_two_places_and_no_series(shared_data: Path, registered: Registered) -> None:
    country(registered)
    folder = shared_data / "tabular/id/jakarta"
    ages = rows(folder / "Penduduk-Menurut-Kelompok-Umur-dan-Jenis-Kelamin-Di-DKI-Jakarta-Tahun-2013.csv")
    villages = rows(folder / "DATA-DKI-MENURUT-PENDUDUK-TAHUN-2014.csv")
    said = []
    for sex, before, after in (("L", "jumlah_laki_laki", "laki-laki"), ("P", "jumlah_perempuan", "perempuan")):
        counted = {
            "2013": sum(float(row[before]) for row in ages),
            "2014": sum(float(row[f"{after}_{of}"] or 0) for row in villages for of in ("wni", "wna")),
        }
        said += [
            Figure("-", "penduduk", "31", MINISTRY, year, int(n), "jiwa", ((SEX, sex),)) for year, n in counted.items()
        ]
    for place, name in enumerate(("Dukcapil (contoh)", "Statistik (contoh)")):
        table_of(agency(name, "31"), said[place::2])
    look = looked()
    assert (look.figures, look.compared, look.found, look.unread) == (4, 0, 0, [])
