"""What is waiting for one person: each task with its count, its page and its deadline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _

from selaras.engines.indonesian.wording import number
from selaras.forum import open_work, rules
from selaras.forum.models import Decision, Forum, Proposal, Recommendation
from selaras.government.models import Region
from selaras.intake.models import Row
from selaras.people.models import Role
from selaras.people.queries import Person, Roles, roles_of
from selaras.planning.models import Ceiling, Stage

Kind = Role.Kind


@dataclass(frozen=True)
class Task:
    """One thing to do: what, how many, on which page (an address' name), until when."""

    sentence: str
    count: int
    page: str
    stage: str
    until: date | None = None


def waiting_for(person: Person, forum: Forum | None) -> list[Task]:
    """The tasks of a person in one forum, the nearest deadline first; those without one last.

    A constant number of queries for each kind of role, whatever the number of proposals.
    """
    if forum is None:
        return []
    roles = roles_of(person)
    closes = dict(Stage.objects.filter(cycle=forum.cycle_id).values_list("key", "closes_on"))
    tasks = [
        Task(task.sentence, task.count, task.page, task.stage, closes.get(task.stage))
        for ask in _ASKED
        for task in ask(forum, person, roles)
        if task.count
    ]
    return sorted(tasks, key=lambda task: (task.until or date.max, task.page))


def without_word_of(proposals: QuerySet[Proposal], level: Recommendation.Level) -> QuerySet[Proposal]:
    """The proposals of which that level has not said anything yet."""
    said = Recommendation.objects.filter(proposal=OuterRef("pk"), level=level)
    return proposals.filter(~Exists(said))


def _villages(forum: Forum, _person: Person, roles: Roles) -> Iterator[Task]:
    for code in sorted(roles.regions(Kind.VILLAGE_OPERATOR)):
        if not Proposal.objects.filter(forum=forum, village=code).exists():
            name = Region.objects.filter(pk=code).values_list("name", flat=True).first() or code
            yield Task(_("%(name)s belum mengirim usulan.") % {"name": name}, 1, "proposal-new", "musrenbang-desa")


def _districts(forum: Forum, _person: Person, roles: Roles) -> Iterator[Task]:
    if codes := roles.regions(Kind.DISTRICT_OPERATOR):
        proposals = Proposal.objects.filter(forum=forum, ending="", district__in=codes)
        count = without_word_of(proposals, Recommendation.Level.DISTRICT).count()
        sentence = _("%(count)s usulan menunggu rekomendasi kecamatan.") % {"count": number(count)}
        yield Task(sentence, count, "recommend-list", "musrenbang-kecamatan")


def _agencies(forum: Forum, person: Person, roles: Roles) -> Iterator[Task]:
    if keys := roles.agencies(Kind.AGENCY_PLANNER):
        own = Q(handler__in=keys) | Q(handler=None, agency__in=keys)
        proposals = Proposal.objects.filter(own, forum=forum, ending="")
        count = without_word_of(proposals, Recommendation.Level.AGENCY).count()
        sentence = _("%(count)s usulan menunggu rekomendasi perangkat daerah.") % {"count": number(count)}
        yield Task(sentence, count, "recommend-list", "rancangan-renja")
        if not rules.runs_forum(person):  # the office is told of all
            yield from _alignment(forum, person)


def _alignment(forum: Forum, person: Person) -> Iterator[Task]:
    """What this person may confirm or settle at the alignment desk."""
    unsure = open_work.doubtful(open_work.unconfirmed(open_work.matches_of(person, forum))).count()
    sentence = _("%(count)s pencocokan yang meragukan menunggu dipastikan.") % {"count": number(unsure)}
    yield Task(sentence, unsure, "align-matches", "rancangan-renja")
    faults = open_work.still_open(open_work.findings_of(person, forum)).count()
    sentence = _("%(count)s temuan indikator rancangan Renja perlu dibereskan.") % {"count": number(faults)}
    yield Task(sentence, faults, "align-findings", "rancangan-renja")


def _office(forum: Forum, person: Person, _roles: Roles) -> Iterator[Task]:
    if not rules.runs_forum(person):
        return
    kept = Row.objects.filter(batch__scope=forum.slug, outcome=Row.Outcome.KEPT).count()
    sentence = _("%(count)s baris berkas perlu diperbaiki.") % {"count": number(kept)}
    yield Task(sentence, kept, "files", "musrenbang-desa")
    groups = open_work.unjudged_groups(forum).count()
    sentence = _("%(count)s kelompok usulan yang mungkin sama perlu diperiksa.") % {"count": number(groups)}
    yield Task(sentence, groups, "align-groups", "forum")
    yield from _alignment(forum, person)


def _deciders(forum: Forum, person: Person, _roles: Roles) -> Iterator[Task]:
    if rules.may_decide(person):
        standing = Decision.objects.filter(forum=forum, current=True).exists()
        yield Task(_("Forum belum memutuskan."), int(not standing), "decision", "forum")


def _treasury(forum: Forum, _person: Person, roles: Roles) -> Iterator[Task]:
    if roles.any_of(Kind.TREASURY, Kind.PLANNER):
        missing = not Ceiling.objects.filter(cycle=forum.cycle_id).exists()
        yield Task(_("Pagu belum diisi."), int(missing), "ceilings", "rancangan-renja")


_ASKED: tuple[Callable[[Forum, Person, Roles], Iterator[Task]], ...] = (
    _villages,
    _districts,
    _agencies,
    _office,
    _deciders,
    _treasury,
)
