"""The example models of MulVAL, pytm and Threagile give the routes they are known for, and each difference is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from selaras.engines.findings import Inventory, read_report
from selaras.engines.findings.differences import DIFFERENCES
from selaras.engines.findings.graph import graph_of, told_routes
from selaras.engines.routes import Foothold, Graph, best_routes
from tests.engines.findings.known_routes import DIFFERING, KNOWN, KnownRoute

pytestmark = pytest.mark.shared_data
EVERY = 40


def inventory(folder: Path, file: str) -> Inventory:
    model = read_report((folder / "exposure" / file).read_bytes()).model
    assert model
    return model


def found(graph: Graph, core: str) -> dict[tuple[str, ...], float]:
    """The names of the systems on each route, with its chance; of several ways past the same ones the likeliest."""
    key = next(one.key for one in graph.systems if one.told == core)
    names = {one.key: one.told for one in graph.systems}
    ranked = reversed(best_routes(graph, key, EVERY))
    return {tuple(names[at] for at in route.systems): route.chance for route in ranked}


@pytest.mark.parametrize("known", KNOWN, ids=lambda known: f"{known.file} {known.core}")
def test_the_known_route_is_found_and_the_one_ahead_of_it_is_the_one_expected(
    shared_data: Path, known: KnownRoute
) -> None:
    routes = found(graph_of(inventory(shared_data, known.file)), known.core)
    assert known.drawn in routes
    assert routes[known.ahead] == max(routes.values())


@pytest.mark.parametrize("known", [one for one in KNOWN if one.best], ids=lambda known: known.core)
def test_without_the_named_difference_the_known_route_is_the_most_probable(
    shared_data: Path, known: KnownRoute
) -> None:
    """No shared machine, and from where the figure begins, so that no stored key is on the way."""
    model = inventory(shared_data, known.file)
    assert set(known.because) <= {one.key for one in model.differences}
    start = next(one.key for one in model.systems if one.name == known.drawn[0])
    bare = replace(graph_of(replace(model, shared=())), footholds=(Foothold(start),))
    routes = found(bare, known.core)
    assert routes[known.drawn] == max(routes.values())


@pytest.mark.parametrize("file", DIFFERING)
def test_each_difference_is_named_with_as_many_parts_as_a_person_counts(shared_data: Path, file: str) -> None:
    told = inventory(shared_data, file).differences
    assert {one.key: one.count for one in told} == DIFFERING[file]


def test_every_difference_has_its_words_and_is_told_of_one_example() -> None:
    assert {key for told in DIFFERING.values() for key in told} == DIFFERENCES.keys()


@pytest.mark.parametrize("file", DIFFERING)
def test_a_sentence_for_each_core(shared_data: Path, file: str) -> None:
    told = told_routes(inventory(shared_data, file))
    assert len(told) == sum(one.file == file for one in KNOWN)
    for known in (one for one in KNOWN if one.file == file and not one.best):
        assert any(one.startswith(f"Dari {known.drawn[0]} ke {known.core} dalam") for one in told)
