"""The stages of a desk as a page shows them: a word, a shape and a colour, never a colour alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from selaras.disclosure.network import Stage


@dataclass(frozen=True)
class Shown:
    """`status` and `shape` are those of `web/parts/status.html`; `step` is the shade on a map."""

    stage: Stage
    word: Any
    status: str
    shape: str
    step: int


SHOWN = {
    one.stage: one
    for one in (
        Shown(Stage.WORKING, _("terbentuk dan bekerja"), "accepted", "full", 5),
        Shown(Stage.FORMED, _("terbentuk, belum bekerja"), "merged", "half", 3),
        Shown(Stage.PARTLY, _("sebagian terbentuk"), "proposed", "dotted", 2),
        Shown(Stage.NONE, _("belum terbentuk"), "rejected", "empty", 0),
    )
}
WORDS = [(one.stage.value, one.word) for one in SHOWN.values()]


def counted(stages: Iterable[tuple[Stage, int]]) -> list[tuple[Shown, int]]:
    return [(SHOWN[stage], many) for stage, many in stages]
