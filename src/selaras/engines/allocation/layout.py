"""A problem laid out by number: which ceilings and floors each item counts against, who pulls in whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from selaras.engines.allocation.errors import InvalidProblem
from selaras.engines.allocation.problem import Ceiling, Floor, Item, Problem

_id = attrgetter("id")
_MOST = 2**60  # rupiah: twice that still fits a machine integer


@dataclass(frozen=True, slots=True)
class Layout:
    """Items, ceilings and floors by their place in the problem.

    `ceilings[i]`, `floors[i]`: the limits that item i counts against. `group[i]`: number of its group, -1 without.
    `bundle[i]`: the items that must be funded with i, near and far, i last; empty where one of them is unknown.
    `network`: items that require another or are required by one.
    """

    problem: Problem
    ids: tuple[str, ...]
    cost: tuple[int, ...]
    ceilings: tuple[tuple[int, ...], ...]
    floors: tuple[tuple[int, ...], ...]
    group: tuple[int, ...]
    groups: int
    bundle: tuple[tuple[int, ...], ...]
    network: frozenset[int]


def lay_out(problem: Problem) -> Layout:
    """Check the problem's form and number it.

    Complexity: O(items · kinds of limit), a kind being the set of dimensions that limits name.
    Raises InvalidProblem where an id is given twice, an amount is negative or no whole number, or all costs together
    are beyond a machine integer.
    """
    _check(problem)
    ids = tuple(item.id for item in problem.items)
    place = {each: at for at, each in enumerate(ids)}
    numbers: dict[str, int] = {}
    group = tuple(-1 if i.group is None else numbers.setdefault(i.group, len(numbers)) for i in problem.items)
    bundle = tuple(
        _bundle(at, problem.items, place) if item.requires else (at,) for at, item in enumerate(problem.items)
    )
    network = frozenset(
        each
        for at, item in enumerate(problem.items)
        if item.requires
        for each in (at, *(place[required] for required in item.requires if required in place))
    )
    return Layout(
        problem,
        ids,
        tuple(item.cost for item in problem.items),
        _covering(problem.items, problem.ceilings),
        _covering(problem.items, problem.floors),
        group,
        len(numbers),
        bundle,
        network,
    )


def _bundle(start: int, items: Sequence[Item], place: dict[str, int]) -> tuple[int, ...]:
    """Everything that `start` pulls in, required before requiring where no circle forbids it."""
    seen = {start}
    waiting, found = [start], []
    while waiting:
        at = waiting.pop()
        found.append(at)
        for required in sorted(items[at].requires):
            if required not in place:
                return ()
            if place[required] not in seen:
                seen.add(place[required])
                waiting.append(place[required])
    return tuple(reversed(found))


def _covering(items: Sequence[Item], limits: Sequence[Ceiling] | Sequence[Floor]) -> tuple[tuple[int, ...], ...]:
    kinds: dict[tuple[str, ...], dict[object, tuple[int, ...]]] = {}
    numbered: list[tuple[int, Ceiling | Floor]] = list(enumerate(limits))
    for at, limit in numbered:
        dimensions = tuple(sorted(limit.where))
        places = kinds.setdefault(dimensions, {})
        key: object = tuple(limit.where[each] for each in dimensions)
        key = key[0] if isinstance(key, tuple) and len(key) == 1 else key
        places[key] = (*places.get(key, ()), at)
    columns: list[list[tuple[int, ...]]] = [
        list(_found(items, dimensions, places)) for dimensions, places in kinds.items()
    ]
    return tuple(sum(row, ()) for row in zip(*columns, strict=True)) if columns else ((),) * len(items)


def _found(
    items: Sequence[Item], dimensions: tuple[str, ...], places: dict[object, tuple[int, ...]]
) -> Iterator[tuple[int, ...]]:
    if not dimensions:
        yield from (places[()] for _ in items)
    elif len(dimensions) == 1:
        (only,) = dimensions
        yield from (places.get(item.tags.get(only), ()) for item in items)
    else:
        yield from (places.get(tuple(map(item.tags.get, dimensions)), ()) for item in items)


def _check(problem: Problem) -> None:
    _once("usulan", map(_id, problem.items))
    _once("pagu", map(_id, problem.ceilings))
    _once("batas minimum", map(_id, problem.floors))
    for item in problem.items:
        if type(item.cost) is not int or item.cost < 0:
            raise InvalidProblem(f"Biaya usulan {item.id} harus rupiah bulat, nol atau lebih.")
        if type(item.score) is not int:
            raise InvalidProblem(f"Nilai usulan {item.id} harus bilangan bulat.")
    if sum(item.cost for item in problem.items) >= _MOST:
        raise InvalidProblem("Biaya semua usulan bersama terlalu besar untuk dihitung. Periksa biaya yang terbesar.")
    limits: Collection[Ceiling | Floor] = (*problem.ceilings, *problem.floors)
    for limit in limits:
        if type(limit.amount) is not int or limit.amount < 0:
            raise InvalidProblem(f"Jumlah {limit.label or limit.id} harus rupiah bulat, nol atau lebih.")


def _once(what: str, ids: Iterable[str]) -> None:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            raise InvalidProblem(f"Nomor {what} {each} dipakai lebih dari sekali. Beri nomor yang berbeda.")
        seen.add(each)
