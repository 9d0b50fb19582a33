"""The report of a published survey: what the regulation asks for, set by Typst from the figures that went out."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterator, Sequence
from decimal import Decimal
from importlib import resources
from typing import Any

from django.conf import settings
from django.core.files.storage import default_storage
from django.urls import reverse
from django.utils import timezone, translation

from selaras.documents.blocks import BLOCKS, Block, Bullets, Facts, Heading, Paragraph, as_data, table
from selaras.documents.blocks import LAYOUTS as COMMON
from selaras.documents.printable import printable
from selaras.documents.typesetting import code_as_svg, layout, set_pages
from selaras.engines.indonesian.wording import long_date, number, plain_date
from selaras.intake.files import write_whole
from selaras.satisfaction.following import Followed, followed
from selaras.satisfaction.measuring import Figures
from selaras.satisfaction.models import FollowUp, Result
from selaras.satisfaction.showing import shown

LAYOUTS = resources.files("selaras.satisfaction.exports") / "layouts"


def as_pdf(result: Result) -> bytes:
    """Set once and kept under its survey, its digest and what was written of its follow-up since: what was published
    never changes, and two surveys of equal figures are two reports.
    """
    plans = followed(result)
    name = f"satisfaction/{result.survey.key}-{result.digest}{_written(plans)}.pdf"
    if not default_storage.exists(name):
        write_whole(name, io.BytesIO(_set(result)))
    with default_storage.open(name) as kept:
        return io.BytesIO(kept.read()).getvalue()


def _written(plans: Sequence[Followed]) -> str:
    """Empty where nothing was written yet."""
    rows = [(one.key, *_row(one.plan)) for one in plans if one.plan]
    return f"-{hashlib.sha256(json.dumps(rows).encode()).hexdigest()[:16]}" if rows else ""


def _row(plan: FollowUp) -> tuple[str, str, str, str]:
    moved = f" (semula {plain_date(plan.first_due_on)})" if plan.was_moved else ""
    ended = f"{plan.outcome} ({plain_date(plan.ended_on)})" if plan.ended_on else "belum ditulis"
    return plan.deed, plan.owner, plain_date(plan.due_on) + moved, ended


@translation.override("id")  # what is printed is Indonesian, whoever asks for it
def _set(result: Result) -> bytes:
    survey, figures = result.survey, result.figures
    address = settings.SITE + reverse("survey-results", args=[survey.key])
    told = {
        "title": "Laporan Survei Kepuasan Masyarakat",
        "name": survey.service.name,
        "agency": survey.service.agency.name,
        "period": f"{survey.name}: {plain_date(survey.opens_on)} sampai {plain_date(survey.last_day)}",
        "index": number(result.index),
        "band": f"{result.band} ({figures['band']['name']})",
        "as_of": f"Diumumkan {long_date(timezone.localdate(result.published_at))}. Sidik angka: {result.digest[:16]}.",
        "address": address,
        "blocks": as_data(_blocks(result)),
    }
    data = json.dumps(printable(told), ensure_ascii=False).encode()
    files = {"report.json": data, BLOCKS: layout(BLOCKS, COMMON), "code.svg": code_as_svg(address)}
    return set_pages(layout("survey_report.typ", LAYOUTS), files)


def _blocks(result: Result) -> Iterator[Block]:
    figures, words = result.figures, shown(result.figures)
    yield Paragraph(_answer(figures))
    yield Heading("Unsur")
    yield table(
        ("Unsur", "Nilai rata-rata", "Konversi", "Mutu"),
        [(one["name"], _n(one["mean"]), _n(one["value"]), one["band"]) for one in figures["elements"]],
    )
    if words["weakest"]:
        yield Paragraph(f"Yang terendah dan perlu diperbaiki lebih dahulu: {'; '.join(words['weakest'])}.")
    yield from _follow_up(followed(result))
    yield Heading("Responden")
    yield Facts(tuple(_sample(figures)))
    for word, groups in words["profile"]:
        yield table((word, "Orang"), [(name, _count(count)) for name, count in groups])
    if words["desks"]:
        yield Heading("Loket")
        rows = [(one["name"], _n(one["index"]), _span(one), rank) for one, *_bar, rank in words["desks"]]
        yield table(("Loket", "Indeks", "Rentang 95 %", "Peringkat"), rows)
        yield Paragraph("Dua loket yang rentang peringkatnya bertindih tidak dapat dikatakan berbeda.")
    if words["trend"]:
        yield Heading("Perkembangan")
        rows = [(one["name"], _n(one["index"]), _span(one), change) for one, *_bar, change in words["trend"]]
        yield table(("Periode", "Indeks", "Rentang 95 %", "Dibanding sebelumnya"), rows)
    yield from _comments(figures)
    yield Heading("Penjagaan dan cara menghitung")
    yield Bullets(tuple(_method(figures, words)))


def _answer(figures: Figures) -> str:
    low, high = figures["interval"]["low"], figures["interval"]["high"]
    return (
        f"Indeks kepuasan {_n(figures['index'])} dari 100, mutu {figures['band']['key']} ({figures['band']['name']}). "
        f"Dengan keyakinan 95 %, nilai sebenarnya antara {_n(low)} dan {_n(high)}."
    )


def _follow_up(plans: Sequence[Followed]) -> Iterator[Block]:
    if not plans:
        return
    yield Heading("Rencana tindak lanjut")
    columns = ("Unsur", "Yang dilakukan", "Oleh", "Paling lambat", "Hasil")
    rows = [(one.name, *_row(one.plan)) for one in plans if one.plan]
    if rows:
        yield table(columns, rows, wordy=True)
    if bare := [one.name for one in plans if not one.plan]:
        yield Paragraph(f"Belum ditulis tindak lanjutnya: {'; '.join(bare)}.")


def _sample(figures: Figures) -> Iterator[tuple[str, str]]:
    asked = figures["sample"]
    yield "Orang yang dilayani", number(asked["population"])
    yield "Jawaban masuk", number(figures["answers"])
    yield "Dihitung sebagai", number(figures["counted"])
    yield "Diperlukan", number(asked["needed"])
    yield "Kekurangan", number(asked["missing"]) if asked["missing"] else "tidak ada"


def _comments(figures: Figures) -> Iterator[Block]:
    told = figures["comments"]
    if told["subjects"]:
        yield Heading("Yang ditulis warga")
        rows = [(", ".join(one["words"]), number(one["count"])) for one in told["subjects"]]
        yield table(("Pokok", "Orang"), rows)


def _method(figures: Figures, words: dict[str, Any]) -> Iterator[str]:
    yield f"Masuk lewat: {', '.join(f'{word} {number(count)}' for word, count in words['channels'])}."
    for one, why in words["clusters"]:
        yield f"{number(one['answers'])} jawaban {why} dihitung sebagai {_n(one['weight'])} jawaban."
    if words["clusters"]:
        yield f"Tanpa penjagaan itu indeksnya {_n(figures['guard']['without'])}."
    yield f"Kelompok yang kurang dari {figures['comments']['least']} orang tidak disebut sendiri."
    yield f"Bobot unsur: {'; '.join(f'{name} {weight}' for name, weight in words['weights'])}."
    yield "Rentang dihitung dengan bootstrap 2.000 kali; perbandingan loket menjaga semua pasangan sekaligus."
    yield from (f"{one['basis']}." for one in figures["method"])


def _count(count: int | None) -> str:
    return "tidak disebut" if count is None else number(count)


def _span(one: dict[str, Any]) -> str:
    return f"{_n(one['low'])} – {_n(one['high'])}"


def _n(value: object) -> str:
    return number(Decimal(str(value)))
