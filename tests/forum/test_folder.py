"""The folder of an office: what is in it, and a sentence for what is missing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from selaras.forum.errors import FolderError
from selaras.forum.folder import open_folder

SETTING = """
nama = "Forum (contoh)"
kode_wilayah = "33.05"
tahun = 2021
tanggal = 2020-02-11
[[kriteria]]
kunci = "mendesak"
bobot = 60
"""
NAMES = ("wilayah.csv", "perangkat-daerah.csv", "katalog.csv", "pagu.csv", "usulan-desa.csv")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "forum.toml").write_text(SETTING)
    for name in NAMES:
        (tmp_path / name).write_text("kode,nama\n")
    return tmp_path


def test_what_the_setting_does_not_say_has_a_plain_default(folder: Path) -> None:
    setting = open_folder(folder).setting
    assert (setting.slug, setting.year, setting.held_on, setting.rule) == (
        "33-05-2021",
        2021,
        date(2020, 2, 11),
        "ranked",
    )
    assert setting.criteria == (("mendesak", "mendesak", 60),)
    assert (setting.synthetic, setting.place, setting.host) == (False, "", "")


def test_files_are_taken_in_the_order_in_which_they_build_on_each_other(folder: Path) -> None:
    for name in ("Usulan DPRD.xlsx", "nilai.csv", "peserta.ods", "katalog_padanan.csv", "PAGU-kecamatan.tsv"):
        (folder / name).write_text("x")
    assert [path.name for _, path in open_folder(folder).files] == [
        "wilayah.csv", "perangkat-daerah.csv", "katalog_padanan.csv", "katalog.csv", "PAGU-kecamatan.tsv", "pagu.csv",
        "peserta.ods", "Usulan DPRD.xlsx", "usulan-desa.csv", "nilai.csv",
    ]  # fmt: skip


def test_what_is_not_read_is_named(folder: Path) -> None:
    for name in ("kunci.csv", "surat pengantar.pdf", "catatan.docx", "README.md", ".DS_Store", "~$usulan.xlsx"):
        (folder / name).write_text("x")
    (folder / "arsip").mkdir()
    assert open_folder(folder).unread == ("catatan.docx", "kunci.csv", "surat pengantar.pdf")


def test_what_the_setting_says_in_unknown_words_is_named(folder: Path) -> None:
    misspelt = f'tempatt = "Aula"\n{SETTING}bobbot = 1\ntempat = "Aula"\n[aturan]\nbawan = "optimal"\n'
    (folder / "forum.toml").write_text(misspelt)
    opened = open_folder(folder)
    assert opened.unknown == ("tempatt", "aturan.bawan", "kriteria.bobbot", "kriteria.tempat")
    assert (opened.setting.rule, opened.setting.place) == ("ranked", "")


def test_every_word_of_the_sample_setting_is_known() -> None:
    assert open_folder(Path(__file__).parents[2] / "examples" / "kebumen-2021").unknown == ()


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FolderError, match="tidak ada"):
        open_folder(tmp_path / "tiada")


def test_a_folder_without_a_setting(folder: Path) -> None:
    (folder / "forum.toml").unlink()
    with pytest.raises(FolderError, match=r"Berkas forum\.toml belum ada di folder ini\. Salin dari folder contoh"):
        open_folder(folder)


def test_a_folder_that_lacks_files_names_them_all(folder: Path) -> None:
    (folder / "pagu.csv").unlink()
    (folder / "usulan-desa.csv").unlink()
    with pytest.raises(FolderError, match=r"Tambahkan: pagu….csv, usulan….csv\."):
        open_folder(folder)


WRONG = {
    "no toml": ("nama = ", r"forum\.toml tidak dapat dibaca"),
    "no name": (SETTING.replace("nama =", "judul ="), "perlu baris “nama ="),
    "year as text": (SETTING.replace("2021", '"2021"'), "perlu baris “tahun = 2021”"),
    "year as truth": (SETTING.replace("2021", "true"), "perlu baris “tahun = 2021”"),
    "date as text": (SETTING.replace("2020-02-11", '"11 Februari"'), "perlu baris “tanggal = 2020-02-11”"),
    "date with a clock": (SETTING.replace("2020-02-11", "2020-02-11T08:00:00"), "perlu baris “tanggal = 2020-02-11”"),
    "unknown rule": (SETTING + '[aturan]\nbawaan = "undian"\n', "Aturan “undian” di forum.toml tidak dikenal. Pilih: "),
    "rule as text": ('aturan = "ranked"\n' + SETTING, r"perlu baris “\[aturan\]”"),
    "negative weight": (SETTING.replace("60", "-1"), "tidak boleh negatif"),
    "weight as text": (SETTING.replace("60", '"60"'), "perlu baris “bobot ="),
    "criteria no list": (SETTING.replace("[[kriteria]]", "[kriteria]"), r"perlu baris “\[\[kriteria\]\]”"),
    "a criterion twice": (
        SETTING + '[[kriteria]]\nkunci = "mendesak"\nbobot = 5\n',
        "Kriteria “mendesak” tercantum dua kali",
    ),
    "region of no known form": (SETTING.replace('"33.05"', '"kebumen"'), "kode_wilayah"),
}


@pytest.mark.parametrize(("text", "told"), WRONG.values(), ids=WRONG)
def test_a_wrong_setting_says_what_to_write(folder: Path, text: str, told: str) -> None:
    (folder / "forum.toml").write_text(text)
    with pytest.raises(FolderError, match=told) as wrong:
        open_folder(folder)
    assert str(wrong.value).endswith((".", "”."))


def test_a_setting_in_another_encoding_is_told_so(folder: Path) -> None:
    (folder / "forum.toml").write_bytes('nama = "Café"'.encode("latin-1"))
    with pytest.raises(FolderError, match="tidak dapat dibaca"):
        open_folder(folder)
