"""Codes are paired by what they are called; digits that look alike prove nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.conflicts import UnknownCode, crosswalk
from selaras.engines.conflicts.crosswalks import name_key
from selaras.engines.tabular.standard import CodeList

MINISTRY = CodeList.of(
    "kemendagri",
    "2025",
    {
        "32": "Jawa Barat",
        "32.01": "Kabupaten Bogor",
        "32.71": "Kota Bogor",
        "32.01.01": "Cibinong",
        "32.02": "Kabupaten Sukabumi",
        "32.02.01": "Cibinong",
        "32.01.01.2001": "Sukamaju",
        "32.02.01.2001": "Sukamaju",
        "91": "Papua",
        "94": "Papua Tengah",
    },
)


def office(codes: dict[str, str]) -> CodeList:
    return CodeList.of("bps", "2023", codes)


@pytest.mark.parametrize(
    ("codes", "pairs"),
    [
        ({"3201": "KAB. BOGOR", "3271": "KOTA BOGOR"}, {"32.01": "32.01", "32.71": "32.71"}),
        ({"94": "PAPUA"}, {"94": "91"}),
        ({"94": "Provinsi Papua", "96": "PAPUA TENGAH"}, {"94": "91", "96": "94"}),
        ({"3209": "BOGOR", "320905": "CIBINONG"}, {"32.09": "32.01", "32.09.05": "32.01.01"}),
        ({"3209": "BOGOR", "3209050": "CIBINONG"}, {"32.09": "32.01", "3209050": "32.01.01"}),
        (
            {"3202": "SUKABUMI", "3202050": "CIBINONG", "3202050003": "SUKAMAJU"},
            {"32.02": "32.02", "3202050": "32.02.01", "32.02.05.0003": "32.02.01.2001"},
        ),
    ],
)
def test_codes_follow_their_names(codes: dict[str, str], pairs: dict[str, str]) -> None:
    assert crosswalk(office(codes), MINISTRY).pairs == pairs


def test_a_name_that_stands_twice_is_unclear_until_its_code_decides() -> None:
    found = crosswalk(office({"320109": "Cibinong", "320201": "Cibinong"}), MINISTRY)
    assert found.unclear == {"32.01.09": ("32.01.01", "32.02.01")}
    assert found.pairs == {"32.02.01": "32.02.01"}
    with pytest.raises(UnknownCode, match=r"cocok dengan 32\.01\.01, 32\.02\.01 di kemendagri 2025"):
        found.translated("320109")


@pytest.mark.parametrize("codes", [{"97": "PAPUA PEGUNUNGAN"}, {"91": ""}, {"32": "Kabupaten Bogor"}])
def test_a_code_whose_name_the_other_system_lacks_is_lost(codes: dict[str, str]) -> None:
    found = crosswalk(office(codes), MINISTRY)
    assert found.lost == tuple(codes)
    with pytest.raises(UnknownCode, match="tidak punya padanan di kemendagri 2025"):
        found.translated(found.lost[0])


def test_codes_that_mean_different_regions_are_named() -> None:
    found = crosswalk(office({"91": "PAPUA BARAT", "94": "PAPUA", "32": "JAWA BARAT"}), MINISTRY)
    assert found.collisions == ("91", "94")


names = st.sampled_from(["Papua", "Papua Barat", "Jawa Barat", "Kota Bogor", "Bogor", ""])
codes = st.dictionaries(st.integers(11, 96).map(str), names, max_size=12)


@given(source=codes, target=codes)
def test_every_code_is_paired_lost_or_unclear_and_pairs_share_their_name(
    source: dict[str, str], target: dict[str, str]
) -> None:
    found = crosswalk(office(source), CodeList.of("kemendagri", "2025", target))
    assert sorted([*found.pairs, *found.lost, *found.unclear]) == sorted(source)
    assert all(name_key(source[code]) == name_key(target[partner]) for code, partner in found.pairs.items())
