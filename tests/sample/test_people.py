"""Eighty participants as in the report of 2020, scores of the assessors among them, ballots of those present."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

Table = list[dict[str, str]]
Read = Callable[[str], Table]
CRITERIA = ("kemendesakan", "pemanfaatan", "dukungan_prioritas", "kesiapan")


@pytest.fixture(scope="module")
def people(table: Read) -> dict[str, dict[str, str]]:
    return {row["nomor peserta"]: row for row in table("peserta.csv")}


def test_eighty_of_nine_elements_are_invited_and_76_come(people: dict[str, dict[str, str]]) -> None:
    assert len(people) == 80
    assert Counter(p["hadir"] for p in people.values()) == {"ya": 76, "tidak": 4}
    assert Counter(p["unsur"] for p in people.values()) == {
        "Perangkat Daerah": 28,
        "Kecamatan": 26,
        "Institusi lain": 13,
        "Media": 4,
        "Akademisi": 3,
        "DPRD": 2,
        "Bappeda": 2,
        "BPKAD": 1,
        "Kodim": 1,
    }


def test_speakers_come_from_the_host_the_council_the_planner_and_the_treasurer(
    people: dict[str, dict[str, str]],
) -> None:
    assert [p["instansi"] for p in people.values() if p["peran"] == "narasumber"] == [
        "Dinas Komunikasi dan Informatika",
        "DPRD Komisi A",
        "Badan Perencanaan Pembangunan Daerah",
        "Badan Pengelolaan Keuangan dan Aset Daerah",
    ]


def test_names_are_invented_marked_and_differ(people: dict[str, dict[str, str]]) -> None:
    assert all(p["nama"].endswith("(contoh)") for p in people.values())
    assert len({p["nama"] for p in people.values()}) == 80


def test_one_present_participant_signs_for_each_element(people: dict[str, dict[str, str]]) -> None:
    signing = [p for p in people.values() if p["penandatangan"] == "ya"]
    assert all(p["hadir"] == "ya" for p in signing)
    assert Counter(p["unsur"] for p in signing) == dict.fromkeys({p["unsur"] for p in people.values()}, 1)


def test_two_or_three_present_assessors_score_every_proposal(table: Read, people: dict[str, dict[str, str]]) -> None:
    scores = table("nilai.csv")
    assert {people[s["nomor peserta"]]["penilai"] for s in scores} == {"ya"}
    assert {people[s["nomor peserta"]]["hadir"] for s in scores} == {"ya"}
    assert set(Counter(s["nomor usulan"] for s in scores).values()) == {2, 3}
    assert len({s["nomor usulan"] for s in scores}) == 4560
    assert len({(s["nomor peserta"], s["nomor usulan"]) for s in scores}) == len(scores)
    assert {s[c] for s in scores for c in CRITERIA} == {"", "1", "2", "3", "4", "5"}


def test_assessors_differ_in_leniency(table: Read) -> None:
    marks: dict[str, list[int]] = {}
    for row in table("nilai.csv"):
        marks.setdefault(row["nomor peserta"], []).extend(int(row[c]) for c in CRITERIA if row[c])
    means = sorted(sum(m) / len(m) for m in marks.values())
    assert means[-1] - means[0] > 0.5


def test_an_assessor_scores_a_proposal_to_the_own_agency_only_as_a_noted_conflict(
    table: Read, people: dict[str, dict[str, str]]
) -> None:
    names = {r["kode perangkat daerah"]: r["perangkat daerah"] for r in table("perangkat-daerah.csv")}
    asked = {r["nomor usulan"]: names.get(r["kode perangkat daerah"], "") for r in table("kunci.csv")}
    own = {
        (s["nomor peserta"], s["nomor usulan"])
        for s in table("nilai.csv")
        if people[s["nomor peserta"]]["instansi"] == asked[s["nomor usulan"]]
    }
    assert own == {(c["nomor peserta"], c["nomor usulan"]) for c in table("konflik.csv")}
    assert len(own) >= 5


def test_those_present_approve_up_to_25_proposals_each(table: Read, people: dict[str, dict[str, str]]) -> None:
    ballots = table("suara.csv")
    counts = Counter(b["nomor peserta"] for b in ballots)
    assert set(counts) == {n for n, p in people.items() if p["hadir"] == "ya"}
    assert max(counts.values()) <= 25
    assert len({(b["nomor peserta"], b["nomor usulan"]) for b in ballots}) == len(ballots)
    assert {b["nomor usulan"] for b in ballots} <= {r["nomor usulan"] for r in table("kunci.csv")}
