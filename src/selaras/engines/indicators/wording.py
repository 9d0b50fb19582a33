"""Whether the words of an indicator can be measured."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selaras.engines.indicators.model import Kind, Severity
from selaras.engines.indicators.text import plain

Said = tuple[Kind, Severity, str]

_STRONG = (
    r"jumlah|jml|jumah|banyaknya|(?:persen|prosen|presen)tase|persen|rata[- ]?rata|rerata|rasio|nilai|angka|cakupan"
    r"|proporsi|skor|laju"
)
_INDEX = r"ind(?:eks|ex)"
_PLAIN = (
    r"panjang|luas|kapasitas|tingkat|volume|frekuensi|capaian|opini|predikat|peringkat|waktu|lama|jarak|berat|debit"
    r"|produksi|produktivitas|usia|umur|prevalensi|kepadatan"
)
_RESULT = r"(?:ter|me|ber)\w+nya"
_PROCESS = r"optimalisasi|peningkatan|pelaksanaan|penyelenggaraan|pengembangan|penguatan|terwujud\w*"
_OPENS_WITH_MEASURE = re.compile(
    rf"(?:(?:{_RESULT}|peningkatan|kenaikan|penurunan|pertumbuhan)\s+)?(?:{_STRONG}|{_INDEX})\b|(?:{_PLAIN})\b"
)
_OPENS_VAGUELY = re.compile(rf"(?:{_RESULT}|{_PROCESS})\b")
_JOINED = r"(?:\bdan/atau\b|\bdan\b|\bserta\b|[;,/&])\s*"
_TWO = re.compile(rf"^.+?{_JOINED}(?:{_STRONG}|ter\w+nya|meningkatnya|menurunnya)\b")
_TWO_INDEXES = re.compile(rf"^{_INDEX}\b.+?{_JOINED}{_INDEX}\b")
_OPEN_LIST = re.compile(
    r"\b(?:dan[ -]lain[ -]?lain(?:nya)?|dan lain sebagainya|dan sebagainya|dan seterusnya|dll|dsb|dst)\b"
)
_LOOSE = re.compile(
    r"\b(?:optimal(?:nya)?|maksimal(?!\s*\d)|memadai|representatif|efektif|efisien|lebih baik|secara baik)\b"
)
_BRACKETS = re.compile(r"\([^()]*\)")


def judge(indicator: str, unit: str) -> Iterator[Said]:
    """What is unclear about an indicator's words. O(length).

    >>> [kind.value for kind, _, _ in judge("Meningkatnya kualitas layanan yang optimal, dll", "Dokumen")]
    ['vague_wording', 'vague_wording', 'vague_wording']
    """
    text = plain(_BRACKETS.sub(" ", indicator))
    yield from _measurable(text, plain(unit))
    listed = _OPEN_LIST.search(text)
    if listed:
        yield (
            Kind.VAGUE_WORDING,
            Severity.WARNING,
            f'Kata "{listed[0]}" membuat isi indikator tidak pasti. Sebutkan semuanya, atau hapus kata itu.',
        )
    loose = _LOOSE.search(text)
    if loose:
        yield (
            Kind.VAGUE_WORDING,
            Severity.NOTE,
            f'Kata "{loose[0]}" tidak dapat diukur. Ganti dengan ukuran yang jelas, atau hapus kata itu.',
        )
    if _TWO.match(text) or _TWO_INDEXES.match(text):
        yield (
            Kind.TWO_INDICATORS,
            Severity.WARNING,
            "Ada dua ukuran dalam satu indikator, sehingga satu target tidak cukup. "
            "Pisahkan menjadi dua indikator, masing-masing dengan satuan dan targetnya.",
        )


def _measurable(text: str, unit: str) -> Iterator[Said]:
    if _OPENS_WITH_MEASURE.match(text) or (unit and text.startswith(unit)):
        return
    vague = _OPENS_VAGUELY.match(text)
    if vague:
        yield (
            Kind.VAGUE_WORDING,
            Severity.WARNING,
            f'Indikator diawali "{vague[0]}" tanpa ukuran. '
            'Awali dengan ukurannya, misalnya "Jumlah …", "Persentase …" atau "Indeks …".',
        )
    else:
        yield (
            Kind.NOT_MEASURABLE,
            Severity.WARNING,
            "Indikator ini belum menyebut apa yang diukur. "
            'Awali dengan ukurannya, misalnya "Jumlah …", "Persentase …" atau "Nilai …".',
        )
