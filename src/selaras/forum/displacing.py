"""What an override changes for everybody else: the rule run with it and without it, and the two held side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from selaras.engines.allocation import Constraint, Infeasible
from selaras.engines.indonesian.wording import rupiah
from selaras.forum import deciding, overriding
from selaras.forum.errors import NotReady

Json = dict[str, Any]


@dataclass(frozen=True)
class Effect:
    """Whom an override brings in and puts out beside its own proposal, and what its ceilings have left with it."""

    before: bool
    after: bool
    gained: Sequence[str]
    lost: Sequence[str]
    ledger: Sequence[Json]

    @property
    def idle(self) -> bool:
        """The rule does already what the override would make sure of."""
        return self.before == self.after and not self.gained and not self.lost


def effect(inputs: Json, override: Json) -> Effect:
    """Run the rule of the inputs with and without one override more, on a proposal that has none.

    Raises NotReady where the override cannot be: its proposal has a closed gate, or a ceiling would be exceeded.
    """
    own = override["id"]
    after = overriding.laid_over(inputs, [*inputs.get("overrides", ()), override])
    row = next(each for each in after["proposals"] if each["id"] == own)
    if override["kind"] == "fund" and row["gates"]:
        told = " ".join(gate["reason"] for gate in row["gates"])
        raise NotReady(f"Usulan {own} belum dapat didanai, juga tidak atas putusan forum. {told}")
    then, now = _allocate(inputs), _allocate(after)
    funded_then, funded_now = set(then.chosen.selected), set(now.chosen.selected)
    above = {
        ceiling["id"] for ceiling in inputs["ceilings"] if ceiling["where"].items() <= row["where"].items()
    }  # the total has no where
    return Effect(
        before=own in funded_then,
        after=own in funded_now,
        gained=[each for each in now.chosen.selected if each not in funded_then and each != own],
        lost=[each for each in then.chosen.selected if each not in funded_now and each != own],
        ledger=[line for line in deciding.ledger(after, now.plan["used"], now.chosen) if line["id"] in above],
    )


def _allocate(inputs: Json) -> deciding.Allocated:
    try:
        return deciding.allocate(inputs)
    except Infeasible as wrong:
        raise NotReady(clashes(wrong)) from wrong


def clashes(wrong: Infeasible) -> str:
    """Why overrides cannot hold together, in words that name the ceiling and what it lacks."""
    return " ".join(_clash(conflict) for conflict in wrong.conflicts)


def _clash(conflict: Sequence[Constraint]) -> str:
    """One ceiling that the overrides above it exceed together, or one group of which they fund two."""
    sure = [one for one in conflict if one.kind == "must_fund"]
    named = " dan ".join(one.id for one in sure)
    for one in conflict:
        if one.kind == "ceiling" and one.amount is not None:
            need = sum(each.amount or 0 for each in sure)
            return (
                f"{one.text} sesudah rancangan Renja tidak cukup untuk {named}, yang perlu {rupiah(need)}. Perkecil "
                "biayanya, batalkan putusan lain di pagu itu, atau ubah pagunya."
            )
    return f"Usulan {named} adalah usulan yang sama, jadi hanya satu yang dapat didanai. Batalkan salah satu putusan."
