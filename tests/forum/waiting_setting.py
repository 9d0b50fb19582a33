"""A forum with a stage and a silent village, for the tests of what waits for whom."""

from __future__ import annotations

from selaras.forum.models import Forum
from selaras.government.models import Region
from tests.forum.decided import decided_forum
from tests.web.things import a_stage


def waiting_forum() -> Forum:
    """The decided forum of the tests with a calendar of one stage."""
    forum = decided_forum()
    a_stage(forum)
    return forum


def silent_village(forum: Forum) -> Region:
    """A village of the forum's region that sent nothing."""
    district = Region.objects.filter(level=Region.Level.DISTRICT, parent=forum.cycle.region).earliest("pk")
    return Region.objects.create(
        code=f"{district.pk}.2999", name="Desa Sunyi", level=Region.Level.VILLAGE, parent=district
    )
