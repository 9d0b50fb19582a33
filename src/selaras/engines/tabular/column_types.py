"""One decision a column: its type and how its values are written, with what the column leaves in doubt."""

from __future__ import annotations

import re

from selaras.engines.tabular.cell_forms import NUMBERS, Look
from selaras.engines.tabular.column_doubts import MIXED, column_doubts
from selaras.engines.tabular.column_forms import date_shown, number_shown
from selaras.engines.tabular.description import Column, Doubt, Odd, Type, cell_address, letter_of
from selaras.engines.tabular.profile import EXAMPLES, Profile
from selaras.engines.tabular.units import unit_of
from selaras.engines.tabular.vocabulary import plain_name

_MONEY_NAME = re.compile(r"\b(?:rp|idr|rupiah)\b", re.I)
_PERCENTAGE_WORDS = {"%", "persen", "persentase", "pct", "percent", "percentage"}
_CODE_WORDS = {"kode", "nik", "nip", "npwp", "nisn", "nuptk", "kodepos", "telepon", "telp", "hp", "kodewilayah"}
_YEAR_WORDS = {"tahun"}

_MOSTLY, _ALMOST_ALL = 0.8, 0.95  # shares of the cells with a value from which a column is of a kind
_PADDED_SHARE = 0.05

_OTHER = {".": ",", ",": "."}
_FITTING: dict[Type, tuple[Look, ...]] = {
    "integer": NUMBERS, "decimal": NUMBERS, "number": NUMBERS, "percentage": NUMBERS, "money": NUMBERS,
    "year": NUMBERS, "date": ("date",), "time": ("time",), "boolean": ("truth",),
}  # fmt: skip


def decide(index: int, name: str, profile: Profile) -> tuple[Column, tuple[Doubt, ...]]:
    """The column and its doubts. Constant time: everything was counted before."""
    kind = _type_of(name, profile)
    decimal, thousands = _signs(kind, profile)
    odd, odd_count = _odd(index, kind, profile)
    column = Column(
        letter=letter_of(index),
        name=name,
        type=kind,
        form=_shown(kind, profile, decimal, thousands),
        unit=unit_of(name),
        decimal=decimal,
        thousands=thousands,
        filled=profile.filled,
        empty=profile.empty,
        ambiguous=profile.ambiguous if kind in _FITTING else 0,
        missing=_missing(kind, profile),
        odd=odd,
        odd_count=odd_count,
    )
    return column, tuple(column_doubts(column, profile))


def _type_of(name: str, profile: Profile) -> Type:
    known = profile.known
    if not known:
        return "empty"
    words = set(plain_name(name.replace("_", " ")).split())
    if _is_code(words, profile):
        return "code"
    looks: tuple[tuple[Look, Type], ...] = (("truth", "boolean"), ("date", "date"), ("time", "time"))
    for look, kind in looks:
        if profile.looks[look] >= _MOSTLY * known:
            return kind
    if profile.numbers >= _MOSTLY * known:
        return _number_type(name, words, profile)
    return "text"


def _is_code(words: set[str], profile: Profile) -> bool:
    known, codes, padded = profile.known, profile.looks["code"], profile.looks["padded"]
    coded = codes + profile.numbers
    if words & _CODE_WORDS:
        return coded >= _MOSTLY * known or padded + codes > 0
    if codes and coded >= _ALMOST_ALL * known:
        return codes >= MIXED * known
    return padded >= max(1, _PADDED_SHARE * known) and coded >= _ALMOST_ALL * known and not profile.fractions


def _number_type(name: str, words: set[str], profile: Profile) -> Type:
    numbers = profile.numbers
    if words & _YEAR_WORDS and profile.years >= _MOSTLY * numbers:
        return "year"
    if profile.looks["percentage"] * 2 >= numbers or words & _PERCENTAGE_WORDS or "%" in name:
        return "percentage"
    if profile.looks["money"] * 2 >= numbers or _MONEY_NAME.search(name.replace("_", " ")):
        return "money"
    if profile.ambiguous and not profile.decimals:
        return "number"
    return "decimal" if profile.fractions or set(profile.unclear) & set(profile.decimals) else "integer"


def _signs(kind: Type, profile: Profile) -> tuple[str, str]:
    """What separates decimals and thousands, told only where values prove it; rupiah have no thousandths."""
    if kind not in _FITTING or kind in ("date", "time", "boolean"):
        return "", ""
    proven = [sign for sign in profile.decimals if sign in ".,"]
    if len(proven) > 1 or len(profile.unclear) > 1:
        return "", ""
    unclear = next(iter(profile.unclear), "")
    if not proven:
        return (_OTHER[unclear], unclear) if unclear and kind == "money" else ("", max(profile.thousands, default=""))
    thousands = profile.thousands or ([unclear] if unclear and unclear != proven[0] else [])
    return proven[0], max(thousands, default="")


def _missing(kind: Type, profile: Profile) -> dict[str, int]:
    """The marks for "nothing"; in a text a word is one only where it can mean nothing else (NA is also Naples)."""
    if kind not in ("text", "code", "empty"):
        return dict(profile.missing)
    return {mark: count for mark, count in profile.missing.items() if not mark.isalpha() or mark.lower() == "null"}


def _shown(kind: Type, profile: Profile, decimal: str, thousands: str) -> str:
    if kind == "date":
        return date_shown(profile.dates)
    if kind in _FITTING and kind not in ("time", "boolean"):
        return number_shown(profile, decimal, thousands)
    return ""


def _odd(index: int, kind: Type, profile: Profile) -> tuple[tuple[Odd, ...], int]:
    fitting = _FITTING.get(kind)
    if fitting is None:
        return (), 0
    strange = [look for look in profile.looks if look not in (*fitting, "missing")]
    places = sorted(place for look in strange for place in profile.examples[look])[:EXAMPLES]
    return tuple(Odd(cell_address(row, index), text) for row, text in places), sum(profile.looks[s] for s in strange)
