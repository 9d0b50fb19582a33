"""A folder of real input for the main job, put together from the data that is kept outside the project."""

from __future__ import annotations

import csv
import gzip
from collections import defaultdict
from pathlib import Path

REGENCY = "34.01"
FIELDS = {  # the fields of duty that each agency of the real list holds, by the words of its name
    "PERTANIAN": "3.27",
    "PEKERJAAN UMUM": "1.03; 1.04",
    "KELAUTAN": "3.25",
    "PERHUBUNGAN": "2.15",
    "PENDIDIKAN": "1.01; 2.19",
    "KESEHATAN": "1.02",
    "KEBUDAYAAN": "2.22",
    "PARIWISATA": "3.26",
    "LINGKUNGAN": "2.11",
    "SOSIAL": "1.06; 2.08",
    "PERDAGANGAN": "3.30; 3.31",
    "KOPERASI": "2.17",
    "TENAGA KERJA": "2.07; 3.31; 3.32",
    "PEMBERDAYAAN MASYARAKAT": "2.13; 2.14",
    "KEPEMUDAAN": "2.19",
    "KOMUNIKASI": "2.16; 2.20; 2.21",
    "PERPUSTAKAAN": "2.23; 2.24",
    "PERTANAHAN": "2.10; 2.22",
    "BENCANA": "1.05",
    "PAMONG PRAJA": "1.05",
}
SETTING = """
nama = "Forum Perangkat Daerah Kabupaten Kulon Progo (masukan nyata, pagu dan nilai buatan penguji)"
kode_wilayah = "34.01"
nama_wilayah = "Kabupaten Kulon Progo"
tahun = 2024
tanggal = 2023-02-14
versi_katalog = "900.1.15.5-1317/2023"

[aturan]
bawaan = "ranked"

[[kriteria]]
kunci = "mendesak"
nama = "Kemendesakan"
bobot = 60

[[kriteria]]
kunci = "manfaat"
nama = "Pemanfaatan"
bobot = 40
"""


def build(shared: Path, folder: Path) -> Path:
    """Regions, catalogue and proposals as they came; agencies from the proposals; ceilings at two fifths of it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "forum.toml").write_text(SETTING, encoding="utf-8")
    _regions(shared, folder)
    for name, source in (
        ("katalog.csv", "nomenklatur/nomenklatur_900_1317_kabkota.csv"),
        ("usulan-desa.csv", "usulan/kulonprogo_usulan_2024.csv"),
        ("usulan-tsp.csv", "usulan/kulonprogo_permasalahan_2024.csv"),
    ):
        (folder / name).write_bytes((shared / source).read_bytes())
    with (shared / "usulan/kulonprogo_usulan_2024.csv").open(encoding="utf-8") as file:
        proposals = list(csv.DictReader(file))
    _agencies_and_ceilings(folder, proposals)
    _scores(folder, proposals)
    return folder


def _write(path: Path, header: list[str], rows: list[list[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def _regions(shared: Path, folder: Path) -> None:
    with gzip.open(shared / "wilayah/wilayah_nasional_kepmendagri_2025.csv.gz", "rt", encoding="utf-8") as file:
        rows = [[row["kode"], row["nama"]] for row in csv.DictReader(file) if row["kode"].startswith(REGENCY)]
    _write(folder / "wilayah.csv", ["kode", "nama"], rows)


def _agencies_and_ceilings(folder: Path, proposals: list[dict[str, str]]) -> None:
    asked: dict[str, int] = defaultdict(int)
    for row in proposals:
        asked[row["opd"]] += int(row["biaya"] or 0)
    agencies = [
        [f"{at:02}", name, next((fields for word, fields in FIELDS.items() if word in name.upper()), "")]
        for at, name in enumerate(sorted(asked), 1)
    ]
    _write(folder / "perangkat-daerah.csv", ["kode perangkat daerah", "perangkat daerah", "bidang urusan"], agencies)
    ceilings: list[list[object]] = [["kabupaten", "", sum(asked.values()) * 2 // 5]]
    ceilings += [["perangkat daerah", name, amount * 2 // 5] for name, amount in sorted(asked.items())]
    _write(folder / "pagu.csv", ["lingkup", "perangkat daerah", "pagu indikatif"], ceilings)


def _scores(folder: Path, proposals: list[dict[str, str]]) -> None:
    """Two assessors; marks that follow from the number of the proposal, since the real ones are not public."""
    people = [
        ["P1", "Penilai satu (contoh)", "Perangkat daerah", "ya", "ya"],
        ["P2", "Penilai dua (contoh)", "Kecamatan", "ya", "ya"],
    ]
    _write(folder / "peserta.csv", ["nomor peserta", "nama", "unsur", "hadir", "penilai"], people)
    rows: list[list[object]] = []
    for row in proposals:
        number = int(row["id"])
        rows += [
            [person, number, 1 + number * step % 5, 1 + number * step % 4] for person, step in (("P1", 3), ("P2", 7))
        ]
    _write(folder / "nilai.csv", ["nomor peserta", "nomor usulan", "mendesak", "manfaat"], rows)
