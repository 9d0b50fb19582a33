"""Which proposals say the same thing and which do not, in a village and between doors."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.engines.matching.duplicates import Proposal, SameIdError, duplicates

VILLAGE, OTHER_VILLAGE, DISTRICT = "33.05.01.2001", "33.05.01.2002", "33.05.01"
NAMES = {VILLAGE: "Argopeni", OTHER_VILLAGE: "Karangduwur", DISTRICT: "Ayah"}

SAME = [
    ("Pembangunan jalan usaha tani Dusun Krajan", "Pembangunan JUT Dk. Krajan"),
    ("Pembangunan jalan usaha tani Krajan", "Pemb. jln usahatani Krajan"),
    ("Rehabilitasi saluran irigasi Kauman", "rehab sal. irigasi kauman"),
    ("Rehabilitasi saluran irigasi Kauman", "Perbaikan saluran irigasi Kauman"),
    ("Pembangunan talud jalan Krajan RT 02 RW 03", "Krajan RT 02 RW 03: talud jalan, pembangunan"),
    ("Pembangunan talud jalan Krajan RT 02 RW 03", "Pembangunan talud jalan Krajan RT.2/RW.3"),
    ("Pembangunan talud RT 02 RW 03", "Pembangunan talud RT 02/03"),
    ("Pembangunan talud RT 02 RW 03", "Pembangunan talud RT/RW 02/03"),
    ("Pembangunan drainase Krajan", "Pembagunan drainse Krajan"),
    ("Pembangunan drainase Sidomulyo", "Pembangunan drainase Sidomulya"),
    ("Pembangunan drainase Krajan", "Pembangunan drainase Krajan Desa Argopeni Kec. Ayah"),
    ("Pembangunan gorong-gorong Krajan", "pembangunan gorong2 krajan"),
    ("Pembangunan MCK Krajan", "Mohon pembangunan MCK untuk warga Krajan"),
    ("Pelatihan menjahit ibu PKK", "Kursus menjahit PKK"),
    ("Pengadaan bibit durian kelompok tani Maju", "Bantuan bibit durian KT Maju"),
    ("Rehabilitasi gedung PAUD Melati", "REHAB GEDUNG PAUD MELATI"),
    ("Pembangunan jembatan tahap II Kauman", "Pembangunan jembatan tahap 2 Kauman"),
    ("Rehab SDN 2 Argopeni", "Rehabilitasi SD Negeri 2 Argopeni"),
    ("Pembangunan talud Krajan RT 02", "Pembangunan talud Krajan RT 02 tahun 2021"),
    ("Lampu penerangan jalan Kauman", "LPJU Kauman"),
    ("Pembangunan musala Al Hidayah Krajan", "Pembangunan mushola Al Hidayah Krajan"),
]
NOT_SAME = [
    ("Pembangunan talud jalan Krajan RT 02", "Pembangunan talud jalan Krajan RT 03"),
    ("Pembangunan talud RT 02 RW 01", "Pembangunan talud RT 02 RW 03"),
    ("Pembangunan talud jalan Krajan", "Pembangunan talud jalan Kauman"),
    ("Pembangunan jembatan tahap 1 Kauman", "Pembangunan jembatan tahap 2 Kauman"),
    ("Pembangunan jembatan Kauman", "Lanjutan pembangunan jembatan Kauman"),
    ("Rehabilitasi lapangan 1", "Rehabilitasi lapangan 2"),
    ("Rehab SDN 1 Argopeni", "Rehab SDN 2 Argopeni"),
    ("Pembangunan jalan Krajan", "Pembangunan jembatan Krajan"),
    ("Pembangunan jalan Krajan", "Pembangunan talud Krajan"),
    ("Pembangunan gedung PAUD Krajan", "Rehabilitasi gedung PAUD Krajan"),
    ("Pelatihan menjahit Krajan", "Pelatihan las Krajan"),
    ("Pelatihan menjahit Krajan", "Pengadaan mesin jahit Krajan"),
    ("Bantuan bibit durian", "Bantuan bibit kelapa"),
    ("Bantuan bibit durian KT Maju", "Bantuan bibit durian KT Makmur"),
    ("Pembangunan jalan Krajan Lor", "Pembangunan jalan Krajan Kidul"),
    ("Pembangunan drainase depan masjid", "Pembangunan drainase depan pasar"),
    ("Pembangunan talud RT 02", "Pembangunan talud Krajan"),
    ("", ""),
    ("mohon bantuan", "mohon bantuan"),
    ("RT 02 RW 03", "RT 02 RW 03"),
]


def groups(*proposals: Proposal) -> list[tuple[str, ...]]:
    return [tuple(sorted(group.ids)) for group in duplicates(proposals, names=NAMES)]


def two(one: str, other: str, **second: object) -> tuple[Proposal, Proposal]:
    return Proposal("A", one, VILLAGE), Proposal("B", other, **{"region": VILLAGE, **second})  # type: ignore[arg-type]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_say_the_same(one: str, other: str) -> None:
    assert groups(*two(one, other)) == [("A", "B")]


@pytest.mark.parametrize(("one", "other"), NOT_SAME)
def test_do_not_say_the_same(one: str, other: str) -> None:
    assert groups(*two(one, other)) == []


@pytest.mark.parametrize("text", ["Pembangunan jalan Krajan", "Rehab balai desa", "Pembangunan talud RT 02 RW 01"])
def test_the_same_words_in_another_village_are_another_thing(text: str) -> None:
    assert groups(*two(text, text, region=OTHER_VILLAGE)) == []


def test_the_fields_for_rt_and_rw_count_like_words() -> None:
    here = Proposal("A", "Pembangunan talud", VILLAGE, rt="02", rw="1")
    assert groups(here, Proposal("B", "Pembangunan talud RT 2 RW 01", VILLAGE)) == [("A", "B")]
    assert groups(here, Proposal("B", "Pembangunan talud", VILLAGE, rt="3", rw="1")) == []


def test_another_volume_in_one_list_is_another_stretch_but_at_two_doors_the_same() -> None:
    here = Proposal("A", "Rehabilitasi jalan Krajan", VILLAGE, volume=Decimal(400), unit="m")
    twice = Proposal("B", "Rehabilitasi jalan Krajan", VILLAGE, volume=Decimal(600), unit="m")
    elsewhere = Proposal("B", "Rehabilitasi jalan Krajan", VILLAGE, source="dprd", volume=Decimal(600), unit="m")
    assert groups(here, twice) == []
    assert groups(here, elsewhere) == [("A", "B")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pembangunan talud Krajan", [("A", "B")]),  # a name agrees
        ("Pembangunan talud Krajan Desa Argopeni", [("A", "B")]),  # and the village
        ("Pembangunan talud Krajan Desa Karangduwur", []),  # another village
        ("Pembangunan talud", []),  # any village's talud
    ],
)
def test_a_text_of_the_district_is_compared_with_its_villages(text: str, expected: list[tuple[str, ...]]) -> None:
    here = Proposal("A", "Pembangunan talud Krajan", VILLAGE)
    assert groups(here, Proposal("B", text, DISTRICT, source="dprd")) == expected


def test_a_text_of_another_district_is_not() -> None:
    assert groups(*two("Pembangunan talud Krajan", "Pembangunan talud Krajan", region="33.05.02", source="dprd")) == []


def test_codes_may_come_without_dots() -> None:
    assert groups(*two("Pembangunan talud Krajan", "Pembangunan talud Krajan", region="3305012001")) == [("A", "B")]


def test_the_one_to_keep_comes_from_the_village_and_says_most() -> None:
    (group,) = duplicates(
        [
            Proposal("A", "Pembangunan talud Krajan", VILLAGE, source="dprd"),
            Proposal("B", "Pembangunan talud Krajan", VILLAGE),
            Proposal("C", "Pembangunan talud Krajan RT 02", VILLAGE),
        ]
    )
    assert (group.kept, group.ids) == ("C", ("C", "A", "B"))
    assert group.confidence == min(group.confidence, *(member.confidence for member in group.members))


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (Proposal("B", "Pembangunan talud Krajan RT 02", VILLAGE), "Tulisannya sama persis."),
        (Proposal("B", "Pembagunan talud Krajan RT 02", VILLAGE), "Ejaannya berbeda"),
        (Proposal("B", "Talud Krajan RT 02 pembangunan", VILLAGE), "Urutan katanya berbeda"),
        (Proposal("B", "Pemb. talud Krajan RT 2", VILLAGE), "Sama: pembangunan, talud, Krajan, RT 2"),
        (Proposal("B", "Pembangunan talud Krajan", VILLAGE), "Hanya usulan utama yang menyebut: RT 2"),
        (Proposal("B", "Pembangunan talud Krajan RT 02", VILLAGE, source="dprd"), "Diusulkan lewat dua pintu."),
    ],
)
def test_the_reason_tells_what_agrees_and_what_differs(other: Proposal, told: str) -> None:
    (group,) = duplicates([Proposal("A", "Pembangunan talud Krajan RT 02", VILLAGE), other])
    assert told in group.members[1].reason


def test_two_proposals_of_one_id_are_refused_in_plain_words() -> None:
    with pytest.raises(SameIdError, match="Beri setiap usulan nomornya sendiri"):
        duplicates([Proposal("A", "Talud", VILLAGE), Proposal("A", "Jalan", VILLAGE)])


def test_none_and_one_have_no_twins() -> None:
    assert duplicates([]) == ()
    assert duplicates([Proposal("A", "Pembangunan talud", VILLAGE)]) == ()


TEXTS = st.lists(
    st.tuples(
        st.sampled_from(["Pembangunan", "Pemb.", "Rehab", "Perbaikan", ""]),
        st.sampled_from(["talud", "jalan", "jln", "drainase", "drainse"]),
        st.sampled_from(["Krajan", "Krajam", "Kauman", "", "Sidomulyo", "Sidomulya"]),
        st.sampled_from(["RT 1", "RT 01", "RT 2", "", "tahap 1"]),
        st.sampled_from([VILLAGE, OTHER_VILLAGE, DISTRICT]),
        st.sampled_from(["village", "dprd"]),
    ),
    max_size=25,
)


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_the_input_changes_nothing(rows: list[tuple[str, ...]], random: object) -> None:
    proposals = [
        Proposal(f"P{number:02}", " ".join(words), region, source=source)
        for number, (*words, region, source) in enumerate(rows)
    ]
    shuffled = list(proposals)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert duplicates(proposals, names=NAMES) == duplicates(shuffled, names=NAMES)


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_in_a_group_every_two_are_twins(rows: list[tuple[str, ...]]) -> None:
    proposals = [
        Proposal(f"P{number:02}", " ".join(words), region, source=source)
        for number, (*words, region, source) in enumerate(rows)
    ]
    found = duplicates(proposals, names=NAMES)
    members = [one for group in found for one in group.ids]
    assert len(members) == len(set(members))
    assert all(group.confidence >= 0.5 for group in found)
    assert all(len(group.members) > 1 and group.kept == group.members[0].id for group in found)


def test_no_chain_joins_what_does_not_agree() -> None:
    chain = [
        Proposal("A", "Pembangunan talud Krajan", VILLAGE),
        Proposal("B", "Pembangunan talud", VILLAGE),
        Proposal("C", "Pembangunan talud Kauman", VILLAGE),
    ]
    assert groups(*chain) == [("A", "B")]
