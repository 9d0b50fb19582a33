"""The unit that the name of a column tells."""

from __future__ import annotations

import re

_IN_BRACKETS = re.compile(r"[(\[]\s*([^()\[\]]{1,40}?)\s*[)\]]")
_IN_WORDS = re.compile(r"\bdalam\s+([\w ]{2,30})$", re.I)
_AT_THE_END = re.compile(r"_(pct|persen|km2|m2|kg|ton|ha|jiwa|rp|idr|usd)$", re.I)
_WORD = re.compile(r"[a-z]+[23]?|%|°|[²³]", re.I)
_UNIT_WORDS = """
% persen pct percent rp rupiah idr usd ribu juta miliar milyar triliun jiwa orang people kk rumah keluarga ruta
kapita per unit buah ekor batang desa kelurahan km km2 km² m m2 m² m3 m³ cm mm ha hektar hektare are kg ton kw
kwintal kuintal gram liter ltr kwh mw watt derajat ° c ² hari minggu bulan tahun jam menit detik poin lembar
dokumen paket titik ³
"""
_UNITS = frozenset(_UNIT_WORDS.split())


def unit_of(name: str) -> str:
    """The unit that a column name tells, in brackets or after "dalam", ``""`` where it tells none.

    >>> unit_of("LUAS WILAYAH (KM2)"), unit_of("Pagu dalam juta rupiah"), unit_of("Nilai (2)"), unit_of("inflasi_pct")
    ('KM2', 'juta rupiah', '', 'pct')
    """
    for pattern in (_IN_BRACKETS, _IN_WORDS, _AT_THE_END):
        for found in pattern.findall(name):
            if any(word.lower() in _UNITS for word in _WORD.findall(found)):
                return str(found)
    return ""
