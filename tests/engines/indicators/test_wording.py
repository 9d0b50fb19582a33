"""An indicator begins with what is measured, names one measure, and holds no open words."""

from __future__ import annotations

import csv

import pytest

from selaras.engines.indicators import CatalogueEntry, Kind, PlanItem, check
from selaras.engines.indicators.wording import judge
from tests.engines.indicators.plans import ENTRY, kinds, of

VAGUE, TWO, UNMEASURED = Kind.VAGUE_WORDING, Kind.TWO_INDICATORS, Kind.NOT_MEASURABLE


@pytest.mark.parametrize(
    ("indicator", "found"),
    [
        ("Jumlah permohonan yang dilayani", []),
        ("Persentase Jalan dalam Kondisi Mantap", []),
        ("Indeks Kepuasan Masyarakat", []),
        ("Rata-rata lama sekolah", []),
        ("Rata rata waktu tanggap", []),
        ("Panjang jalan dan jembatan yang dipelihara", []),
        ("Tingkat kepuasan pemohon", []),
        ("Meningkatnya jumlah pengunjung", []),
        ("Penurunan angka kematian ibu", []),
        ("Laporan kegiatan", []),  # the unit is Laporan
        ("Meningkatnya kualitas pelayanan informasi", [VAGUE]),
        ("Terlaksananya sosialisasi", [VAGUE]),
        ("Tersusunnya pedoman", [VAGUE]),
        ("Optimalisasi layanan", [VAGUE]),
        ("Peningkatan kapasitas aparatur", [VAGUE]),
        ("Kualitas pelayanan", [UNMEASURED]),
        ("Sosialisasi desa", [UNMEASURED]),
        ("Jumlah layanan yang optimal", [VAGUE]),
        ("Jumlah layanan maksimal 3 hari", []),
        ("Jumlah orang yang dilatih dan lain-lain", [VAGUE]),
        ("Jumlah orang yang dilatih, dibina, dst.", [VAGUE]),
        ("Jumlah kursi, meja, dll", [VAGUE]),
        ("Jumlah peserta dan persentase kelulusan", [TWO]),
        ("Persentase cakupan; jumlah desa terlayani", [TWO]),
        ("Jumlah dokumen yang disusun serta terlaksananya rapat", [TWO]),
        ("Indeks SPBE dan Indeks Keterbukaan", [TWO]),
        ("Jumlah dokumen Indeks Desa dan Indeks Gini", []),  # documents are counted
        ("Jumlah sarana dan prasarana yang dibangun", []),
        ("Jumlah siaran (radio dan jumlah lain)", []),  # what stands in brackets explains
        ("Meningkatnya kualitas dan tersusunnya pedoman", [VAGUE, TWO]),
    ],
)
def test_wordings(indicator, found) -> None:
    assert [kind for kind, _, _ in judge(indicator, "Laporan")] == found


def test_the_official_wording_is_suggested_and_never_blamed() -> None:
    (finding,) = of(indicator="Terlaksananya pelayanan")
    assert finding.suggestion.indicator == ENTRY.indicator
    assert finding.message == (
        'Indikator diawali "terlaksananya" tanpa ukuran. '
        'Awali dengan ukurannya, misalnya "Jumlah …", "Persentase …" atau "Indeks …".'
    )
    assert kinds(indicator=ENTRY.indicator.upper(), unit="layanan") == []


@pytest.mark.shared_data
def test_the_official_catalogue(shared_data) -> None:
    with (shared_data / "nomenklatur" / "sub_kegiatan_kabkota_2027.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    entries = [CatalogueEntry(r["kode_sub"], r["sub_kegiatan"], r["indikator"], r["satuan"]) for r in rows]
    plan = [
        PlanItem(e.code, "a", e.code, e.name, e.indicator, e.unit, 1, 2, "Kebumen", 1, None, "PAD", 3) for e in entries
    ]
    fields = {r["kode_bidang"] for r in rows}
    assert check(plan, catalogue=entries, strategic_targets=[], duties={"a": fields}, year=2021) == ()
    blamed = sum(any(judge(entry.indicator, entry.unit)) for entry in entries)  # without knowing it is official
    assert blamed <= 0.025 * len(entries)
