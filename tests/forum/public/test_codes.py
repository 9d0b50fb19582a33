"""The short code of a proposal: one to one with its key, read as people type, mistakes caught and named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.forum.codes import KEYS, LENGTH, SIGNS, code_of, key_of, maybe_key, near_codes
from selaras.forum.errors import BadCode

keys = st.integers(0, KEYS - 1)


@given(keys)
def test_a_code_leads_back_to_its_key(key: int) -> None:
    code = code_of(key)
    assert len(code) == LENGTH
    assert set(code) <= set(SIGNS)
    assert key_of(code) == key


def test_no_two_keys_share_a_code() -> None:
    assert len({code_of(key) for key in range(20_000)}) == 20_000


def test_a_code_never_changes_since_it_stands_on_paper() -> None:
    assert [code_of(key) for key in (0, 1, 2, 4560)] == ["000000", "4470EZ", "Q720WK", "W7BQF6"]


@given(keys, st.integers(0, LENGTH - 1), st.sampled_from(SIGNS))
def test_one_wrong_sign_is_noticed_and_the_right_code_is_near(key: int, at: int, sign: str) -> None:
    code = code_of(key)
    wrong = code[:at] + sign + code[at + 1 :]
    if wrong != code:
        assert maybe_key(wrong) is None
        assert code in near_codes(wrong)


@given(keys, st.integers(0, LENGTH - 1), st.integers(0, LENGTH - 1))
def test_two_signs_that_changed_places_are_noticed(key: int, one: int, other: int) -> None:
    signs = list(code_of(key))
    if signs[one] != signs[other]:
        signs[one], signs[other] = signs[other], signs[one]
        assert maybe_key("".join(signs)) is None


@given(keys, st.integers(0, LENGTH - 2))
def test_neighbours_that_changed_places_are_put_right(key: int, at: int) -> None:
    code = code_of(key)
    wrong = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    assert wrong == code or code in near_codes(wrong)


@given(keys)
def test_it_is_read_as_people_write_it(key: int) -> None:
    code = code_of(key)
    assert key_of(f" {code[:3].lower()}-{code[3:].lower()} ") == key
    assert key_of(code.replace("1", "l").replace("0", "o")) == key


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("4470E", "terdiri atas 6 tanda; yang ini 5"),
        ("4470EZZ", "yang ini 7"),
        ("", "yang ini 0"),
        ("447UEZ", "Tanda “U” tidak dipakai"),
        ("44Ý0EZ", "Tanda “Ý” tidak dipakai"),
        ("4470EX", "salah ketik"),
    ],
)
def test_the_mistake_is_named(typed: str, told: str) -> None:
    with pytest.raises(BadCode, match=told):
        key_of(typed)


@pytest.mark.parametrize("key", [-1, KEYS])
def test_a_key_beyond_five_signs_has_no_code(key: int) -> None:
    with pytest.raises(ValueError, match="no code"):
        code_of(key)
