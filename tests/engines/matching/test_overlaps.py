"""Where two agencies plan the same subject at one place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.engines.matching.duplicates import SameIdError
from selaras.engines.matching.overlaps import OverlapKind, PlanItem, overlaps

TRAINING = "Pelatihan pemasaran digital bagi pelaku UMKM"
VILLAGE, OTHER, DISTRICT = "33.05.12.2001", "33.05.12.2002", "33.05.12"


def item(name: str, agency: str, text: str = TRAINING, *regions: str, code: str = "", cost: int = 0) -> PlanItem:
    return PlanItem(name, agency, text, regions or (VILLAGE,), code, cost)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ((VILLAGE,), (VILLAGE,), True),
        ((VILLAGE,), (DISTRICT,), True),
        ((DISTRICT,), (VILLAGE,), True),
        ((VILLAGE, OTHER), (OTHER,), True),
        ((VILLAGE,), ("33.05",), True),
        (("3305122001",), (VILLAGE,), True),
        ((VILLAGE,), (OTHER,), False),
        ((VILLAGE,), ("33.05.1",), False),
        ((VILLAGE,), ("33.05.13",), False),
    ],
)
def test_places_meet_where_one_is_or_contains_the_other(
    one: tuple[str, ...], other: tuple[str, ...], meet: bool
) -> None:
    assert bool(overlaps([item("A", "X", TRAINING, *one), item("B", "Y", TRAINING, *other)])) is meet


def test_an_item_without_a_place_is_for_the_whole_regency() -> None:
    (found,) = overlaps([PlanItem("A", "X", TRAINING), item("B", "Y")])
    assert "seluruh kabupaten" in found.reason


@pytest.mark.parametrize(
    ("other", "kind"),
    [
        (TRAINING, OverlapKind.PAID_TWICE),
        ("pelatihan pemasaran digital utk UMKM", OverlapKind.PAID_TWICE),
        ("Pelatihan pemasaran produk UMKM", OverlapKind.JOIN),
        ("Pembangunan talud jalan", None),
        ("Pelatihan menjahit", None),
    ],
)
def test_the_subject_decides_the_kind(other: str, kind: OverlapKind | None) -> None:
    found = overlaps([item("A", "X"), item("B", "Y", other)])
    assert [one.kind for one in found] == ([kind] if kind else [])


def test_one_agency_does_not_overlap_with_itself() -> None:
    assert overlaps([item("A", "X"), item("B", "X")]) == ()


def test_an_equal_catalogue_code_makes_it_surer_and_is_told() -> None:
    plain = overlaps([item("A", "X"), item("B", "Y", "Pelatihan pemasaran produk UMKM")])
    coded = overlaps(
        [item("A", "X", code="2.17.01"), item("B", "Y", "Pelatihan pemasaran produk UMKM", code="2.17.01")]
    )
    assert coded[0].confidence > plain[0].confidence
    assert "Kodenya sama" in coded[0].reason


def test_the_amount_is_the_smaller_cost() -> None:
    (found,) = overlaps([item("A", "X", cost=40), item("B", "Y", cost=55)])
    assert found.amount == 40


def test_the_reason_tells_words_place_and_what_to_do() -> None:
    (found,) = overlaps([item("A", "X"), item("B", "Y", TRAINING, DISTRICT)])
    assert "pelatihan" in found.reason
    assert f"{VILLAGE} di dalam {DISTRICT}" in found.reason
    assert "siapa yang mengerjakan" in found.reason


def test_nothing_in_nothing_out() -> None:
    assert overlaps([]) == ()
    assert overlaps([item("A", "X"), item("B", "Y", ""), item("C", "Z", "")]) == ()


def test_two_items_of_one_id_are_refused_in_plain_words() -> None:
    with pytest.raises(SameIdError, match="nomornya sendiri"):
        overlaps([item("A", "X"), item("A", "Y")])


ITEMS = st.lists(
    st.tuples(
        st.sampled_from(["X", "Y", "Z"]),
        st.sampled_from([TRAINING, "Pelatihan pemasaran produk", "Talud", "Talud jalan Krajan", "RT 2", ""]),
        st.sampled_from([VILLAGE, OTHER, DISTRICT]),
    ),
    max_size=15,
)


@settings(deadline=None)
@given(ITEMS, st.randoms(use_true_random=False))
def test_the_order_of_the_input_changes_nothing(rows: list[tuple[str, str, str]], random: object) -> None:
    items = [item(f"{number:02}", *row) for number, row in enumerate(rows)]
    shuffled = list(items)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    found = overlaps(items)
    assert found == overlaps(shuffled)
    assert all(0 < one.confidence <= 1 and one.first < one.second for one in found)
