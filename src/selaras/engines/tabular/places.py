"""Where something is: RT and RW, and coordinates as people copy them."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from selaras.engines.tabular.readings import Reading, cited, shown
from selaras.engines.tabular.table import Cell, is_blank, text_of

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_NUMBER = r"(\d{1,3}|[ivx]{1,4})(?![\w])"
_RT = re.compile(r"\brt\b[\s.:]*" + _NUMBER + r"|\brt[.:]?(\d{1,3})(?!\w)", re.I)
_RW = re.compile(r"\brw\b[\s.:]*" + _NUMBER + r"|\brw[.:]?(\d{1,3})(?!\w)", re.I)
_PAIR = re.compile(r"(?:\brt\b|\brt(?=\d))[\s.:]*(\d{1,3})\s*[/-]\s*(?:rw[\s.:]*)?(\d{1,3})(?!\w)", re.I)
_BARE_PAIR = re.compile(r"^\s*(\d{1,3})\s*/\s*(\d{1,3})\s*$")
_BARE = re.compile(r"^\s*" + _NUMBER + r"\s*$", re.I)

LATITUDES = (Decimal("-11.1"), Decimal("6.3"))
LONGITUDES = (Decimal("94.7"), Decimal("141.2"))
_DMS = re.compile(
    r"""^\s*([nsewutb]{1,2}|ls|lu|bt|bb)?\s*([+-]?\d{1,3})\s*[°º:d\s]\s*(\d{1,2}(?:[.,]\d+)?)\s*(?:['′’:m\s]\s*"""
    r"""(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”]|''|s)?)?)?\s*(ls|lu|bt|bb|[nsewutb])?\s*\.?\s*$""",
    re.I,
)
_PLAIN = re.compile(r"^\s*([+-]?\d{1,3}(?:[.,]\d+)?)\s*°?\s*(ls|lu|bt|bb|[nsew])?\s*$", re.I)
_DOTTED = re.compile(r"^\s*([+-]?)(\d{1,3})((?:[.,]\d{3})+(?:[.,]\d{1,2})?)\s*$")
_SOUTH = {"s", "ls"}


def read_rt_rw(text: str) -> tuple[str, str]:
    """The numbers of RT and RW in a text, two digits each, ``""`` where it names none.

    >>> read_rt_rw("RT 02/RW 01"), read_rt_rw("RT.2 RW.I"), read_rt_rw("Jl. Merdeka RT 05/02"), read_rt_rw("02/01")
    (('02', '01'), ('02', '01'), ('05', '02'), ('02', '01'))
    """
    pair = _PAIR.search(text) or _BARE_PAIR.match(text)
    if pair:
        return _two_digits(pair[1]), _two_digits(pair[2])
    rt, rw = _RT.search(text), _RW.search(text)
    return (_two_digits(rt[1] or rt[2]) if rt else ""), (_two_digits(rw[1] or rw[2]) if rw else "")


def _two_digits(text: str) -> str:
    number = _ROMAN.get(text.lower()) or (int(text) if text.isdigit() else 0)
    return f"{number:02d}" if number else ""


def read_neighbourhood(cell: Cell, which: str) -> Reading:
    """An RT or RW (`which` is ``rt`` or ``rw``) from a column of its own; lists (``1, 2``) stay as written."""
    text = text_of(cell)
    if not text or text == "-":
        return Reading()
    if found := _BARE.match(text):
        number = _two_digits(found[1])
        return Reading(number) if number else Reading()
    rt, rw = read_rt_rw(text)
    number = rt if which == "rt" else rw
    if number:
        return Reading(number)
    if re.fullmatch(r"[\d\s,.&/-]+(?:dan[\d\s]+)?", text) and len(text) <= 10:
        return Reading(" ".join(text.split()))
    return Reading(problem=f"{cited(text)} bukan nomor {which.upper()} yang dapat kami baca. Tulis misalnya 02.")


def read_coordinate(cell: Cell) -> Reading:
    """Decimal degrees (south negative) from a number, a decimal comma, or degrees, minutes and seconds.

    >>> read_coordinate("-7,712130").value, read_coordinate("7°42'36\\" LS").value
    (Decimal('-7.712130'), Decimal('-7.710000'))
    """
    if is_blank(cell) or cell == "-":
        return Reading()
    text = text_of(cell).replace("−", "-").replace("–", "-")
    if found := _PLAIN.match(text):
        return _signed(text, Decimal(found[1].replace(",", ".")), found[2])
    if found := _DMS.match(text):
        return _from_dms(text, found)
    if found := _DOTTED.match(text):  # a spreadsheet took the decimals for thousands: -7.712.130
        value = Decimal(f"{found[1]}{found[2]}.{re.sub(r'[.,]', '', found[3])}")
        return Reading(value, f"{cited(text)} kami baca sebagai {shown(value)}. Betul?")
    return Reading(problem=f"{cited(text)} bukan koordinat yang dapat kami baca. Tulis misalnya -7,712130.")


def _signed(text: str, value: Decimal, hemisphere: str | None) -> Reading:
    if abs(value) > 180:
        return Reading(problem=f"{cited(text)} di luar jangkauan koordinat. Tulis misalnya -7,712130.")
    if hemisphere and hemisphere.lower() in _SOUTH:
        value = -abs(value)
    return Reading(value)


def _from_dms(text: str, found: re.Match[str]) -> Reading:
    try:
        degrees = Decimal(found[2])
        minutes = Decimal(found[3].replace(",", "."))
        seconds = Decimal((found[4] or "0").replace(",", "."))
    except InvalidOperation:  # pragma: no cover - the pattern admits digits only
        return Reading(problem=f"{cited(text)} bukan koordinat yang dapat kami baca. Tulis misalnya -7,712130.")
    if minutes >= 60 or seconds >= 60:
        return Reading(problem=f"{cited(text)} bukan koordinat: menit dan detik harus kurang dari 60.")
    size = abs(degrees) + minutes / 60 + seconds / 3600
    value = (-size if degrees < 0 or found[2].startswith("-") else size).quantize(Decimal("0.000001"))
    return _signed(text, value, found[5] or found[1])


def read_point(latitude: Reading, longitude: Reading) -> tuple[Reading, Reading]:
    """Check a pair against Indonesia: swapped axes and a lost minus are repaired with a question, the rest reported.

    >>> read_point(Reading(Decimal("109.4")), Reading(Decimal("-7.7")))[0].note
    'lintang dan bujur tertukar; kami baca lintang -7,7 dan bujur 109,4. Betul?'
    """
    lat, lon = latitude.value, longitude.value
    if not isinstance(lat, Decimal) or not isinstance(lon, Decimal):
        return latitude, longitude
    if _inside(lat, LATITUDES) and _inside(lon, LONGITUDES):
        return latitude, longitude
    for north, east, what in ((lon, lat, "lintang dan bujur tertukar"), (-lat, lon, "tanda minus lintang hilang")):
        if _inside(north, LATITUDES) and _inside(east, LONGITUDES):
            note = f"{what}; kami baca lintang {shown(north)} dan bujur {shown(east)}. Betul?"
            return Reading(north, note), Reading(east)
    problem = f"titik {shown(lat)}; {shown(lon)} berada di luar Indonesia. Periksa koordinatnya."
    return Reading(problem=problem), Reading()


def _inside(value: Decimal, bounds: tuple[Decimal, Decimal]) -> bool:
    return bounds[0] <= value <= bounds[1]
