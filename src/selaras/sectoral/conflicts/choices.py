"""What may be proposed or decided about a conflict: a stated number, a sum, another number, or that all hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from selaras.engines.tabular.numerals import parse_number
from selaras.engines.tabular.readings import shown
from selaras.sectoral.errors import NotNow
from selaras.sectoral.models import Conflict, Side

BOTH, PARTS, OTHER = "both", "parts", "other"


@dataclass(frozen=True)
class Choice:
    """`number` is None where all numbers hold; of `OTHER` the person writes number and unit."""

    key: str
    words: str
    number: Decimal | None = None
    unit: str = ""


def choices_of(conflict: Conflict, contested: Iterable[Side]) -> list[Choice]:
    """`contested`: the sides in question, with their agency."""
    found = [
        Choice(
            f"side-{side.pk}",
            f"{shown(side.value)} {side.unit}".strip() + f" ({side.agency.name})",
            side.value,
            side.unit,
        )
        for side in contested
    ]
    if conflict.parts_sum:
        total = Decimal(conflict.parts_sum)
        words = _("%(number)s %(unit)s, jumlah bagian-bagiannya") % {"number": shown(total), "unit": conflict.unit}
        found.append(Choice(PARTS, words, total, conflict.unit))
    return [*found, Choice(BOTH, all_hold(conflict.kind)), Choice(OTHER, _("Angka lain"))]


def all_hold(kind: str) -> str:
    """That all numbers are right, in the words of the kind of conflict."""
    return {
        Conflict.Kind.DISAGREEMENT: _("Semua angka benar, definisinya berbeda"),
        Conflict.Kind.SUM: _("Semua angka benar, cakupannya berbeda"),
        Conflict.Kind.BREAK: _("Angkanya benar, perubahannya nyata"),
    }[Conflict.Kind(kind)]


def chosen(choices: Iterable[Choice], said: Mapping[str, str]) -> tuple[Decimal | None, str]:
    """Number and unit of what was chosen on a page: `choice`, and of another number `number` and `unit`.

    Raises NotNow.
    """
    found = next((one for one in choices if one.key == said.get("choice", "")), None)
    if found is None:
        raise NotNow(_("Pilih dahulu angka mana yang dipakai."))
    if found.key != OTHER:
        return found.number, found.unit
    number = parse_number(said.get("number", "").strip())
    if number is None:
        raise NotNow(_("Tulis angkanya, misalnya 1.350.873 atau 12,5."))
    return number, said.get("unit", "")
