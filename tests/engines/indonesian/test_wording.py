"""Money and numbers read as an Indonesian reader expects them."""

from __future__ import annotations

import pytest

from selaras.engines.indonesian.wording import rupiah, short_rupiah


@pytest.mark.parametrize(
    ("amount", "short"),
    [
        (0, "Rp 0"),
        (999_999, "Rp 999.999"),
        (1_000_000, "Rp 1 juta"),
        (1_250_000, "Rp 1,3 juta"),
        (999_949_999, "Rp 999,9 juta"),
        (999_950_000, "Rp 1 miliar"),
        (999_999_999, "Rp 1 miliar"),
        (210_400_000_000, "Rp 210,4 miliar"),
        (999_950_000_000, "Rp 1 triliun"),
        (999_950_000_000_000, "Rp 1.000 triliun"),
        (10**45, "Rp 1" + ".000" * 11 + " triliun"),
    ],
)
def test_a_short_amount_rounds_to_a_tenth_of_its_largest_step(amount: int, short: str) -> None:
    assert short_rupiah(amount) == short
    assert short_rupiah(-amount) == (f"-{short}" if amount else short)


def test_a_negative_amount_carries_its_sign_in_front() -> None:
    assert rupiah(-1_500) == "-Rp 1.500"
