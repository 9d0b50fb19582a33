"""Numbers as offices write them; one column, one decision on what its point and its comma mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from selaras.engines.tabular.table import Cell

_BODY = re.compile(r"[+-]?(?:\d[\d.,' \u00a0\u202f]*\d|\d|[.,]\d+)")
_SPACES = re.compile(r"(?<=\d)[' \u00a0\u202f](?=\d{3}(?!\d))")
_TAIL_OF_MONEY = re.compile(r"[.,]\s*-+\s*$")


@dataclass(frozen=True, slots=True)
class NumberForm:
    """What separates decimals in a column. `certain`: some value proves it. `mixed`: values prove both.

    `ambiguous` counts the values that read either way, such as ``1.515``.
    """

    decimal: str = ","
    certain: bool = False
    mixed: bool = False
    ambiguous: int = 0


INDONESIAN = NumberForm()


def column_number_form(values: Iterable[Cell]) -> NumberForm:
    """Decide from a whole column whether the comma or the point separates decimals. Linear in the values.

    Proof is a value that reads one way only: ``1.234.567``, ``1,5``, ``1.234,5``, ``0.515``. Without proof the
    Indonesian form holds (the point separates thousands) and `certain` is False. With proof of both forms, `mixed`.

    >>> column_number_form(["5.000", "115.000", "2.500.000.000"])
    NumberForm(decimal=',', certain=True, mixed=False, ambiguous=2)
    >>> column_number_form(["1.515", "2.25"]).decimal
    '.'
    """
    proofs = {",": 0, ".": 0}
    ambiguous = 0
    for value in values:
        if not isinstance(value, str) or ("." not in value and "," not in value):
            continue
        body = _body(value)
        decimal = proven_decimal(body)
        if decimal:
            proofs[decimal] += 1
        elif is_ambiguous(body):
            ambiguous += 1
    decimal = "." if proofs["."] > proofs[","] else ","
    return NumberForm(decimal, bool(proofs["."] or proofs[","]), bool(proofs["."] and proofs[","]), ambiguous)


def _body(text: str) -> str:
    found = _BODY.search(_TAIL_OF_MONEY.sub("", text))
    return _SPACES.sub("", found[0]).lstrip("+-") if found else ""


def proven_decimal(body: str) -> str:
    """The sign that must separate decimals in this one number, ``""`` where it proves nothing."""
    points, commas = body.count("."), body.count(",")
    if points and commas:
        return "." if body.rfind(".") > body.rfind(",") else ","
    sign = "." if points else ","
    other = "," if points else "."
    if points + commas > 1:
        return other if _in_thousands(body, sign) else ""
    if points + commas == 0:
        return ""
    whole, rest = body.split(sign)
    return sign if len(rest) != 3 or len(whole) > 3 or whole in ("", "0") or whole.startswith("0") else ""


def _in_thousands(body: str, sign: str) -> bool:
    head, *groups = body.split(sign)
    return 1 <= len(head) <= 3 and all(len(group) == 3 for group in groups)


def is_ambiguous(body: str) -> bool:
    """Whether a number reads both as thousands and as decimals.

    >>> is_ambiguous("1.515"), is_ambiguous("1.51")
    (True, False)
    """
    return bool(re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", body))


def parse_number(text: str, form: NumberForm = INDONESIAN) -> Decimal | None:
    """The number a text writes, by its own proof or else by the form of its column; None where it writes none.

    >>> parse_number("1.234.567,89"), parse_number("1,234,567.89"), parse_number("5.000"), parse_number(",5")
    (Decimal('1234567.89'), Decimal('1234567.89'), Decimal('5000'), Decimal('0.5'))
    """
    text = text.strip().replace("−", "-").replace("–", "-")
    found = _BODY.fullmatch(text)
    if not found:
        return None
    body = _SPACES.sub("", text)
    sign, body = ("-", body[1:]) if body[0] == "-" else ("", body.lstrip("+"))
    decimal = proven_decimal(body) or form.decimal
    whole, _, rest = body.partition(decimal)
    thousands = "," if decimal == "." else "."
    if thousands in rest or decimal in rest or (thousands in whole and not _in_thousands(whole, thousands)):
        return None
    digits = whole.replace(thousands, "").replace(" ", "")
    if not (digits + rest).isascii() or not (digits + rest).isdigit():
        return None
    return Decimal(f"{sign}{digits or '0'}.{rest}" if rest else f"{sign}{digits}")
