"""What is waiting for one person: each task with its count, its page and its deadline."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.engines.indonesian.wording import number
from selaras.forum import open_work, queries, reporting, rules
from selaras.forum.handling import in_hands_of
from selaras.forum.levels import standing_before, with_word
from selaras.forum.models import Decision, Forum, Proposal, Recommendation
from selaras.forum.unfunded import unfunded
from selaras.forum.voting.rounds import rounds_unfinished_by
from selaras.government.models import Region
from selaras.intake.models import Row
from selaras.people.models import Role
from selaras.people.queries import Person, Roles, roles_of
from selaras.people.tasks import Task, nearest_first
from selaras.planning.models import Ceiling, Stage

Kind, Level = Role.Kind, Recommendation.Level


def waiting_for(person: Person, forum: Forum | None) -> list[Task]:
    """The tasks of a person in one forum, the nearest deadline first; those without one last.

    A constant number of queries for each kind of role, whatever the number of proposals, bodies and rounds.
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
    return nearest_first(tasks)


def _voters(forum: Forum, person: Person, _roles: Roles) -> Iterator[Task]:
    for title in rounds_unfinished_by(person, forum).values_list("title", flat=True):
        yield Task(_("Pemungutan suara “%(title)s” menunggu jawaban Anda.") % {"title": title}, 1, "voting", "forum")


def _villages(forum: Forum, person: Person, roles: Roles) -> Iterator[Task]:
    if codes := roles.regions(Kind.VILLAGE_OPERATOR):
        sent = Proposal.objects.filter(forum=forum, village=OuterRef("pk"))
        silent = Region.objects.filter(~Exists(sent), pk__in=codes).order_by("pk")
        for name in silent.values_list("name", flat=True):
            yield Task(_("%(name)s belum mengirim usulan.") % {"name": name}, 1, "proposal-new", "musrenbang-desa")
        yield from _last_year(forum, person, codes)


def _last_year(forum: Forum, person: Person, villages: Collection[str]) -> Iterator[Task]:
    """What these villages may propose again in this forum."""
    decided = queries.newest_decided_forum(person)
    if decided and queries.forum_after(decided) == forum:
        refused = unfunded(person, queries.decision_in_force(decided))
        count = refused.filter(village__in=villages, carried=False).count()
        sentence = _("%(count)s usulan tahun lalu yang belum didanai dapat diusulkan lagi.") % {"count": number(count)}
        yield Task(sentence, count, "last-year", "musrenbang-desa")


def _districts(forum: Forum, person: Person, roles: Roles) -> Iterator[Task]:
    if roles.any_of(Kind.DISTRICT_OPERATOR):
        count = with_word(standing_before(person, forum, Level.DISTRICT), Level.DISTRICT, said=False).count()
        sentence = _("%(count)s usulan menunggu rekomendasi kecamatan.") % {"count": number(count)}
        yield Task(sentence, count, "recommend-list", "musrenbang-kecamatan")


def _agencies(forum: Forum, person: Person, roles: Roles) -> Iterator[Task]:
    if keys := roles.agencies(Kind.AGENCY_PLANNER):
        count = with_word(standing_before(person, forum, Level.AGENCY), Level.AGENCY, said=False).count()
        sentence = _("%(count)s usulan menunggu rekomendasi perangkat daerah.") % {"count": number(count)}
        yield Task(sentence, count, "recommend-list", "rancangan-renja")
        if not rules.runs_forum(person):  # the office is told of all
            yield from _alignment(forum, person)
        yield from _progress(person, keys)


def _progress(person: Person, agencies: Collection[int]) -> Iterator[Task]:
    """What these agencies have not told of the year that is being carried out; its forum is seldom the newest."""
    today = timezone.localdate()
    forum = reporting.forum_reported(person, today)
    quarter = reporting.quarters_ended(forum.cycle.year, today) if forum else 0
    if quarter:
        funded = reporting.funded_in(person, forum).filter(in_hands_of(agencies))
        count = reporting.without_report(funded, quarter).count()
        sentence = _("%(count)s usulan yang didanai belum dilaporkan kemajuannya sampai triwulan %(quarter)s.")
        yield Task(sentence % {"count": number(count), "quarter": quarter}, count, "progress")


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
    _voters,
    _villages,
    _districts,
    _agencies,
    _office,
    _deciders,
    _treasury,
)
