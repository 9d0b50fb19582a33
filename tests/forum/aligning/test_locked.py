"""Under a locked decision the alignment desk is closed: nothing that the decision rests on changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.utils import timezone

from selaras.forum.actions import check_plan
from selaras.forum.actions.confirming import confirm_match, undo_confirmation
from selaras.forum.actions.judging import judge_group, judge_overlap, reopen_finding, settle_findings
from selaras.forum.actions.queueing import queue_aligning
from selaras.forum.errors import Locked
from selaras.forum.models import Decision, DuplicateGroup, Forum, Overlap
from selaras.people.models import Account
from tests.forum.aligning.desk import ROAD, aligned_forum
from tests.forum.proposing.people import numbered, office
from tests.forum.small_forum import table_counts

pytestmark = pytest.mark.django_db
Act = Callable[[Forum, Account], object]

ACTS: dict[str, Act] = {
    "confirm": lambda _forum, who: confirm_match(numbered("1"), ROAD, actor=who),
    "undo": lambda _forum, who: undo_confirmation(numbered("1"), actor=who),
    "group": lambda _forum, who: judge_group(DuplicateGroup.objects.get(), [], actor=who),
    "overlap": lambda _forum, who: judge_overlap(Overlap.objects.get(), None, "Beda.", actor=who),
    "settle": lambda forum, who: settle_findings(forum, list(forum.findings.all()[:1]), "Beres.", actor=who),
    "reopen": lambda forum, who: reopen_finding(forum.findings.earliest("pk"), actor=who),
    "align": lambda forum, who: queue_aligning(forum, actor=who),
    "check": lambda forum, who: check_plan(forum, actor=who),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_it_is_refused_and_nothing_changes(act: Act) -> None:
    forum, who = aligned_forum(), office()
    Decision.objects.create(forum=forum, rule="ranked", document=b"", locked_at=timezone.now(), locked_by=who)
    before = table_counts()
    with pytest.raises(Locked):
        act(forum, who)
    assert table_counts() == before
