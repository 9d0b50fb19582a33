"""Each fate in words that a villager says aloud: first what, then why, then what would change it."""

from __future__ import annotations

from typing import Any

import pytest

from selaras.engines.allocation import Reason
from selaras.forum.sentences import sentence

SADANG = {"ceiling": "district:33.05.20", "label": "Pagu Kecamatan Sadang", "amount": 900_000_000} | {
    "left": 12_400_000, "needed": 85_000_000, "short": 72_600_000,
}  # fmt: skip
DPU = {"label": "Pagu DPU", "left": 60_000_000, "needed": 85_000_000, "short": 25_000_000}
TOTAL = {"label": "Pagu seluruh daerah", "left": 0, "needed": 85_000_000, "short": 85_000_000}


def fate(reason: str, **more: Any) -> dict[str, Any]:
    plain = {"status": "rejected", "rank": None, "cost": None, "stable": None, "binding": [], "flip": [], "gates": []}
    return plain | {"reason": reason, "group": None} | more


CASES = {
    "funded": (
        fate("funded", status="accepted", cost=85_000_000, rank=12, stable=True),
        "Didanai. Usulan ini mendapat Rp 85.000.000 pada urutan 12.",
    ),
    "funded without a rank": (
        fate("funded", status="accepted", cost=85_000_000),
        "Didanai. Usulan ini mendapat Rp 85.000.000.",
    ),
    "funded with a change": (
        fate("funded", status="changed", cost=60_000_000, rank=3),
        "Didanai dengan perubahan. Usulan ini mendapat Rp 60.000.000 pada urutan 3.",
    ),
    "funded by a hair": (
        fate("funded", status="accepted", cost=85_000_000, rank=1200, stable=False),
        "Didanai. Usulan ini mendapat Rp 85.000.000 pada urutan 1.200. "
        "Hasil ini dapat berubah bila bobot kriteria digeser 10 persen.",
    ),
    "mandatory": (
        fate("must_fund", status="accepted", cost=85_000_000),
        "Didanai. Belanja wajib sebesar Rp 85.000.000 didahulukan sebelum usulan lain dinilai.",
    ),
    "one ceiling": (
        fate("ceiling", binding=[SADANG]),
        "Belum didanai. Pagu Kecamatan Sadang tinggal Rp 12.400.000, sedangkan usulan ini perlu Rp 85.000.000.",
    ),
    "a ceiling that is used up": (
        fate("ceiling", binding=[TOTAL]),
        "Belum didanai. Pagu seluruh daerah sudah habis, sedangkan usulan ini perlu Rp 85.000.000.",
    ),
    "more ceilings": (
        fate("ceiling", binding=[SADANG, DPU]),
        "Belum didanai. Pagu Kecamatan Sadang tinggal Rp 12.400.000, sedangkan usulan ini perlu Rp 85.000.000. "
        "Juga tidak cukup: Pagu DPU (kurang Rp 25.000.000).",
    ),
    "what would change it, by money or by size": (
        fate(
            "ceiling",
            binding=[SADANG],
            flip=[
                {"kind": "ceiling", "label": "Pagu Kecamatan Sadang", "amount": 72_600_000},
                {"kind": "cost", "amount": 12_400_000, "volume": "40", "unit": "meter"},
            ],
        ),
        "Belum didanai. Pagu Kecamatan Sadang tinggal Rp 12.400.000, sedangkan usulan ini perlu Rp 85.000.000. "
        "Usulan ini akan didanai bila pagu Kecamatan Sadang bertambah Rp 72.600.000, "
        "atau bila volumenya menjadi 40 meter (Rp 12.400.000).",
    ),
    "what would change it, by cost alone": (
        fate("ceiling", binding=[SADANG], flip=[{"kind": "cost", "amount": 12_400_000, "volume": None, "unit": ""}]),
        "Belum didanai. Pagu Kecamatan Sadang tinggal Rp 12.400.000, sedangkan usulan ini perlu Rp 85.000.000. "
        "Usulan ini akan didanai bila biayanya menjadi Rp 12.400.000.",
    ),
    "what would change it, by score": (
        fate("ceiling", binding=[SADANG], flip=[{"kind": "score", "score": "71.5"}]),
        "Belum didanai. Pagu Kecamatan Sadang tinggal Rp 12.400.000, sedangkan usulan ini perlu Rp 85.000.000. "
        "Usulan ini akan didanai bila nilainya naik menjadi 71,5.",
    ),
    "a group": (
        fate("group_taken", status="merged", group={"leader": "U-1", "reason": "dusun yang sama"}),
        "Digabung. Usulan ini sama dengan usulan U-1, jadi keduanya diputuskan bersama sebagai satu usulan. "
        "Alasannya: dusun yang sama.",
    ),
    "a group whose reason ends its own sentence": (
        fate("group_taken", status="merged", group={"leader": "U-1", "reason": "Dusun yang sama."}),
        "Digabung. Usulan ini sama dengan usulan U-1, jadi keduanya diputuskan bersama sebagai satu usulan. "
        "Alasannya: Dusun yang sama.",
    ),
    "not eligible": (
        fate("ineligible", gates=[{"reason": "Biaya belum diisi. Lengkapi."}, {"reason": "Lokasi belum dikenali."}]),
        "Belum dapat dinilai. Biaya belum diisi. Lengkapi. Lokasi belum dikenali.",
    ),
    "needs another": (
        fate("requirement_missing"),
        "Belum didanai. Usulan lain yang harus ada lebih dulu belum didanai.",
    ),
    "not elected": (
        fate("not_elected"),
        "Belum didanai. Menurut aturan bagian setara, sisa bagian anggaran para pendukung usulan ini tidak cukup "
        "untuk membiayainya.",
    ),
    "not chosen": (
        fate("not_chosen"),
        "Belum didanai. Dengan pagu yang sama, usulan-usulan lain bersama-sama memberi nilai yang lebih tinggi.",
    ),
}


@pytest.mark.parametrize(("given", "told"), CASES.values(), ids=CASES)
def test_what_is_said(given: dict[str, Any], told: str) -> None:
    assert sentence(given) == told


def test_every_reason_has_its_words() -> None:
    assert {str(reason) for reason in Reason} == {given["reason"] for given, _ in CASES.values()}
