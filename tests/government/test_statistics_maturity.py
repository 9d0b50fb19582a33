"""The scheme of the maturity of sectoral statistics, as it comes with the program."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from selaras.engines.maturity import Node, Scheme, maturity_index
from selaras.government.actions import seed_parameters
from selaras.government.queries import parameter_value
from selaras.people.actions import system_account

DAY = date(2022, 6, 1)
ROWS = ("domains", "aspects", "indicators", "bands", "levels")


@pytest.fixture
def scheme(db: None) -> Scheme:
    seed_parameters(actor=system_account())
    return Scheme.of(*(parameter_value(f"sectoral.maturity.{name}", DAY) for name in ROWS))


def test_there_are_five_domains_nineteen_aspects_and_38_indicators(scheme: Scheme) -> None:
    assert len(scheme.domains) == 5
    assert sum(len(domain.parts) for domain in scheme.domains) == 19
    assert [len(domain.indicators()) for domain in scheme.domains] == [4, 10, 7, 10, 7]


def test_the_weights_of_siblings_sum_to_a_hundred(scheme: Scheme) -> None:
    whole: list[Node] = [Node("", "", scheme.domains[0].weight, scheme.domains)]
    for node in whole:
        whole.extend(part for part in node.parts if part.parts)
    assert Counter(sum(part.weight for part in node.parts) for node in whole) == {100: 1 + 5 + 19}


@pytest.mark.parametrize(
    ("by_domain", "index", "band"),
    [
        # 0,28·3 + 0,24·2 + 0,19·2 + 0,17·1 + 0,12·1
        ((3, 2, 2, 1, 1), "1.99", "Cukup"),
        # 0,28·4 + 0,24·3 + 0,19·3 + 0,17·2 + 0,12·2
        ((4, 3, 3, 2, 2), "2.99", "Baik"),
        ((5, 5, 4, 4, 3), "4.40", "Memuaskan"),
        ((1, 1, 1, 1, 1), "1.00", "Kurang"),
        ((4, 4, 3, 3, 3), "3.52", "Sangat Baik"),
    ],
)
def test_domains_weigh_as_worked_out_by_hand(scheme: Scheme, by_domain: tuple[int, ...], index: str, band: str) -> None:
    levels = {node.code: by_domain[int(node.code[0]) - 1] for node in scheme.indicators()}
    found = maturity_index(scheme, levels)
    assert (found.shown, found.band) == (Decimal(index), band)


def test_one_indicator_moves_the_index_by_its_share(scheme: Scheme) -> None:
    """20101 weighs 0,24·0,21·0,60 = 0,03024; from level 1 to 5 it adds four times that."""
    levels = dict.fromkeys((node.code for node in scheme.indicators()), 1) | {"20101": 5}
    found = maturity_index(scheme, levels)
    assert found.value is not None
    assert float(found.value) == pytest.approx(1.12096)


def test_every_level_has_a_name(scheme: Scheme) -> None:
    assert sorted(parameter_value("sectoral.maturity.levels", DAY)) == ["1", "2", "3", "4", "5"]
