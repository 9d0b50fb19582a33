"""One reader a kind of value; `read_value` chooses it by name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from selaras.engines.tabular.dates import read_date, read_year
from selaras.engines.tabular.money import read_rupiah
from selaras.engines.tabular.numerals import INDONESIAN, NumberForm, is_ambiguous, parse_number
from selaras.engines.tabular.places import read_coordinate, read_neighbourhood
from selaras.engines.tabular.readings import Reading, Value, cited, shown
from selaras.engines.tabular.table import Cell, is_blank, text_of

_YES = {
    "ya",
    "y",
    "yes",
    "x",
    "v",
    "✓",
    "✔",
    "√",
    "☑",
    "1",
    "true",
    "benar",
    "ada",
    "hadir",
    "setuju",
    "wajib",
    "sudah",
    "iya",
}
_NO = {
    "tidak",
    "t",
    "tdk",
    "no",
    "n",
    "0",
    "false",
    "salah",
    "tidak ada",
    "tidak hadir",
    "absen",
    "-",
    "belum",
    "☐",
    "bukan",
}
_QUANTITY = re.compile(
    r"^(?:±|\+/-|kurang lebih|sekitar|kira-kira|\+-|~|ca\.)?\s*([+-]?[\d.,]*\d)\s*([^\d\s][^\d]*\d?)?\s*$", re.I
)
_ABOUT = re.compile(r"^(?:±|\+/-|kurang lebih|sekitar|kira-kira|\+-|~|ca\.)", re.I)
_INVISIBLE = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad\x00-\x08\x0b\x0c\x0e-\x1f]")
_SPACES = re.compile(r"[ \t\u00a0\u202f]+")
_CODE_NOISE = re.compile(r"\s*([.\-/])\s*")


def clean_text(cell: Cell) -> str:
    """Text without invisible signs, runs of spaces or an apostrophe that only told Excel "this is text".

    >>> clean_text("  Rabat\\u00a0 beton ")
    'Rabat beton'
    """
    if type(cell) is str and cell.isprintable() and "  " not in cell and "'" not in cell:
        return cell.strip()  # by far the commonest
    text = _INVISIBLE.sub("", text_of(cell)).strip()
    text = text[1:] if text.startswith("'") and not text.endswith("'") else text
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.splitlines()).strip()


def read_text(cell: Cell) -> Reading:
    """Cleaned text; a lone dash says nothing."""
    text = clean_text(cell)
    return Reading() if text in ("", "-", "–") else Reading(text)


def read_code(cell: Cell) -> Reading:
    """A code without the spaces that slip in around its points; a number cell gives its digits.

    >>> read_code(" 2.16. 02 .2.01 ").value, read_code(101).value
    ('2.16.02.2.01', '101')
    """
    text = _CODE_NOISE.sub(r"\1", clean_text(cell).replace("\n", " ")).strip(" .")
    return Reading() if text in ("", "-") else Reading(text)


def read_number(cell: Cell, form: NumberForm = INDONESIAN) -> Reading:
    """A decimal number; one that reads either way is read by the column's form and asked about.

    >>> read_number("90,38").value, read_number("1.515").note
    (Decimal('90.38'), '"1.515" kami baca sebagai 1.515 (ribuan). Betul, atau maksudnya 1,515?')
    """
    if isinstance(cell, bool):
        return _no_number(text_of(cell))
    if isinstance(cell, int | float):
        number = Decimal(repr(cell))
        return Reading(number) if number.is_finite() else _no_number(text_of(cell))
    text = text_of(cell)
    if text in ("", "-", "–"):
        return Reading()
    parsed = parse_number(text.removesuffix("%").strip(), form)
    if parsed is None:
        return _no_number(text)
    return Reading(parsed, _doubt(text, parsed, form))


def _doubt(text: str, number: Decimal, form: NumberForm) -> str | None:
    body = text.lstrip("+-").removesuffix("%").strip()
    if not is_ambiguous(body) or (form.certain and not form.mixed):
        return None
    other = number / 1000 if number == number.to_integral_value() else number * 1000
    how = "ribuan" if number == number.to_integral_value() else "desimal"
    return f"{cited(text)} kami baca sebagai {shown(number)} ({how}). Betul, atau maksudnya {shown(other)}?"


def _no_number(text: str) -> Reading:
    return Reading(problem=f"{cited(text)} bukan satu angka. Tulis satu angka saja, misalnya 120.")


def read_quantity(cell: Cell, form: NumberForm = INDONESIAN) -> tuple[Reading, str]:
    """A number and the unit written behind it.

    >>> read_quantity("120 m")
    (Reading(value=Decimal('120'), note=None, problem=None), 'm')
    >>> read_quantity("80 dan 60")[0].problem
    '"80 dan 60" bukan satu angka. Tulis satu angka saja, misalnya 120.'
    """
    if not isinstance(cell, str) or is_blank(cell) or cell.strip() == "-":
        return read_number(cell, form), ""
    text = clean_text(cell)
    found = _QUANTITY.match(text)
    if not found or re.search(r"\d\s*[x×*]\s*$|^\s*[x×]\b", found[2] or "") or "%" in (found[2] or ""):
        return read_number(cell, form), ""
    reading = read_number(found[1], form)
    if reading.problem:
        return Reading(problem=_no_number(text).problem), ""
    note = reading.note
    if _ABOUT.match(text) and isinstance(reading.value, Decimal):
        note = f"{cited(text)} kami baca sebagai {shown(reading.value)}. Betul?"
    return Reading(reading.value, note), (found[2] or "").strip(" .")


def read_boolean(cell: Cell) -> Reading:
    """Yes or no: ya/tidak, x, ✓, 1/0, hadir, wajib; an empty cell says nothing.

    >>> read_boolean("✓").value, read_boolean("Tidak").value, read_boolean("mungkin").problem
    (True, False, '"mungkin" bukan ya atau tidak. Tulis ya atau tidak.')
    """
    if isinstance(cell, bool):
        return Reading(cell)
    text = text_of(cell).casefold()
    if not text:
        return Reading()
    if text in _YES:
        return Reading(True)
    return (
        Reading(False) if text in _NO else Reading(problem=f"{cited(text)} bukan ya atau tidak. Tulis ya atau tidak.")
    )


def read_list(cell: Cell) -> Reading:
    """Entries separated by semicolons or lines, or by commas where these are absent.

    >>> read_list("1.01.02; 1.02.02").value
    ('1.01.02', '1.02.02')
    """
    text = clean_text(cell)
    separator = r"[;\n|]" if re.search(r"[;\n|]", text) else r",(?!\d)|,(?=\s)"
    entries = tuple(entry.strip() for entry in re.split(separator, text) if entry.strip() not in ("", "-"))
    return Reading(entries) if entries else Reading()


def read_choice(cell: Cell, choices: Mapping[str, str]) -> Reading:
    """One of a closed list: `choices` maps each accepted beginning (lower case) to its code, longest first tried."""
    text = clean_text(cell)
    if text in ("", "-"):
        return Reading()
    plain = " ".join(text.casefold().replace("/", " ").replace("_", " ").split())
    for start in sorted(choices, key=len, reverse=True):
        if plain.startswith(start):
            return Reading(choices[start])
    return Reading(note=f"{cited(text)} tidak kami kenal. Pilihannya: {', '.join(dict.fromkeys(choices))}.")


def read_value(kind: str, cell: Cell, form: NumberForm = INDONESIAN, scale: int = 1) -> Reading:
    """Read a cell as `kind`: text, code, money, number, year, date, boolean, list, rt, rw, latitude or longitude."""
    if kind == "money":
        return read_rupiah(cell, form, scale)
    if kind in ("number", "quantity"):
        return read_number(cell, form)
    if kind in ("rt", "rw"):
        return read_neighbourhood(cell, kind)
    return _PLAIN_READERS[kind](cell)


_PLAIN_READERS = {
    "text": read_text,
    "name": read_text,
    "code": read_code,
    "year": read_year,
    "date": read_date,
    "boolean": read_boolean,
    "list": read_list,
    "latitude": read_coordinate,
    "longitude": read_coordinate,
}

__all__ = ["Reading", "Value", "clean_text", "read_choice", "read_quantity", "read_value"]
