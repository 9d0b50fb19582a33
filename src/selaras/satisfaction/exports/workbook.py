"""The figures of a published survey as a workbook, for who counts on."""

from __future__ import annotations

from decimal import Decimal

from selaras.documents.sheets import Form, Sheet, workbook
from selaras.satisfaction.models import Result


def as_xlsx(result: Result) -> bytes:
    """Aggregates only: a row a person would be a row about a person."""
    figures, survey = result.figures, result.survey
    title = f"SKM {survey.service.name}, {survey.name}"
    said = [f"{survey.service.agency.name}", f"Sidik angka: {result.digest}"]
    whole = [
        ("Indeks", result.index),
        ("Mutu", f"{result.band} ({figures['band']['name']})"),
        ("Batas bawah 95 %", Decimal(str(figures["interval"]["low"]))),
        ("Batas atas 95 %", Decimal(str(figures["interval"]["high"]))),
        ("Jawaban masuk", figures["answers"]),
        ("Dihitung sebagai", figures["counted"]),
        ("Orang yang dilayani", figures["sample"]["population"]),
        ("Jawaban diperlukan", figures["sample"]["needed"]),
        ("Kekurangan", figures["sample"]["missing"]),
        ("Indeks tanpa penjagaan", Decimal(figures["guard"]["without"])),
    ]
    elements = [
        (one["name"], Decimal(one["mean"]), Decimal(one["value"]), one["band"], one["answered"])
        for one in figures["elements"]
    ]
    desks = [(one["name"], *_measured(one), one["best"], one["worst"]) for one in figures["desks"]["standings"]]
    trend = [(one["name"], *_measured(one)) for one in figures["trend"]]
    profile = [
        (field, one["name"], "tidak disebut" if one["count"] is None else one["count"])
        for field, groups in figures["profile"].items()
        for one in groups
    ]
    held = [(one["day"], one["why"], one["answers"], Decimal(one["weight"])) for one in figures["guard"]["clusters"]]
    interval, marks = ("Indeks", "Batas bawah", "Batas atas"), ("Rata-rata", "Konversi", "Mutu", "Dijawab")
    return workbook(
        [
            Sheet("Indeks", Form(title, ("Ukuran", "Nilai"), (36, 30), subtitles=said), whole),
            Sheet("Unsur", Form(title, ("Unsur", *marks), (44, 12, 12, 8, 10)), elements),
            Sheet("Loket", Form(title, ("Loket", *interval, "Terbaik", "Terburuk"), (36, 12, 12, 12, 10, 10)), desks),
            Sheet("Perkembangan", Form(title, ("Periode", *interval), (36, 12, 12, 12)), trend),
            Sheet("Responden", Form(title, ("Ciri", "Kelompok", "Orang"), (16, 32, 16)), profile),
            Sheet("Penjagaan", Form(title, ("Hari", "Sebab", "Jawaban", "Dihitung"), (14, 14, 12, 12)), held),
        ]
    )  # fmt: skip


def _measured(one: dict[str, object]) -> tuple[Decimal, Decimal, Decimal]:
    return Decimal(str(one["index"])), Decimal(str(one["low"])), Decimal(str(one["high"]))
