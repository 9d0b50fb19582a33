"""What the sample of a draft proposes to answer about a column, and what it says for it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _

from selaras.engines.tabular.standard import Standard, StandardField
from selaras.engines.tabular.standard.model import NUMERIC
from selaras.sectoral.column_answers import ColumnAnswer, answer_of
from selaras.sectoral.models import Draft


def proposed_answer(draft: Draft, described: Standard, one: StandardField) -> ColumnAnswer:
    """As it was answered; where it was not yet, as the sample has it."""
    said = answer_of(one, one.name in described.primary_key)
    shown = draft.evidence.get(one.name)
    if shown is None or one.name in draft.answered:
        return said
    lowest = "0" if one.type in ("integer", "number") and not str(shown["smallest"]).startswith("-") else ""
    what = "code" if shown["is_code"] else said.what
    if what == "code":
        return replace(said, what=what, names=shown["names"], key=one.name == likely_key(draft), choices=())
    return replace(said, key=one.name == likely_key(draft), smallest=lowest if shown["smallest"] else "")


def likely_key(draft: Draft) -> str:
    """The first code of which none stands twice, else the first such column that is no number; ``""`` for none."""
    unique = [(name, shown) for name, shown in draft.evidence.items() if shown["is_unique"]]
    codes = [name for name, shown in unique if shown["is_code"]]
    texts = [name for name, shown in unique if not shown["smallest"]]
    return next(iter([*codes, *texts]), "")


def reasons(draft: Draft, one: StandardField) -> dict[str, str]:
    """Part of the answer to the sentence that speaks for what was proposed; nothing without a sample."""
    shown: dict[str, Any] | None = draft.evidence.get(one.name)
    if shown is None:
        return {}
    said = {
        "what": " ".join(part for part in (shown["why_type"], shown["why_code"]) if part),
        "required": shown["why_filled"],
        "key": shown["why_unique"],
        "unit": _("Nama kolomnya menyebut %(unit)s.") % {"unit": one.unit} if one.unit else "",
    }
    if shown["smallest"] and one.type in (*NUMERIC, "date"):
        limits = {"low": shown["smallest"], "high": shown["largest"]}
        said["smallest"] = _("Di contoh: dari %(low)s sampai %(high)s.") % limits
    return said
