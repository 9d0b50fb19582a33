"""What may be answered in each kind of round. A pure reading of what a phone sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from selaras.forum.errors import BadAnswer
from selaras.forum.models import Criterion, Forum, Round

CHOICES = ("yes", "no", "abstain")
Value = Mapping[str, int] | bool | str | None


@dataclass(frozen=True)
class Scale:
    """One criterion with its lowest and highest mark."""

    key: str
    label: str
    low: int
    high: int
    weight: int = 1

    @property
    def steps(self) -> range:
        return range(self.low, self.high + 1)


def scales_of(round_: Round) -> tuple[Scale, ...]:
    """Those of the opening: criteria that the forum changes meanwhile count from the next round on."""
    return tuple(Scale(*row) for row in round_.scales)


def current_scales(forum: Forum) -> list[list[str | int]]:
    """The criteria of the forum as a round keeps them."""
    rows = Criterion.objects.filter(forum=forum).order_by("pk")
    return [list(row) for row in rows.values_list("key", "label", "low", "high", "weight")]


def read(kind: str, value: Any, scales: Sequence[Scale]) -> Value:
    """The answer as it is kept; None takes one back. Raises BadAnswer with a sentence."""
    if value is None:
        return None
    if kind == Round.Kind.SCORING:
        return _marks(value, scales)
    if kind == Round.Kind.APPROVAL and isinstance(value, bool):
        return value
    if kind == Round.Kind.QUESTION and value in CHOICES:
        return str(value)
    raise BadAnswer(_("Jawaban ini bukan pilihan yang ada. Muat ulang halaman, lalu pilih lagi."))


def _marks(value: Any, scales: Sequence[Scale]) -> dict[str, int]:
    known = {scale.key: scale for scale in scales}
    if not isinstance(value, dict) or not set(value) <= set(known):
        raise BadAnswer(_("Kriteria penilaian sudah berubah. Muat ulang halaman, lalu nilai lagi."))
    for key, mark in value.items():
        if type(mark) is not int or mark not in known[key].steps:
            sentence = _("Nilai %(label)s harus antara %(low)s dan %(high)s.")
            raise BadAnswer(sentence % {"label": known[key].label, "low": known[key].low, "high": known[key].high})
    return dict(value)


def is_complete(value: Value, scales: Sequence[Scale]) -> bool:
    """Whether nothing is left to answer on one item."""
    if isinstance(value, Mapping):
        return all(scale.key in value for scale in scales)
    return value is not None


def finished(kind: str, values: Mapping[int, Value], items: Sequence[int], scales: Sequence[Scale]) -> bool:
    """Whether a slip is done: an approval by any choice (what is not ticked is not approved), else every item."""
    if kind == Round.Kind.APPROVAL:
        return any(value is not None for value in values.values())
    return all(is_complete(values.get(item), scales) for item in items)
