"""Where sentences end: at a full stop that is one, and where a line visibly breaks off."""

from __future__ import annotations

import pytest

from selaras.engines.plain_language import read

CASES = [
    # plain
    ("Jalan rusak. Kami memperbaikinya.", ["Jalan rusak.", "Kami memperbaikinya."]),
    ("Sudah bayar? Belum! Besok…", ["Sudah bayar?", "Belum!", "Besok…"]),
    ('Ia berkata, "Sudah." Kami pulang.', ['Ia berkata, "Sudah."', "Kami pulang."]),
    ("Kami datang (pukul 09.00). Rapat dimulai.", ["Kami datang (pukul 09.00).", "Rapat dimulai."]),
    ("Tanpa titik di akhir", ["Tanpa titik di akhir"]),
    # abbreviations, initials, degrees
    ("Lihat surat No. 12 tahun ini.", ["Lihat surat No. 12 tahun ini."]),
    ("Kantor di Jl. Pahlawan. Buka pagi.", ["Kantor di Jl. Pahlawan.", "Buka pagi."]),
    ("Surat a.n. Kepala Desa sudah terbit.", ["Surat a.n. Kepala Desa sudah terbit."]),
    ("Bawa KTP, KK, dll. ke balai desa.", ["Bawa KTP, KK, dll. ke balai desa."]),
    ("Bawa KTP, KK, dll. Petugas menunggu.", ["Bawa KTP, KK, dll.", "Petugas menunggu."]),
    ("Rapat dipimpin M. Contoh, S.H. dan wakilnya.", ["Rapat dipimpin M. Contoh, S.H. dan wakilnya."]),
    ("Yth. Bapak Camat di tempat.", ["Yth. Bapak Camat di tempat."]),
    ("Ada beberapa hal. Pertama, jalan.", ["Ada beberapa hal.", "Pertama, jalan."]),
    ("Tertulis pada hal. 12 buku itu.", ["Tertulis pada hal. 12 buku itu."]),
    ("Berlaku s.d. 31 Maret.", ["Berlaku s.d. 31 Maret."]),
    # numbers, addresses
    ("Biaya Rp 1.500.000,00 sudah lunas. Terima kasih.", ["Biaya Rp 1.500.000,00 sudah lunas.", "Terima kasih."]),
    ("Biaya Rp. 500.000 per meter.", ["Biaya Rp. 500.000 per meter."]),
    ("Panjang 2.5 km dan lebar 3,5 m.", ["Panjang 2.5 km dan lebar 3,5 m."]),
    ("Baca di desa.example.id setiap hari.", ["Baca di desa.example.id setiap hari."]),
    ("Menurut Pasal 5. Ketentuan lain menyusul.", ["Menurut Pasal 5.", "Ketentuan lain menyusul."]),
    ("Lihat huruf a. Bagian lain tetap.", ["Lihat huruf a.", "Bagian lain tetap."]),
    # lists, headings, lines
    ("1. Fotokopi KTP\n2. Surat kuasa\n", ["1. Fotokopi KTP", "2. Surat kuasa"]),
    ("a. mengisi formulir;\nb. membawa KTP.", ["a. mengisi formulir;", "b. membawa KTP."]),
    ("Syaratnya:\n- KTP\n- KK", ["Syaratnya:", "- KTP", "- KK"]),
    ("Cara meminta informasi\nDatang ke balai desa.", ["Cara meminta informasi", "Datang ke balai desa."]),
    ("PENGUMUMAN\nbalai desa tutup.", ["PENGUMUMAN", "balai desa tutup."]),
    ("Kepada Warga\n\nbalai desa tutup", ["Kepada Warga", "balai desa tutup"]),
    ("Kami akan\nmemperbaiki jalan.", ["Kami akan\nmemperbaiki jalan."]),
    (
        "Kami akan memperbaiki jalan yang rusak di depan balai\nDesa Contoh bulan depan.",
        ["Kami akan memperbaiki jalan yang rusak di depan balai\nDesa Contoh bulan depan."],
    ),
    ("Baris satu.\r\nBaris dua.", ["Baris satu.", "Baris dua."]),
    # nothing to read
    ("", []),
    ("  \n\t ", []),
    ("--- *** ...", []),
]


@pytest.mark.parametrize(("text", "sentences"), CASES)
def test_the_sentences_of_a_text(text: str, sentences: list[str]) -> None:
    assert [text[one.start : one.end] for one in read(text).sentences] == sentences


def test_the_marker_of_a_list_is_no_word() -> None:
    assert [one.words for one in read("1. Fotokopi KTP\n(b) Surat kuasa asli").sentences] == [2, 3]


def test_an_amount_is_one_word() -> None:
    assert read("Biaya Rp 1.500.000,00 lunas.").words == 4


def test_sentences_are_numbered_from_one() -> None:
    assert [one.number for one in read("Satu. --- Dua. Tiga.").sentences] == [1, 2, 3]
