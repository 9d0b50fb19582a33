"""Ceilings agree with one another and with what is asked; the plan's planted faults are real."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable

import pytest

from selaras.sample.facts import agencies, districts

Table = list[dict[str, str]]
Read = Callable[[str], Table]


@pytest.fixture(scope="module")
def ceilings(table: Read) -> dict[str, Table]:
    scopes: dict[str, Table] = defaultdict(list)
    for row in table("pagu.csv"):
        scopes[row["lingkup"]].append(row)
    return scopes


def amounts(rows: Table, column: str) -> Counter[str]:
    total = Counter[str]()
    for row in rows:
        total[row[column]] += int(row["pagu indikatif"])
    return total


def test_agencies_fit_in_the_whole_and_programmes_in_their_agency(ceilings: dict[str, Table]) -> None:
    whole = int(ceilings["kabupaten"][0]["pagu indikatif"])
    by_agency = amounts(ceilings["perangkat daerah"], "kode perangkat daerah")
    assert by_agency.keys() == {a.code for a in agencies()}
    assert by_agency.total() <= whole
    for code, amount in amounts(ceilings["program"], "kode perangkat daerah").items():
        assert amount <= by_agency[code]


def test_every_district_has_a_territorial_ceiling(ceilings: dict[str, Table]) -> None:
    assert set(amounts(ceilings["kecamatan"], "kode kecamatan")) == {d.code for d in districts()}


def test_only_districts_have_a_minimum_and_it_lies_well_below_the_ceiling(ceilings: dict[str, Table]) -> None:
    for scope, rows in ceilings.items():
        for row in rows:
            if scope == "kecamatan":
                assert 0 < int(row["minimal"]) < int(row["pagu indikatif"]) // 4
            else:
                assert row["minimal"] == ""


def test_a_quarter_to_a_third_of_what_is_asked_can_be_paid(ceilings: dict[str, Table], table: Read) -> None:
    asked = sum(int(row["biaya"]) for row in table("kunci.csv"))
    planned = sum(int(row["pagu indikatif"]) for row in table("renja.csv"))
    left = int(ceilings["kabupaten"][0]["pagu indikatif"]) - planned
    assert 0.25 <= left / asked <= 0.35
    assert 0.25 <= amounts(ceilings["kecamatan"], "lingkup").total() / asked <= 0.35


def test_must_fund_lines_fit_their_agency_and_programme(ceilings: dict[str, Table], table: Read) -> None:
    must_by_agency, must_by_programme = Counter[str](), Counter[tuple[str, str]]()
    for row in table("renja.csv"):
        if row["wajib"] == "ya":
            must_by_agency[row["kode perangkat daerah"]] += int(row["pagu indikatif"])
            must_by_programme[row["kode perangkat daerah"], row["kode sub kegiatan"][:7]] += int(row["pagu indikatif"])
    for row in ceilings["perangkat daerah"]:
        assert must_by_agency[row["kode perangkat daerah"]] <= int(row["pagu indikatif"])
    for row in ceilings["program"]:
        key = (row["kode perangkat daerah"], row["kode program"])
        assert must_by_programme[key] <= int(row["pagu indikatif"])


def test_the_service_target_of_2021_is_the_one_the_forum_was_told(table: Read) -> None:
    rows = [r for r in table("renstra.csv") if r["indikator"] == "Persentase kualitas layanan komunikasi"]
    assert [(r["target 2021"], r["satuan"]) for r in rows] == [("90,38", "%")]


def test_planted_faults_are_in_the_plan(table: Read) -> None:
    plan = {row["nomor"]: row for row in table("renja.csv")}
    strategic = {(r["kode perangkat daerah"], r["kode"]): r["target 2021"] for r in table("renstra.csv")}
    duties = {a.code: a for a in agencies()}
    seen = Counter[str]()
    for entry in table("kunci-renja.csv"):
        row, fault = plan[entry["nomor"]], entry["cacat"]
        seen[fault] += 1
        at = (row["kode perangkat daerah"], row["kode sub kegiatan"])
        assert (row["satuan"] == "") == (fault == "satuan kosong")
        assert (row["kondisi awal"] == "") == (fault == "kondisi awal kosong")
        assert (not duties[at[0]].holds(at[1])) == (fault == "di luar tugas dan fungsi")
        assert (at in strategic and int(row["target 2021"]) < int(strategic[at])) == (
            fault == "target tidak sesuai Renstra"
        )
    assert {seen[f] for f in seen if f} == {8}


def test_overlaps_are_pairs_in_the_same_place_under_two_agencies(table: Read) -> None:
    plan = {row["nomor"]: row for row in table("renja.csv")}
    pairs = {r["nomor"]: r["pasangan"] for r in table("kunci-renja.csv") if r["pasangan"]}
    assert len(pairs) == 14
    for one, other in pairs.items():
        assert pairs[other] == one
        assert plan[one]["kode wilayah"] == plan[other]["kode wilayah"]
        assert plan[one]["kode perangkat daerah"] != plan[other]["kode perangkat daerah"]
