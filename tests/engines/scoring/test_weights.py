"""Weights are what the forum agreed, in any unit; parts sum to the score; what is complete may count double."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.scoring import CriteriaError, Criterion, Mark, Multiplier, explain, score
from selaras.engines.scoring.weighing import weigh

VALUES = {"urgency": 5, "usefulness": 3, "priority": 2}


def criteria(*weights: Fraction | int) -> list[Criterion]:
    return [Criterion(key, key, weight) for key, weight in zip(VALUES, weights, strict=True)]


def one(weights: list[Criterion]) -> int:
    return score(["u1"], weights, [Mark("A", "u1", key, value) for key, value in VALUES.items()]).scores()["u1"]


@pytest.mark.parametrize(
    ("weights", "units"),
    [
        ((1, 1, 1), 583_333),  # (1 + 1/2 + 1/4) / 3
        ((40, 35, 25), 637_500),
        ((Fraction(2, 5), Fraction(7, 20), Fraction(1, 4)), 637_500),
        ((0, 0, 7), 250_000),
        ((Fraction(1, 3), Fraction(1, 6), 0), 833_333),
    ],
)
def test_only_the_proportion_of_weights_matters(weights, units) -> None:
    assert one(criteria(*weights)) == units


def test_points_of_bolaang_mongondow_with_twofold_for_complete_papers() -> None:
    points = [
        Criterion("musrenbang", "Hasil Musrenbang kecamatan", 3, low=0, high=1, objective=True),
        Criterion("pokir", "Pokir dua anggota DPRD", 2, low=0, high=1, objective=True),
        Criterion("renja", "Sesuai Renja", 1, low=0, high=1, objective=True),
    ]
    facts = {"all": (1, 1, 1), "half": (1, 0, 1), "papers": (1, 1, 1), "none": (0, 0, 0)}
    marks = [Mark("berkas", p, c.key, v) for p, row in facts.items() for c, v in zip(points, row, strict=True)]
    complete = Multiplier("complete", "Persyaratan lengkap", 2)
    sheet = score(list(facts), points, marks, multipliers={complete: {"all", "half", "none"}})
    of_twelve = {proposal: units * 12 / 1_000_000 for proposal, units in sheet.scores().items()}
    assert of_twelve == pytest.approx({"all": 12, "half": 8, "papers": 6, "none": 0}, abs=1e-4)
    assert "Nilai dikalikan 2 karena persyaratan lengkap." in explain(sheet, "half")
    assert explain(sheet, "half")[0] == "Nilai usulan ini 66,67 dari 100."


WEIGHTS = st.lists(st.fractions(0, 100), min_size=3, max_size=3).filter(any)


@given(WEIGHTS, st.lists(st.lists(st.integers(0, 10**9), min_size=3, max_size=3), min_size=1), st.integers(1, 10**12))
def test_weighing_is_exact_in_machine_and_in_long_integers(weights, rows, factor_of) -> None:
    share = np.array(rows, dtype=np.int64)
    counted = np.ones(share.shape, dtype=bool)
    factor = np.full(len(rows), factor_of, dtype=np.int64)
    weighed = weigh(share, counted, weights, factor, factor_of)
    for units, parts, row in zip(weighed.units.tolist(), weighed.parts.tolist(), rows, strict=True):
        exact = sum(w * x for w, x in zip(weights, row, strict=True)) / sum(weights) / 1000
        assert units == int(exact + Fraction(1, 2))
        assert sum(parts) == units
        for part, weight, x in zip(parts, weights, row, strict=True):
            assert abs(part - weight * x / sum(weights) / 1000) <= 1


def test_reweighing_a_sheet_equals_scoring_anew() -> None:
    agreed = criteria(40, 35, 25)
    marks = [Mark("A", "u1", key, value) for key, value in VALUES.items()]
    new = {"urgency": Fraction(44), "usefulness": 35, "priority": Fraction(45, 2)}
    sheet = score(["u1"], agreed, marks)
    assert sheet.reweighed(new) == score(["u1"], criteria(*new.values()), marks).scores()


@pytest.mark.parametrize(
    ("given_", "message"),
    [
        (criteria(1, -1, 1), "Bobot tidak boleh kurang dari nol"),
        (criteria(0, 0, 0), "Belum ada kriteria yang berbobot"),
        ([], "Belum ada kriteria yang berbobot"),
        ([Criterion("a", "A"), Criterion("a", "B")], "kunci yang sama"),
        ([Criterion("a", "Mendesak", low=5, high=5)], "Skala kriteria Mendesak kosong"),
        ([Criterion("a", "Mendesak", high=1_001)], r"terlalu lebar \(1–1001\). Pakai angka paling besar 1.000"),
        ([Criterion("a", "Warga", low=-100_001, objective=True)], "Pakai angka paling besar 100.000"),
    ],
)
def test_criteria_that_contradict_themselves_are_errors(given_, message) -> None:
    with pytest.raises(CriteriaError, match=message):
        score(["u1"], given_, [])


@pytest.mark.parametrize("factor", [0, -2])
def test_a_multiplier_is_above_zero(factor) -> None:
    with pytest.raises(CriteriaError, match="Pengali Lengkap harus lebih besar daripada nol"):
        score(["u1"], criteria(1, 1, 1), [], multipliers={Multiplier("complete", "Lengkap", factor): {"u1"}})


def test_the_widest_scales_stay_exact() -> None:
    wide = [
        Criterion("urgency", "Kemendesakan", low=-1_000, high=1_000),
        Criterion("people", "Warga", low=0, high=100_000, objective=True),
    ]
    proposals = [f"u{n}" for n in range(2_000)]
    marks = [Mark(f"penilai {a}", p, "urgency", 1_000) for p in proposals for a in range(3)]
    marks += [Mark("register", p, "people", 50_000) for p in proposals]
    assert set(score(proposals, wide, marks).scores().values()) == {750_000}


@pytest.mark.parametrize(
    ("weights", "values", "parts"),
    [
        ((1, 1, 1), (5, 5, 5), [333_334, 333_333, 333_333]),  # equal remainders: the earlier criterion
        ((1, 1, 4), (5, 5, 5), [166_667, 166_667, 666_666]),  # remainders 2/3, 2/3, 2/3 for two units left
        ((1, 4, 1), (3, 5, 3), [83_333, 666_667, 83_333]),  # remainders 1/3, 2/3, 1/3 for one unit left
    ],
)
def test_parts_are_rounded_by_largest_remainder(weights, values, parts) -> None:
    marks = [Mark("A", "u1", key, value) for key, value in zip(VALUES, values, strict=True)]
    assert [part.units for part in score(["u1"], criteria(*weights), marks).line("u1").parts] == parts


def test_a_multiplier_of_any_size_keeps_scores_within_the_scale() -> None:
    marks = [Mark("A", each, key, 5) for each in ("all", "none") for key in VALUES]
    sheet = score(["all", "none"], criteria(1, 1, 1), marks, multipliers={Multiplier("m", "M", 10**30): {"all"}})
    assert sheet.scores() == {"all": 1_000_000, "none": 0}
