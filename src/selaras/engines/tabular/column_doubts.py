"""What a column leaves open, in sentences for the person who asks its sender."""

from __future__ import annotations

from collections.abc import Iterator

from selaras.engines.tabular.description import TYPES, Column, Doubt, Topic
from selaras.engines.tabular.profile import Profile

MIXED = 0.3
"""The share of numbers above which a column of texts is asked about."""


def column_doubts(column: Column, profile: Profile) -> list[Doubt]:
    """The doubts of one column, each a whole sentence."""
    return [
        Doubt(topic, f"Kolom {column.letter} “{column.name}”: {said}", column.letter)
        for topic, said in _said(column, profile)
        if said
    ]


def _said(column: Column, profile: Profile) -> Iterator[tuple[Topic, str]]:
    if column.type not in ("text", "code", "empty", "date", "time", "boolean"):
        yield "number", _either_number(column, profile)
        yield "number", _both_forms(profile)
    yield "number", _scientific(profile)
    if column.type == "date":
        yield "date", _either_date(profile)
    yield "type", _odd_cells(column)
    yield "type", _mixed(column, profile)


def _either_number(column: Column, profile: Profile) -> str:
    if not profile.ambiguous or profile.decimals or column.type == "money":
        return ""
    return (
        f"{profile.ambiguous} angka seperti “{profile.unclear_example}” dapat berarti ribuan atau desimal; tidak ada "
        "isian lain yang memastikannya. Tanyakan kepada pengirimnya."
    )


def _both_forms(profile: Profile) -> str:
    commas, points = profile.decimals[","], profile.decimals["."]
    if not commas or not points:
        return ""
    return f"{commas} angka memakai koma sebagai desimal dan {points} memakai titik. Samakan penulisannya di berkas."


def _scientific(profile: Profile) -> str:
    if not profile.looks["scientific"]:
        return ""
    row, text = profile.examples["scientific"][0]
    return f"baris {row} berisi “{text}”, bentuk yang dibuat Excel dari angka panjang. Periksa angka aslinya."


def _either_date(profile: Profile) -> str:
    orders = {form.order for form in profile.dates}
    if orders >= {"day", "month"}:
        return "sebagian tanggal menulis hari lebih dahulu, sebagian bulan. Samakan penulisannya di berkas."
    if orders & {"day", "month"} or "either" not in orders:
        return ""
    return "hari dan bulan tidak dapat dibedakan, karena tidak ada angka di atas 12. Tanyakan kepada pengirimnya."


def _odd_cells(column: Column) -> str:
    if not column.odd_count:
        return ""
    first = column.odd[0]
    return f"{column.odd_count} isian bukan {TYPES[column.type]}; yang pertama di {first.cell}: “{first.value}”."


def _mixed(column: Column, profile: Profile) -> str:
    if column.type != "text" or profile.numbers < MIXED * profile.known:
        return ""
    return f"{profile.numbers} dari {profile.known} isian adalah angka; kolom ini kami baca sebagai teks."
