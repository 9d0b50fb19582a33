"""A rule whose minima cannot be met is named in the summary of the decision, in a whole sentence."""

from __future__ import annotations

import pytest

from selaras.forum.actions import decide
from selaras.forum.exports.report import report
from selaras.forum.exports.summary import as_html
from selaras.planning.models import Ceiling
from tests.forum.small_forum import actor, ready

pytestmark = pytest.mark.django_db
TOLD = (
    "Aturan “Nilai total tertinggi” tidak memberi hasil, sebab batas terendah pada pagu tidak dapat dicapai semuanya."
)


@pytest.mark.parametrize(("minimum", "impossible"), [(0, []), (149_000_000, ["optimal"])])
def test_the_one_page_summary_names_it(minimum: int, impossible: list[str]) -> None:
    forum = ready()
    Ceiling.objects.filter(district="33.05.02").update(minimum=minimum)
    Ceiling.objects.filter(kind="total").update(amount=400_000_000)
    decision = decide(forum, actor=actor())
    assert decision.summary["impossible"] == impossible
    assert (TOLD in as_html(report(decision)).decode()) == bool(impossible)
