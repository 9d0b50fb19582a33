"""Stems: what officers derive leads to one root; names and kept words stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.indonesian.stems import stem


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("pengaspalan", "aspal"),
        ("perpipaan", "pipa"),
        ("pembangunan", "bangun"),
        ("peningkatan", "tingkat"),
        ("penerangan", "terang"),
        ("pelatihan", "latih"),
        ("petani", "tani"),
        ("pertanian", "tani"),
        ("peternakan", "ternak"),
        ("kewirausahaan", "wirausaha"),
        ("keolahragaan", "olahraga"),
        ("jalan", "jalan"),
    ],
)
def test_derived_words_share_a_root(word: str, root: str) -> None:
    assert stem(word) == root


@pytest.mark.parametrize("kept", ["kesehatan", "pendidikan", "permukiman", "lingkungan", "kebumen", "sadang"])
def test_names_and_words_with_a_meaning_of_their_own_stay(kept: str) -> None:
    assert stem(kept) == kept


@given(st.text(alphabet=st.characters(categories=["Ll"]), min_size=1, max_size=20))
def test_a_word_always_has_a_stem(word: str) -> None:
    assert stem(word)
