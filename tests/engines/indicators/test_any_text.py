"""Whatever an office typed, the check answers with sentences and never breaks."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from selaras.engines.indicators import StrategicTarget
from tests.engines.indicators.plans import SOUND, findings

TYPED = st.text(st.characters(codec="utf-8"), max_size=40) | st.from_regex(r"[\d.,% -]{1,12}[a-z]{0,4}", fullmatch=True)
FIGURE = st.none() | st.integers() | st.decimals() | TYPED


@given(
    st.lists(st.fixed_dictionaries({"code": TYPED, "indicator": TYPED, "unit": TYPED, "name": TYPED}), min_size=1),
    st.fixed_dictionaries({"baseline": FIGURE, "target": FIGURE, "volume": FIGURE, "forward_target": FIGURE}),
    st.none() | st.integers(),
)
def test_anything_typed(rows, figures, cost) -> None:
    items = [replace(SOUND, id=f"r{n}", cost=cost, **row, **figures) for n, row in enumerate(rows)]
    promises = [StrategicTarget(SOUND.agency, SOUND.indicator, {2021: 1}), StrategicTarget("", "", {}, code=SOUND.code)]
    found = findings(*items, targets=promises)
    assert {finding.item for finding in found} <= {item.id for item in items}
    assert all(finding.message.endswith((".", '."')) for finding in found)
