"""`selaras allocate FILE.pb`: the outcome of an election by any of the rules, to be compared with other programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from fractions import Fraction
from math import lcm
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table
from rich.text import Text

from selaras.cli.console import err, fail, out, print_json
from selaras.cli.files import read_content, write_content
from selaras.engines.allocation import AllocationError, Ceiling, Item, Problem, optimal, ranked
from selaras.engines.allocation.equal_shares import EqualSharesResult, equal_shares
from selaras.engines.allocation.equal_shares import Satisfaction as Measure
from selaras.engines.allocation.pabulib import Election, read_pabulib
from selaras.engines.allocation.pabulib_writing import with_selection, write_pabulib


class Rule(StrEnum):
    EQUAL_SHARES = "equal_shares"
    RANKED = "ranked"
    OPTIMAL = "optimal"


class Completion(StrEnum):
    NONE = "none"
    ADD1 = "add1"
    ADD1U = "add1u"
    RANKED = "ranked"


class Satisfaction(StrEnum):
    COST = "cost"
    CARDINALITY = "cardinality"
    SCORES = "scores"


Json = dict[str, Any]


def allocate(
    file: Annotated[Path, typer.Argument(help="Berkas Pabulib (.pb).", show_default=False)],
    rule: Annotated[Rule, typer.Option(help="Aturan pembagian.")] = Rule.EQUAL_SHARES,
    completion: Annotated[
        Completion, typer.Option(help="Pelengkap bagian setara bila anggaran masih tersisa.")
    ] = Completion.NONE,
    satisfaction: Annotated[
        Satisfaction | None,
        typer.Option(
            help="Ukuran kepuasan pada bagian setara: biaya, jumlah, atau nilai pada surat suara; "
            "bila kosong, nilai kalau ada, selain itu biaya.",
            show_default=False,
        ),
    ] = None,
    increment: Annotated[str, typer.Option(help="Tambahan bekal tiap pemilih pada satu langkah add1.")] = "1",
    pb: Annotated[Path | None, typer.Option(help="Tulis hasil sebagai berkas Pabulib.", show_default=False)] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Cetak hasil sebagai JSON.")] = False,
) -> None:
    """Hitung hasil sebuah pemungutan suara dari berkas .pb."""
    try:
        with err.status(Text(f"Menghitung {file.name} ...")):  # shows on a terminal only
            election = read_pabulib(read_content(file, as_json=as_json))
            if rule is Rule.EQUAL_SHARES:
                result = _shared(election, satisfaction, completion, _amount(increment, as_json))
            else:
                result = _scored(election, rule)
    except AllocationError as problem:
        fail(f"{file}: {problem}", as_json=as_json)
    if pb:
        told = " ".join(str(result[key]) for key in ("rule", "satisfaction", "completion") if key in result)
        text = write_pabulib(with_selection(election, result["selected"], told))
        write_content(pb, text.encode(), as_json=as_json)
    if as_json:
        print_json({"file": str(file), **result})
    else:
        _print(election, result)


def _amount(text: str, as_json: bool) -> Decimal:
    try:
        amount = Decimal(text.replace(",", "."))
    except InvalidOperation:
        amount = Decimal(0)
    if not amount.is_finite() or amount <= 0:
        fail("Tambahan bekal (--increment) harus angka lebih dari nol, misalnya 1 atau 0,5.", as_json=as_json)
    return amount


def _shared(election: Election, satisfaction: Satisfaction | None, completion: Completion, increment: Decimal) -> Json:
    chosen: Measure | None = satisfaction.value if satisfaction else None
    result = equal_shares(
        election.profile(), election.budget, satisfaction=chosen, completion=completion.value, increment=increment
    )
    return {
        "rule": Rule.EQUAL_SHARES.value,
        "satisfaction": result.satisfaction,
        "completion": result.completion,
        "increment": _number(result.increment),
        "selected": list(result.selected),
        "cost": _number(result.cost),
        "budget": _number(result.budget),
        "endowment": _number(result.endowment),
        "steps": result.steps,
        "ties": [
            {"round": tie.round, "tied": list(tie.tied), "displaced": list(tie.displaced), "broken_by": tie.broken_by}
            for tie in result.ties
        ],
        **_explained(result),
    }


def _explained(result: EqualSharesResult) -> Json:
    return {
        "filled": list(result.filled),
        "rounds": [
            {
                "id": each.id,
                "cost": _number(each.cost),
                "rho": float(each.rho),
                "payers": each.payers,
                "mean_payment": float(each.mean),
            }
            for each in result.rounds
        ],
        "unfunded": [
            {
                "id": each.id,
                "cost": _number(each.cost),
                "support": each.support,
                "left": float(each.left),
                "lacking": float(each.lacking),
            }
            for each in result.unfunded
        ],
    }


def _scored(election: Election, rule: Rule) -> Json:
    """Greedy by votes or points, or the choice with the most of them together."""
    totals, costs, budget = election.profile().totals(), election.costs(), election.budget
    unit = lcm(budget.denominator, *(cost.denominator for cost in costs.values()))
    items = tuple(Item(each, int(cost * unit), totals[each]) for each, cost in costs.items())
    problem = Problem(items, (Ceiling("budget", int(budget * unit), label="Anggaran"),))
    result = ranked(problem) if rule is Rule.RANKED else optimal(problem)
    return {
        "rule": rule.value,
        "selected": list(result.selected),
        "cost": _number(Fraction(result.cost, unit)),
        "budget": _number(budget),
        "score": result.score,
        "ties": [
            {
                "score": tie.score,
                "tied": sorted((*tie.funded, *tie.unfunded)),
                "displaced": list(tie.unfunded),
                "broken_by": tie.broken_by,
            }
            for tie in result.ties
        ],
    }


def _number(amount: Fraction) -> int | float:
    return amount.numerator if amount.denominator == 1 else float(amount)


def _print(election: Election, result: Json) -> None:
    names: Mapping[str, str] = {}
    if "name" in election.project_columns:
        names = dict(zip(election.column("project_id"), election.column("name"), strict=True))
    costs = election.costs()
    count, of = len(result["selected"]), len(costs)
    out.print(
        f"{count} dari {of} usulan didanai, {_spoken(result['cost'])} dari anggaran {_spoken(result['budget'])}.",
    )
    table = Table("Urutan", "Nomor", "Usulan", title="Didanai")
    table.add_column("Biaya", justify="right")
    for at, each in enumerate(result["selected"], start=1):
        table.add_row(str(at), each, names.get(each, ""), _spoken(costs[each]))
    out.print(table)
    if result.get("unfunded"):
        out.print(_lacking(result["unfunded"], names))
    for tie in result["ties"]:
        said = f"Seri: {', '.join(tie['tied'])} bernilai sama, didahulukan menurut nomor."
        lost = f" Tersisih karena seri: {', '.join(tie['displaced'])}." if tie["displaced"] else ""
        out.print(said + lost)


def _lacking(unfunded: Sequence[Json], names: Mapping[str, str]) -> Table:
    table = Table("Nomor", "Usulan", title="Belum didanai")
    for name in ("Pendukung", "Sisa bekal pendukung", "Kurang"):
        table.add_column(name, justify="right")
    for each in unfunded:
        amounts = (_spoken(each["support"]), _spoken(each["left"]), _spoken(each["lacking"]))
        table.add_row(each["id"], names.get(each["id"], ""), *amounts)
    return table


def _spoken(amount: Fraction | float) -> str:
    """A number in Indonesian form, whole or with two decimals."""
    text = f"{int(amount):,}" if amount == int(amount) else f"{float(amount):,.2f}"
    return text.translate(str.maketrans(",.", ".,"))
