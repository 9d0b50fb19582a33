"""The field of duty that an office's own label means."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.matching import FIELD_NAMES, field_of_label


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Pertanian", "3.27"),
        ("PERTANIAN", "3.27"),
        ("Pekerjaan Umum dan Penataan Ruang", "1.03"),
        ("Urusan Pemerintahan Bidang Pekerjaan Umumdan Penataan Ruang", "1.03"),
        ("PUPR", "1.03"),
        ("Perumahan Rakyat dan Kawasan Permukiman", "1.04"),
        ("Koperasi, Usaha Kecil dan Menengah", "2.17"),
        ("Kelautandan Perikanan", "3.25"),
        ("Dinas Kesehatan", "1.02"),
        ("Kepemudaan dan Olah Raga", "2.19"),
        ("2.16", "2.16"),
        ("tes", None),
        ("", None),
        ("Lain-lain", None),
    ],
)
def test_labels_are_read_by_their_words(label: str, code: str | None) -> None:
    assert field_of_label(label) == code


def test_every_official_name_means_its_own_code() -> None:
    assert {code: field_of_label(name) for code, name in FIELD_NAMES.items()} == {code: code for code in FIELD_NAMES}


@given(st.text())
def test_any_label_is_read_or_refused(label: str) -> None:
    assert field_of_label(label) in {None, *FIELD_NAMES}
