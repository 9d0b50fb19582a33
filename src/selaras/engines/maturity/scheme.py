"""How maturity is weighed: domains, their aspects, their indicators, the scale of levels and the bands of the index."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from selaras.engines.maturity.errors import BadScheme


@dataclass(frozen=True, slots=True)
class Node:
    """A domain, aspect or indicator; `weight` is weighed against that of its siblings. An indicator has no `parts`."""

    code: str
    name: str
    weight: Fraction
    parts: tuple[Node, ...] = ()

    def indicators(self) -> tuple[Node, ...]:
        """The leaves below, in order of their codes; of an indicator itself."""
        return tuple(leaf for part in self.parts for leaf in part.indicators()) if self.parts else (self,)


@dataclass(frozen=True, slots=True)
class Band:
    """What an index from `least` on is called."""

    name: str
    least: Fraction


@dataclass(frozen=True, slots=True)
class Scheme:
    """`low` and `high` bound the levels; `bands` stand highest first."""

    domains: tuple[Node, ...]
    low: int
    high: int
    bands: tuple[Band, ...]

    @classmethod
    def of(
        cls,
        domains: Iterable[Mapping[str, Any]],
        aspects: Iterable[Mapping[str, Any]],
        indicators: Iterable[Mapping[str, Any]],
        bands: Iterable[Mapping[str, Any]],
        levels: Iterable[int | str],
    ) -> Scheme:
        """From plain rows of code, name and weight: 10201 is an indicator of aspect 102, which is one of domain 1.

        `levels`: the scale, or a mapping by it. Numbers may be texts, so that no float stands for 2,6.
        Raises BadScheme.
        """
        leaves = _nodes(indicators, {})
        middle = _nodes(aspects, _below(leaves, 3))
        top = _nodes(domains, _below(middle, 1))
        _check(top, middle, leaves)
        ordered = sorted((Band(one["name"], _number(one["least"])) for one in bands), key=lambda band: -band.least)
        scale = sorted(map(int, levels))
        if not scale or not ordered or ordered[-1].least > scale[0]:
            raise BadScheme("Golongan indeks tidak mencakup tingkat terendah. Tambahkan golongan paling bawah.")
        return cls(tuple(top), scale[0], scale[-1], tuple(ordered))

    def indicators(self) -> tuple[Node, ...]:
        return tuple(leaf for domain in self.domains for leaf in domain.indicators())


def _nodes(rows: Iterable[Mapping[str, Any]], parts: Mapping[str, tuple[Node, ...]]) -> list[Node]:
    made = [
        Node(str(row["code"]), row["name"], _number(row["weight"]), parts.get(str(row["code"]), ())) for row in rows
    ]
    return sorted(made, key=lambda node: node.code)


def _below(nodes: Iterable[Node], length: int) -> dict[str, tuple[Node, ...]]:
    found: dict[str, tuple[Node, ...]] = {}
    for node in nodes:
        parent = node.code[:length]
        found[parent] = (*found.get(parent, ()), node)
    return found


def _check(domains: list[Node], aspects: list[Node], indicators: list[Node]) -> None:
    every = [*domains, *aspects, *indicators]
    codes = [node.code for node in every]
    reached = [node.code for domain in domains for aspect in domain.parts for node in aspect.parts]
    lost = set(codes[len(domains) + len(aspects) :]) - set(reached)
    empty = [node.code for node in (*domains, *aspects) if not node.parts]
    if len(codes) != len(set(codes)) or lost or empty:
        named = ", ".join(sorted({*lost, *empty, *(code for code in codes if codes.count(code) > 1)}))
        raise BadScheme(f"Kode {named} ganda, tanpa induk, atau tanpa bagian. Periksa daftar domain, aspek, indikator.")
    if any(node.weight <= 0 for node in every):
        raise BadScheme("Setiap bobot harus lebih dari nol.")


def _number(value: Any) -> Fraction:
    return Fraction(str(value))
