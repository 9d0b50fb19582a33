"""The words of a letter: fields filled in, what is empty left out, and nothing that was written is a command."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.disclosure.errors import Incomplete
from selaras.disclosure.exports.fields import fields_of
from selaras.disclosure.exports.wording import filled, require_sound, shipped
from selaras.disclosure.models import LetterKind
from selaras.documents.blocks import Block, Bullets, Facts, Paragraph

VALUES = {"nama": "Siti", "kosong": "", "bagian": ("satu", "dua"), "jawaban": "Baris satu.\n\nBaris dua."}
CASES: list[tuple[str, list[Block]]] = [
    ("Yth. {nama},\nselamat pagi.", [Paragraph("Yth. Siti, selamat pagi.")]),
    ("Satu.\n\nDua.", [Paragraph("Satu."), Paragraph("Dua.")]),
    ("Nama : {nama}\nAlamat : Sadang", [Facts((("Nama", "Siti"), ("Alamat", "Sadang")))]),
    ("- {nama}\n- lain", [Bullets(("Siti", "lain"))]),
    ("Bagian:\n{bagian}", [Paragraph("Bagian:"), Bullets(("satu", "dua"))]),
    ("Semua: {bagian}.", [Paragraph("Semua: satu; dua.")]),
    ("{jawaban}", [Paragraph("Baris satu."), Paragraph("Baris dua.")]),
    ("Nama : {nama}\nCatatan : {kosong}", [Facts((("Nama", "Siti"),))]),
    ("Berkas:\n{kosong}\n\nSelesai.", [Paragraph("Selesai.")]),
    ("", []),
]


@pytest.mark.parametrize(("text", "blocks"), CASES)
def test_each_form_of_a_line(text: str, blocks: list[Block]) -> None:
    assert filled(text, VALUES) == blocks


@given(st.text(alphabet="{}nama:- \n", max_size=40))
def test_what_a_person_wrote_is_text_and_never_a_field(written: str) -> None:
    told = filled("Isi : {nama}", {"nama": written})
    assert told == ([Facts((("Isi", " ".join(written.split())),))] if written else [])


REFUSED = [
    ("Halo {pemohon}", r"\{pemohon\} tidak dikenal.*\{nama\}"),
    ("Halo {nama", "tanpa pasangan"),
    ("Halo {{nama}}", "tanpa pasangan"),
    ("   ", "Tulis bunyi"),
    ("a" * 20_001, "terlalu panjang"),
]


@pytest.mark.parametrize(("text", "sentence"), REFUSED)
def test_what_cannot_be_filled_in_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(Incomplete, match=sentence):
        require_sound(text, ["nama"])


@pytest.mark.parametrize("kind", LetterKind.values)
def test_the_words_that_come_with_the_program_hold_for_themselves(kind: str) -> None:
    require_sound(shipped(kind), fields_of(kind))
