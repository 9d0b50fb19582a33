"""The small forum as the folder that an office hands in."""

from __future__ import annotations

from pathlib import Path

from tests.forum.small_forum import FILES

SETTING = """
nama = "Forum Perangkat Daerah Kecil (contoh)"
singkatan = "kecil-2021"
kode_wilayah = "33.05"
nama_wilayah = "Kabupaten Kebumen"
tahun = 2021
tanggal = 2020-02-11
tempat = "Aula (contoh)"
perangkat_daerah = "2.16"
versi_katalog = "katalog contoh"
synthetic = true
pernyataan = "Data contoh untuk pengujian."

[[kriteria]]
kunci = "mendesak"
nama = "Kemendesakan"
bobot = 60

[[kriteria]]
kunci = "manfaat"
nama = "Pemanfaatan"
bobot = 40
"""


def small_folder(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "forum.toml").write_text(SETTING, encoding="utf-8")
    for name, text in FILES.values():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
