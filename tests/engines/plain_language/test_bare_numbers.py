"""A number that says nothing by itself is remarked on; one with what it is measured by is left alone."""

from __future__ import annotations

import pytest

from selaras.engines.plain_language import Rule, read


def said(text: str) -> list[str]:
    return [remark.message for remark in read(text).remarks if remark.rule is Rule.BARE_NUMBER]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Realisasi vaksin 87,5 %.", "87,5 %"),
        ("Stunting kini 12 persen.", "12 persen"),
        ("Anggaran jalan Rp 2,4 triliun.", "Rp 2,4 triliun"),
        ("Kerugian mencapai 14 miliar rupiah.", "14 miliar rupiah"),
        ("Penerima mencapai 1.250.", "1.250"),
        ("Jumlahnya menjadi 48 pada tahun ini.", "48"),
    ],
)
def test_a_bare_number_is_named(text: str, number: str) -> None:
    assert any(one.startswith(f'"{number}"') for one in said(text))


@pytest.mark.parametrize(
    "text",
    [
        "Vaksin sudah sampai ke 87,5 % dari semua balita.",
        "Stunting turun menjadi 12 persen.",
        "Anggaran jalan Rp 2,4 triliun, dibanding Rp 2 triliun tahun lalu.",
        "Penerima mencapai 1.250 keluarga.",
        "Bantuan Rp 300.000 untuk tiap keluarga.",
        "Datang pukul 08.00 ke Jalan Pemuda 12.",
        "Peraturan Nomor 14 Tahun 2008 Pasal 7 ayat 1.",
        "",
    ],
)
def test_one_with_its_measure_is_left_alone(text: str) -> None:
    assert said(text) == []


def test_the_remark_points_at_the_number_and_costs_nothing() -> None:
    text = "Kami datang besok. Realisasi vaksin 87,5 %."
    (remark,) = (one for one in read(text).remarks if one.rule is Rule.BARE_NUMBER)
    assert text[remark.start : remark.end] == "87,5 %"
    assert remark.gain == 0
