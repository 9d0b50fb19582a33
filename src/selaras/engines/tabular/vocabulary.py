"""How a column name is compared: spelling evened out, abbreviations written out, and the words that headers use."""

from __future__ import annotations

import re
import unicodedata

from selaras.engines.tabular.table import Cell, text_of

_NOT_WORD = re.compile(r"[^0-9a-z%]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WRITTEN_OUT = {
    "kec": "kecamatan", "kapanewon": "kecamatan", "distrik": "kecamatan", "kemantren": "kecamatan",
    "kel": "kelurahan", "kalurahan": "kelurahan", "ds": "desa", "nagari": "desa", "gampong": "desa",
    "kab": "kabupaten", "prov": "provinsi", "opd": "perangkat daerah", "skpd": "perangkat daerah",
    "dinas": "perangkat daerah", "pd": "perangkat daerah", "jml": "jumlah", "jlh": "jumlah", "thn": "tahun",
    "th": "tahun", "ket": "keterangan", "vol": "volume", "sat": "satuan", "keg": "kegiatan", "prog": "program",
    "lat": "lintang", "latitude": "lintang", "long": "bujur", "lng": "bujur", "lon": "bujur", "longitude": "bujur",
    "no": "nomor", "tgl": "tanggal", "subkegiatan": "sub kegiatan", "id": "nomor", "code": "kode", "name": "nama",
    "description": "keterangan", "budget": "anggaran", "cost": "biaya", "unit": "satuan", "village": "desa",
    "district": "kecamatan", "year": "tahun", "title": "judul", "agency": "perangkat daerah",
}  # fmt: skip
_DROPPED = {"rp", "idr", "rupiah", "dan", "atau"}

HEADER_WORDS = frozenset(
    [
        "nomor",
        "kode",
        "nama",
        "uraian",
        "usulan",
        "kegiatan",
        "program",
        "sub",
        "aktivitas",
        "permasalahan",
        "masalah",
        "lokasi",
        "alamat",
        "desa",
        "kelurahan",
        "kecamatan",
        "kabupaten",
        "kota",
        "provinsi",
        "wilayah",
        "volume",
        "satuan",
        "biaya",
        "anggaran",
        "pagu",
        "harga",
        "jumlah",
        "total",
        "perangkat",
        "daerah",
        "urusan",
        "bidang",
        "keterangan",
        "catatan",
        "tahun",
        "tanggal",
        "sumber",
        "dana",
        "pengusul",
        "status",
        "rt",
        "rw",
        "dusun",
        "lintang",
        "bujur",
        "koordinat",
        "indikator",
        "target",
        "kinerja",
        "definisi",
        "nomenklatur",
        "level",
        "tingkat",
        "jenis",
        "unsur",
        "peran",
        "jabatan",
        "instansi",
        "hadir",
        "penilai",
        "peserta",
        "nilai",
        "skor",
        "prioritas",
        "sasaran",
        "tujuan",
        "realisasi",
        "persentase",
        "luas",
        "penduduk",
        "laki",
        "perempuan",
        "kategori",
        "kelompok",
        "judul",
        "nik",
        "usia",
        "umur",
        "pekerjaan",
        "skala",
        "kondisi",
        "baseline",
        "periode",
        "bulan",
        "kriteria",
        "hubungan",
        "lama",
        "baru",
        "induk",
        "singkat",
        "pelaksana",
        "value",
        "item",
        "data",
        "rata",
        "kepadatan",
        "nilai_tukar",
        "indeks",
        "start",
        "end",
        "min",
        "max",
        "latitude",
        "longitude",
        "date",
        "count",
        "type",
        "region",
        "rekomendasi",
        "koefisien",
        "alasan",
        "informasi",
        "ringkasan",
        "isi",
        "klasifikasi",
        "pejabat",
        "menguasai",
        "pembuatan",
        "bentuk",
        "retensi",
        "tautan",
    ]
)


def plain_name(name: str) -> str:
    """A column name in lower case, without signs, abbreviations written out.

    >>> plain_name("Kec."), plain_name("USULAN PROGRAM/KEGIATAN"), plain_name("Biaya (Rp.)")
    ('kecamatan', 'usulan program kegiatan', 'biaya')
    """
    plain = unicodedata.normalize("NFKC", _CAMEL.sub(" ", name)).casefold()
    words = [_WRITTEN_OUT.get(word, word) for word in _NOT_WORD.sub(" ", plain).split() if word not in _DROPPED]
    return " ".join(words)


def is_header_name(cell: Cell) -> bool:
    """Whether a cell reads like the name of a column rather than like a value.

    >>> is_header_name("Desa/Kelurahan"), is_header_name("Perbaikan jalan rusak di Ayah"), is_header_name(7)
    (True, False, False)
    """
    if not isinstance(cell, str) or len(cell) > 120:
        return False
    words = plain_name(cell).split()
    if not words or len(words) > 9:
        return False
    known = sum(word in HEADER_WORDS for word in words)
    return known * 2 >= len(words)


_NUMBER_LIKE = re.compile(
    r"^[\s(+-]*(?:rp\.?|idr)?[\s(+-]*[.,]?\d[\d.,\s]*(?:,-|[eE][+-]?\d+)?\s*%?\)?\s*(?:jt|juta|rb|ribu|m|ha|km|unit)?\.?$",
    re.I,
)
_DATE_LIKE = re.compile(r"^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T][\d:.]+)?$")
_CODE_LIKE = re.compile(r"^\d{1,3}(?:\.\d{1,4}){2,}$")


def is_value(cell: Cell) -> bool:
    """Whether a cell is a number, an amount, a date or a code: what stands below a header, not in it.

    >>> is_value("1.234.567,89"), is_value("33.05.01"), is_value("Rp 150 jt"), is_value("Volume")
    (True, True, True, False)
    """
    if not isinstance(cell, str):
        return True
    text = cell.strip()
    return bool(text) and bool(_NUMBER_LIKE.match(text) or _DATE_LIKE.match(text) or _CODE_LIKE.match(text))


def is_year(cell: Cell) -> bool:
    """Whether a cell is a year, which may well be the name of a column.

    >>> is_year(2021), is_year("2021"), is_year("12021")
    (True, True, False)
    """
    text = text_of(cell)
    return len(text) == 4 and text.isdigit() and 1900 <= int(text) <= 2100
