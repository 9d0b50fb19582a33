"""One written form for what many hands write: case, signs, abbreviations and numbers made equal.

>>> normalise("Rehab. JLN Ds.Karangsari RT.03/RW02, 150m2 (gorong2)")
'rehabilitasi jalan desa karangsari rt 3 rw 2 150 meter persegi gorong gorong'
>>> numbers("Pavingisasi 1.250,5 m di RT 03")
(Number(value=Decimal('1250.5'), unit='meter'), Number(value=Decimal('3'), unit='rt'))
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from selaras.engines.indonesian.abbreviations import ABBREVIATIONS, BY_NEIGHBOUR

_RUN = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:['’`][^\W_]+)*")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
_UNTIL = re.compile(r"\bs\s?/\s?d\b|\bs\.d\.?(?=\s|$)")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_PIECES = re.compile(r"[^\W\d_]+|\d+|[^\W_]")
_COUNTED = re.compile(r"(\d+)([^\W\d_].*)")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_DECIMAL = re.compile(r"\d+[.,]\d+")
_APOSTROPHES = str.maketrans("", "", "'’`")
_SHORTEST_DOUBLED = 4
# Before a number these tell what it counts ("RT 03"); after it everything that is a unit does ("150 m").
_BEFORE = frozenset({"rt", "rw", "nomor", "tahun", "blok", "tahap", "kilometer"})
_UNITS = frozenset(
    word
    for line in (
        "meter kilometer sentimeter kilogram kuintal ton liter buah biji batang lembar paket orang keluarga titik",
        "lokasi unit hektare juta ribu rupiah miliar persen ekor kelompok hari bulan tahun kali set ruang pcs dus",
        "karung sak tangki kubik stel eksemplar kegiatan dokumen rumah jiwa kepala siswa",
    )
    for word in line.split()
)
_SQUARED = frozenset({"persegi", "kubik"})


@dataclass(frozen=True)
class Number:
    """A number of a text and what it counts: a unit (`meter persegi`), a marker (`rt`, `nomor`), or nothing."""

    value: Decimal
    unit: str


def normalise(text: str) -> str:
    """The text in lower case, without signs, abbreviations written out, numbers in machine form (`1.250,5` → `1250.5`).

    Words stay in their order and are not stemmed. Never fails; a text without a word or number gives "".
    Linear in the length of the text; words are remembered, so that many texts cost little more than their lookups.
    """
    return " ".join(tokens(text))


def tokens(text: str) -> tuple[str, ...]:
    """The words and numbers of `normalise(text)`, in order."""
    runs: list[str] = []
    for run in _RUN.findall(_plain(text)):
        runs.extend(_split(run))
    words: list[str] = []
    for place, run in enumerate(runs):
        if run in BY_NEIGHBOUR:
            before = runs[place - 1] if place else ""
            after = runs[place + 1] if place + 1 < len(runs) else ""
            words.extend(_by_neighbour(run, before, after))
        else:
            words.extend(_written_out(run))
    return tuple(words)


def numbers(text: str) -> tuple[Number, ...]:
    """Every number of the text in order, with its unit or the marker before it; a code (`2.02.05.003`) is none."""
    words = tokens(text)
    found: list[Number] = []
    for place, word in enumerate(words):
        if word[0].isdecimal() and word.count(".") <= 1:
            found.append(Number(Decimal(word), _unit(words, place)))
    return tuple(found)


def is_number(word: str) -> bool:
    """Whether a token is a number or a code made of numbers."""
    return word[:1].isdecimal()


def _unit(words: tuple[str, ...], place: int) -> str:
    if place and words[place - 1] in _BEFORE:
        return words[place - 1]
    after = words[place + 1 : place + 3]
    if not after or after[0] not in _UNITS:
        return ""
    return " ".join(after) if len(after) == 2 and after[1] in _SQUARED else after[0]


def _plain(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in text if not unicodedata.combining(sign))
    text = text.casefold()
    if "." in text or "/" in text:
        text = _UNTIL.sub(" sampai dengan ", text)
        text = _DOTTED.sub(lambda found: found.group().replace(".", "") + " ", text)
    return text


@lru_cache(maxsize=1 << 17)
def _split(run: str) -> tuple[str, ...]:
    """A run of letters and digits in its pieces: `rt03` → rt, 3; `p3a` stays; `gorong2` is said twice."""
    run = run.translate(_APOSTROPHES)
    if run in ABBREVIATIONS or run in BY_NEIGHBOUR or run.isalpha():
        return (run,)
    if _NUMBER.fullmatch(run):
        return (_number(run),)
    if run[-1] == "2" and len(run) > _SHORTEST_DOUBLED and run[:-1].isalpha():
        return (run[:-1], run[:-1])
    if counted := _COUNTED.fullmatch(run):
        return (_number(counted[1]), *_split(counted[2]))
    return tuple(_number(piece) if piece[0].isdecimal() else piece for piece in _PIECES.findall(run))


def _number(written: str) -> str:
    """`1.250,5` → `1250.5`, `03` → `3`; what is no number but a code of them (`2.02.05.003`) keeps its dots."""
    if not written.isascii():
        written = "".join(str(unicodedata.digit(sign, 0)) if sign.isdigit() else sign for sign in written)
    if _THOUSANDS.fullmatch(written):
        decimals = max(written.rfind(","), written.rfind(".")) if len({",", "."} & set(written)) == 2 else len(written)
        whole = re.sub(r"[.,]", "", written[:decimals])
        return _trimmed(whole, written[decimals + 1 :])
    if _DECIMAL.fullmatch(written):
        whole, _, rest = written.replace(",", ".").partition(".")
        return _trimmed(whole, rest)
    return written.lstrip("0") or "0" if written.isdecimal() else written.replace(",", ".")


def _trimmed(whole: str, decimals: str) -> str:
    whole, decimals = whole.lstrip("0") or "0", decimals.rstrip("0")
    return f"{whole}.{decimals}" if decimals else whole


def _by_neighbour(run: str, before: str, after: str) -> tuple[str, ...]:
    for reading in BY_NEIGHBOUR[run]:
        if after in reading.beside or before in reading.beside:
            return tuple(reading.meaning.split())
    return _written_out(run)


@lru_cache(maxsize=1 << 17)
def _written_out(run: str) -> tuple[str, ...]:
    return tuple(ABBREVIATIONS.get(run, run).split())
