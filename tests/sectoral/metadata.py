"""Answers to the metadata forms, for tests. All invented."""

from __future__ import annotations

from typing import Any

from selaras.sectoral.actions.filling_in import fill_in
from selaras.sectoral.models import Dataset, Metadata
from tests.sectoral.room import producer

Form = Metadata.Form
ACTIVITY: dict[str, Any] = {
    "title": "Pendataan penduduk (contoh)",
    "year": "2020",
    "collection": "3",
    "agency": "Dinas Kependudukan (contoh)",
    "post": "Kepala Bidang Statistik",
    "background": "Jumlah penduduk tiap desa dibutuhkan untuk perencanaan.",
    "purpose": "Mengetahui jumlah penduduk tiap desa.",
    "repeated": "2",
    "method": ["4", "8"],
    "recommended": False,
}
VARIABLE: dict[str, Any] = {
    "concept": "Desa",
    "definition": "Desa menurut daftar kode wilayah.",
    "period": "31 Desember",
    "type": "teks",
    "public": True,
}
INDICATOR: dict[str, Any] = {
    "concept": "Kepadatan penduduk",
    "definition": "Penduduk tiap kilometer persegi.",
    "interpretation": "Makin besar makin padat.",
    "formula": "jumlah penduduk dibagi luas",
    "measure": "rasio",
    "unit": "jiwa/km²",
    "composite": False,
    "public": True,
}


def filled_in(dataset: Dataset) -> None:
    """One form of each kind."""
    fill_in(dataset, Form.ACTIVITY, "", ACTIVITY, actor=producer())
    fill_in(dataset, Form.VARIABLE, "desa", VARIABLE, actor=producer())
    fill_in(dataset, Form.INDICATOR, "Kepadatan penduduk", INDICATOR, actor=producer())
