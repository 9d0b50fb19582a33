"""Names and codes of villages and of the catalogue are facts: they agree with the official lists."""

from __future__ import annotations

import csv
import re
from collections import Counter
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from selaras.sample.facts import activities, agencies, catalogue, crosswalk, districts, priorities

NEWER = {  # subactivities of the later list, which the shared file does not hold
    "2.16.02.2.01": "0014 0015 0017 0018 0019 0020 0021 0022 0023 0024",
    "2.16.03.2.01": "0004",
    "2.16.03.2.02": "0013 0015 0016 0017 0018 0019 0020 0021 0024 0029 0030",
    "2.20.02.2.01": "0007 0008 0009 0010 0011",
}


def test_the_region_has_26_districts_449_desa_and_11_kelurahan() -> None:
    kinds = Counter(v.kind for d in districts() for v in d.villages)
    assert len(districts()) == 26
    assert kinds == {"desa": 449, "kelurahan": 11}


@pytest.mark.shared_data
def test_village_names_and_codes_agree_with_the_official_list(shared_data: Path) -> None:
    with (shared_data / "wilayah" / "kebumen_desa.csv").open(encoding="utf-8", newline="") as file:
        official = {(r["kode"], r["nama"], r["jenis"]) for r in csv.DictReader(file)}
    assert {(v.code, v.name, v.kind) for d in districts() for v in d.villages} == official


@pytest.mark.shared_data
def test_district_names_and_codes_agree_with_the_official_list(shared_data: Path) -> None:
    with (shared_data / "wilayah" / "kebumen_kecamatan.csv").open(encoding="utf-8", newline="") as file:
        official = {(r["kode"], r["kecamatan"]) for r in csv.DictReader(file)}
    assert {(d.code, d.name) for d in districts()} == official


@pytest.mark.shared_data
def test_catalogue_names_codes_and_units_agree_with_the_official_list(shared_data: Path) -> None:
    path = shared_data / "nomenklatur" / "nomenklatur_900_1317_kabkota.csv"
    with path.open(encoding="utf-8", newline="") as file:
        official = {r["kode"]: r for r in csv.DictReader(file)}
    newer = {f"{activity}.{end}" for activity, ends in NEWER.items() for end in ends.split()}
    wrong = []
    for entry in catalogue():
        if entry.code in newer:
            continue
        row = official.get(entry.code.replace("2.16.01", "X.XX.01"))  # the supporting programme, of every field
        if row is None or not _alike(entry.name, row["nomenklatur"]) or not _alike(entry.unit, row["satuan"]):
            wrong.append((entry, row))
    assert wrong == []


def _alike(ours: str, theirs: str) -> bool:
    a, b = (re.sub(r"[^a-z0-9%]", "", text.lower()) for text in (ours, theirs))
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= 0.97


def test_the_newer_subactivities_of_information_and_statistics_are_all_there() -> None:
    codes = {entry.code for entry in catalogue()}
    assert {f"{activity}.{end}" for activity, ends in NEWER.items() for end in ends.split()} <= codes


def test_every_entry_hangs_under_its_parent() -> None:
    codes = [entry.code for entry in catalogue()]
    assert codes == sorted(codes)
    for code in codes:
        parent = ".".join(code.split(".")[: {2: 1, 3: 2, 5: 3, 6: 5}.get(code.count(".") + 1, 0)])
        assert not parent or parent in codes


def test_every_duty_is_held_by_exactly_one_agency() -> None:
    for entry in catalogue():
        if entry.level == "sub kegiatan" and entry.field != "7.01":
            assert len([a for a in agencies() if a.holds(entry.code)]) == 1, entry


def test_every_activity_priority_and_crossing_points_into_the_catalogue() -> None:
    codes = {entry.code for entry in catalogue()}
    assert {a.code for a in activities() if a.authority == "kabupaten"} <= codes
    assert {code for p in priorities() for code in p.programmes} <= codes
    assert {c.new for c in crosswalk() if c.new} <= codes


def test_tiles_of_the_map_do_not_cover_each_other() -> None:
    assert len({(d.column, d.row) for d in districts()}) == 26


def test_villages_lie_near_the_centre_of_their_district_and_apart_from_each_other() -> None:
    villages = [v for d in districts() for v in d.villages]
    assert len({(v.latitude, v.longitude) for v in villages}) == 460
    for d in districts():
        assert all(abs(v.latitude - d.latitude) < 0.03 and abs(v.longitude - d.longitude) < 0.03 for v in d.villages)
