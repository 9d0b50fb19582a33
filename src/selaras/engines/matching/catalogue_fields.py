"""The fields of duty by their official codes and names, and the field that an office's own label means.

>>> field_of_label("Perumahan Rakyat dan Kawasan Permukiman"), field_of_label("PUPR"), field_of_label("tes")
('1.04', '1.03', None)

Source of codes and names: annex of the decree of the Minister of Home Affairs 900.1.15.5-1317/2023.
"""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz, process

from selaras.engines.indonesian.stems import stem
from selaras.engines.indonesian.text import tokens

FIELD_NAMES: dict[str, str] = {
    "1.01": "Pendidikan",
    "1.02": "Kesehatan",
    "1.03": "Pekerjaan Umum dan Penataan Ruang",
    "1.04": "Perumahan dan Kawasan Permukiman",
    "1.05": "Ketenteraman dan Ketertiban Umum serta Perlindungan Masyarakat",
    "1.06": "Sosial",
    "2.07": "Tenaga Kerja",
    "2.08": "Pemberdayaan Perempuan dan Perlindungan Anak",
    "2.09": "Pangan",
    "2.10": "Pertanahan",
    "2.11": "Lingkungan Hidup",
    "2.12": "Administrasi Kependudukan dan Pencatatan Sipil",
    "2.13": "Pemberdayaan Masyarakat dan Desa",
    "2.14": "Pengendalian Penduduk dan Keluarga Berencana",
    "2.15": "Perhubungan",
    "2.16": "Komunikasi dan Informatika",
    "2.17": "Koperasi, Usaha Kecil, dan Menengah",
    "2.18": "Penanaman Modal",
    "2.19": "Kepemudaan dan Olahraga",
    "2.20": "Statistik",
    "2.21": "Persandian",
    "2.22": "Kebudayaan",
    "2.23": "Perpustakaan",
    "2.24": "Kearsipan",
    "3.25": "Kelautan dan Perikanan",
    "3.26": "Pariwisata",
    "3.27": "Pertanian",
    "3.28": "Kehutanan",
    "3.29": "Energi dan Sumber Daya Mineral",
    "3.30": "Perdagangan",
    "3.31": "Perindustrian",
    "3.32": "Transmigrasi",
    "4.01": "Sekretariat Daerah",
    "4.02": "Sekretariat DPRD",
    "5.01": "Perencanaan",
    "5.02": "Keuangan",
    "5.03": "Kepegawaian",
    "5.04": "Pendidikan dan Pelatihan",
    "5.05": "Penelitian dan Pengembangan",
    "5.06": "Pengelolaan Perbatasan",
    "6.01": "Inspektorat Daerah",
    "7.01": "Kecamatan",
    "8.01": "Kesatuan Bangsa dan Politik",
    "9.01": "Kekhususan",
}
# Other names in use for the same field.
_ALSO = {
    "pupr": "1.03",
    "dpupr": "1.03",
    "pu": "1.03",
    "pekerjaan umum": "1.03",
    "bina marga": "1.03",
    "perkim": "1.04",
    "perumahan rakyat": "1.04",
    "trantibumlinmas": "1.05",
    "penanggulangan bencana": "1.05",
    "satpol pp": "1.05",
    "ketahanan pangan": "2.09",
    "kominfo": "2.16",
    "umkm": "2.17",
    "usaha mikro": "2.17",
    "pemuda dan olahraga": "2.19",
    "pemuda dan olah raga": "2.19",
    "dukcapil": "2.12",
    "pmd": "2.13",
    "dpmd": "2.13",
    "ppkb": "2.14",
    "kelautan": "3.25",
    "pertanian dan pangan": "3.27",
    "peternakan": "3.27",
    "perkebunan": "3.27",
    "esdm": "3.29",
    "kesra": "4.01",
    "kesbangpol": "8.01",
}
_OFFICES = frozenset(
    [
        "urusan",
        "pemerintahan",
        "bidang",
        "wajib",
        "pilihan",
        "dinas",
        "badan",
        "kantor",
        "program",
        "kabupaten",
        "kota",
        "daerah",
    ]
)
_CLOSE_ENOUGH = 72.0
_FILLING = frozenset({"dan", "serta", "rakyat"})


def field_name(code: str, given: str = "") -> str:
    """The official name of a field of duty; for a code that is not official the name given, else the code."""
    return FIELD_NAMES.get(code) or given or code


@lru_cache(maxsize=4096)
def field_of_label(label: str) -> str | None:
    """The code of the field of duty that a label names, by its words; None where no field is named closely enough."""
    plain = " ".join(label.casefold().replace(",", " ").split())
    if plain in FIELD_NAMES:
        return plain
    if plain in _ALSO:
        return _ALSO[plain]
    key = _key(label)
    if not key:
        return None
    names = _keys()
    if key in names:
        return names[key]
    found = process.extractOne(key, list(names), scorer=fuzz.token_sort_ratio, score_cutoff=_CLOSE_ENOUGH)
    return names[found[0]] if found else None


def _key(label: str) -> str:
    words = [stem(word) for word in tokens(label) if word not in _OFFICES and word not in _FILLING]
    return " ".join(sorted(set(words)))


@lru_cache(maxsize=1)
def _keys() -> dict[str, str]:
    keys = {_key(name): code for name, code in _ALSO.items()}
    keys.update({_key(name) or name.casefold(): code for code, name in FIELD_NAMES.items()})
    return keys
