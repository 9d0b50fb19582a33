"""The parts of the alignment desk, each with how much of it waits."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from selaras.forum import open_work, rules
from selaras.forum.models import Forum
from selaras.people.queries import Person


@dataclass(frozen=True)
class Tab:
    name: str
    word: str | Promise
    waiting: int


def tabs_of(person: Person, forum: Forum) -> list[Tab]:
    """Those that this person may open; one query each."""
    matches = open_work.unconfirmed(open_work.matches_of(person, forum)).count()
    findings = open_work.still_open(open_work.findings_of(person, forum)).count()
    tabs = [Tab("align-matches", _("Pencocokan"), matches)]
    if rules.runs_forum(person):
        tabs.append(Tab("align-groups", _("Usulan ganda"), open_work.unjudged_groups(forum).count()))
        tabs.append(Tab("align-overlaps", _("Tumpang tindih"), open_work.unjudged_overlaps(forum).count()))
    return [*tabs, Tab("align-findings", _("Indikator"), findings)]
