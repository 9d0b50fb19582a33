"""The form of a column as a person writes it down: ``1.234,5`` or ``DD/MM/YYYY``."""

from __future__ import annotations

from collections import Counter

from selaras.engines.tabular.date_forms import DateForm, Order
from selaras.engines.tabular.profile import Profile


def number_shown(profile: Profile, decimal: str, thousands: str) -> str:
    """How the numbers of a column are written, by example.

    >>> profile = Profile(fractions=3)
    >>> number_shown(profile, ",", "."), number_shown(profile, ".", ""), number_shown(Profile(), "", "")
    ('1.234,5', '1234.5', '1234')
    """
    if profile.typed and not profile.decimals and not profile.unclear:
        return "angka Excel"
    if profile.decimals[","] and profile.decimals["."]:
        return "1.234,5 dan 1,234.5"
    if not decimal and profile.ambiguous:
        return "1.234 (ribuan atau desimal)"
    whole = f"1{thousands}234"
    if decimal and (profile.fractions or profile.unclear[decimal]):
        return f"{whole}{decimal}5"
    return f"{whole}{decimal}0" if decimal and not thousands and profile.decimals[decimal] else whole


def date_shown(dates: Counter[DateForm]) -> str:
    """How the dates of a column are written; several forms, the commonest first, joined by ``dan``.

    >>> date_shown(Counter({DateForm("either", "/"): 2, DateForm("month", "/"): 1}))
    'MM/DD/YYYY'
    """
    proven = {form.order for form in dates} & {"day", "month"}
    shown = [_one_shown(form, proven) for form, _ in dates.most_common()]
    return " dan ".join(dict.fromkeys(shown))


def _one_shown(form: DateForm, proven: set[Order]) -> str:
    year, sign, time = "YY" if form.short else "YYYY", form.sign, " hh:mm" if form.has_time else ""
    written: dict[Order, str] = {
        "typed": "tanggal Excel",
        "words": "D MMMM YYYY",
        "year": f"YYYY{sign}MM{sign}DD{time}",
        "day": f"DD{sign}MM{sign}{year}{time}",
        "month": f"MM{sign}DD{sign}{year}{time}",
    }
    if form.order in written:
        return written[form.order]
    if len(proven) == 1:
        return written[next(iter(proven))]
    return f"{written['day']} atau {written['month']}"
