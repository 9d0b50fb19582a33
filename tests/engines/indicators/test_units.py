"""The unit fits the indicator, and is the official one where the indicator is."""

from __future__ import annotations

import pytest

from selaras.engines.indicators import Kind
from selaras.engines.indicators.units import misfit
from tests.engines.indicators.plans import ENTRY, kinds, of


@pytest.mark.parametrize(
    ("indicator", "unit", "fits"),
    [
        ("Persentase jalan mantap", "%", True),
        ("Prosentase jalan mantap", "Persen", True),
        ("Persentase jalan mantap", "Dokumen", False),
        ("Indeks Kepuasan Masyarakat", "Poin", True),
        ("Indeks Kepuasan Masyarakat", "%", True),
        ("Indeks Kepuasan Masyarakat", "Laporan", False),
        ("Panjang jalan yang diaspal", "KM", True),
        ("Panjang jalan yang diaspal", "Unit", False),
        ("Luas taman", "m²", True),
        ("Luas taman", "meter", False),
        ("Jumlah peserta", "Orang", True),
        ("Jumlah peserta", "%", False),
        ("Rasio guru dan murid", "%", True),
        ("Persentase jalan mantap", "", True),  # a missing unit is another finding
    ],
)
def test_units_that_fit_and_do_not(indicator, unit, fits) -> None:
    assert (misfit(indicator, unit) is None) == fits


def test_the_finding_says_what_to_write() -> None:
    (finding,) = of(indicator="Persentase permohonan selesai", unit="Dokumen")
    assert finding.kind is Kind.UNIT_MISFIT
    assert finding.message == 'Indikator ini persentase, tetapi satuannya "Dokumen". Ganti satuannya menjadi %.'


def test_the_official_indicator_keeps_its_official_unit() -> None:
    (finding,) = of(indicator=ENTRY.indicator, unit="Dokumen")
    assert finding.kind is Kind.UNIT_MISFIT
    assert finding.suggestion.unit == "Layanan"
    assert kinds(indicator=ENTRY.indicator, unit="LAYANAN") == []
