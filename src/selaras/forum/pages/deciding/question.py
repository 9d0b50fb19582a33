"""A question as an address carries it: only what differs from the decision, checked, in whole numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from selaras.forum.what_if import Material

MOST = 10**15  # rupiah; more is a slip of the keyboard
HEAVIEST = 1000


@dataclass
class Question:
    """Ceilings by id and weights by key that are asked for, and what could not be read."""

    amounts: dict[str, int] = field(default_factory=dict)
    weights: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        return not self.amounts and not self.weights


def read(material: Material, given: Mapping[str, Any]) -> Question:
    """`pagu-3`: the fourth ceiling of the decision; `bobot-KEY`: a criterion. What stays as it is is not asked."""
    asked = Question()
    for at, row in enumerate(material.inputs["ceilings"]):
        amount = _whole(given.get(f"pagu-{at}"), MOST, row["label"], asked)
        if amount is not None and amount != row["amount"]:
            asked.amounts[row["id"]] = amount
    for row in material.inputs["criteria"]:
        weight = _whole(given.get(f"bobot-{row['key']}"), HEAVIEST, row["label"], asked)
        if weight is not None and weight != row["weight"]:
            asked.weights[row["key"]] = weight
    return asked


def _whole(text: Any, most: int, label: str, asked: Question) -> int | None:
    """A whole number as people type it, dots between thousands included; nothing where the field is empty."""
    digits = str(text or "").strip().replace(".", "").replace(" ", "")
    if not digits:
        return None
    if not (digits.isascii() and digits.isdigit()) or int(digits[:20]) > most:
        asked.wrong.append(
            _("%(label)s: “%(text)s” bukan angka yang dapat dipakai. Tulis angka bulat, nol atau lebih.")
            % {"label": label, "text": str(text)[:30]}
        )
        return None
    return int(digits)
