"""Amounts of rupiah, as whole numbers."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from selaras.engines.tabular.numerals import INDONESIAN, NumberForm, is_ambiguous, parse_number
from selaras.engines.tabular.readings import Reading, cited, shown
from selaras.engines.tabular.table import Cell, is_blank, text_of

_SCALES = (
    (re.compile(r"(?<![a-z])(?:triliun|trilyun|trilliun|trl|t)\.?$", re.I), 10**12),
    (re.compile(r"(?<![a-z])(?:miliar|milyar|milliar|milyard|miliyar|mlyr|mlr|mld|m)\.?$", re.I), 10**9),
    (re.compile(r"(?<![a-z])(?:juta|jta|jt)\.?$", re.I), 10**6),
    (re.compile(r"(?<![a-z])(?:ribu|rb|k)\.?$", re.I), 10**3),
)
_PART = re.compile(r"([\d.,]+)\s*(triliun|trilyun|miliar|milyard|milyar|mlyr|mlr|m|juta|jta|jt|ribu|rb)\b\.?\s*", re.I)
_CURRENCY = re.compile(r"^(?:rp|idr)\s*\.?\s*|\s*(?:rupiah|idr)\s*\.?$", re.I)
_DASH_TAIL = re.compile(r"[.,]\s*-+\s*$|(?<=\d)\s*-+$")
_RANGE = re.compile(r"\s*(?:-|–|s\s*/?\s*\.?d\.?|sampai|hingga)\s*(?=(?:rp\.?\s*)?\d)", re.I)
_NOTHING = re.compile(
    r"^(?:-+|–|nihil|tidak ada|menyesuaikan.*|sesuai .*|belum (?:ada|dihitung|diketahui)|"
    r"n/?a|tba|\?+|swadaya|rp\.?\s*-?)\s*\.?$",
    re.I,
)
_HEADER_SCALES = (
    (re.compile(r"\bmil[iy]ar", re.I), 10**9),
    (re.compile(r"\bjuta", re.I), 10**6),
    (re.compile(r"\bribu|[x×.]\s*1\.?000\b|rp\.?\s*\.?000\b", re.I), 10**3),
)
_LARGEST = 10**15


def scale_of_header(name: str) -> int:
    """What a column name says its amounts are multiplied with.

    >>> scale_of_header("Pagu (juta rupiah)"), scale_of_header("Biaya (Rp)")
    (1000000, 1)
    """
    return next((scale for pattern, scale in _HEADER_SCALES if pattern.search(name)), 1)


def read_rupiah(cell: Cell, form: NumberForm = INDONESIAN, scale: int = 1) -> Reading:
    """Whole rupiah from a cell; fractions are rounded half up with a note, a range counts with its upper end.

    >>> read_rupiah("Rp 150 jt").value, read_rupiah("1,5 M").value, read_rupiah("Rp. 150.000.000,-").value
    (150000000, 1500000000, 150000000)
    >>> read_rupiah("seratus juta").problem
    '"seratus juta" tidak dapat kami baca sebagai rupiah. Tulis dengan angka, misalnya 150.000.000.'
    """
    if is_blank(cell):
        return Reading()
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return _unreadable(text_of(cell))
    if isinstance(cell, int | float):
        return _amount(Decimal(repr(cell)) if cell == cell and abs(cell) < 1e300 else None, text_of(cell), scale)
    return _read_text(cell.strip(), form, scale)


def _read_text(text: str, form: NumberForm, scale: int) -> Reading:
    if _NOTHING.match(text):
        return Reading(note=f"{cited(text)} kami baca sebagai belum ada biaya. Berapa perkiraan biayanya?")
    plain = _plain(text)
    if re.match(r"^\(.*\)$", plain) or plain.startswith(("-", "−")):
        return Reading(problem=f"{cited(text)} adalah angka negatif. Biaya harus nol atau lebih.")
    ends = _RANGE.split(plain)
    if len(ends) == 2:
        return _read_range(text, ends, form, scale)
    amount, scaled = _scaled(plain, form)
    note = None
    if scaled:
        note = _asks(text, amount)
    elif amount is not None and _either_way(plain, form):
        note = _asks(text, amount * scale)
    return _amount(amount, text, 1 if scaled else scale, note)


def _plain(text: str) -> str:
    plain = _CURRENCY.sub("", " ".join(text.split()))
    return _DASH_TAIL.sub("", _CURRENCY.sub("", plain)).strip()


def _read_range(text: str, ends: list[str], form: NumberForm, scale: int) -> Reading:
    (low, low_scaled), (high, high_scaled) = (_scaled(_plain(end), form) for end in ends)
    if low is None or high is None:
        return _unreadable(text)
    factor = 1 if low_scaled or high_scaled else scale
    reading = _amount(high, text, factor)
    if reading.value is None or not isinstance(reading.value, int):
        return reading
    return Reading(
        reading.value, f"{cited(text)} adalah rentang; kami pakai batas atasnya, Rp {shown(reading.value)}. Betul?"
    )


def _scaled(plain: str, form: NumberForm) -> tuple[Decimal | None, bool]:
    """The amount and whether a word such as "juta" multiplied it; several such parts are added."""
    if plain.isascii() and plain.lower() == plain.upper():  # no letter, so no word that multiplies
        return parse_number(plain, form), False
    parts = _PART.findall(plain)
    if len(parts) > 1 and not _PART.sub("", plain).strip(" ,dan"):
        amounts = [_scaled(f"{number} {word}", form)[0] for number, word in parts]
        known = [amount for amount in amounts if amount is not None]
        return (sum(known, Decimal(0)) if len(known) == len(amounts) else None), True
    for pattern, scale in _SCALES:
        if found := pattern.search(plain):
            number = parse_number(plain[: found.start()].strip(), form)
            return (None if number is None else number * scale), True
    return parse_number(plain, form), False


def _either_way(plain: str, form: NumberForm) -> bool:
    """Rupiah have no thousandths, so ``5.000`` is five thousand, unless the column proves points to be decimal."""
    return is_ambiguous(plain) and (form.mixed or form.decimal in plain)


def _amount(number: Decimal | None, text: str, scale: int, note: str | None = None) -> Reading:
    if number is None or not number.is_finite():
        return _unreadable(text)
    number *= scale
    if number < 0:
        return Reading(problem=f"{cited(text)} adalah angka negatif. Biaya harus nol atau lebih.")
    if number > _LARGEST:
        return Reading(problem=f"{cited(text)} terlalu besar untuk biaya. Periksa jumlah angkanya.")
    whole = int(number.to_integral_value(ROUND_HALF_UP))
    if note is None and scale > 1:
        note = _asks(text, Decimal(whole))
    if note is None and whole != number:
        note = f"{cited(text)} kami bulatkan menjadi Rp {shown(whole)}."
    return Reading(whole, note)


def _asks(text: str, amount: Decimal | None) -> str | None:
    if amount is None:
        return None
    whole = int(amount.to_integral_value(ROUND_HALF_UP))
    return f"{cited(text)} kami baca sebagai Rp {shown(whole)}. Betul?"


def _unreadable(text: str) -> Reading:
    return Reading(
        problem=f"{cited(text)} tidak dapat kami baca sebagai rupiah. Tulis dengan angka, misalnya 150.000.000."
    )
