"""What waits for one person in the openness room: requests to check and answer, objections, consequence tests."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, Min, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.disclosure import rules
from selaras.disclosure.desk import cases_at_desk, endings_for, objections_before, tests_before, to_do
from selaras.disclosure.models import Request
from selaras.engines.indonesian.wording import number
from selaras.people.queries import Person
from selaras.people.tasks import Task

DESK, TESTS = "information-desk", "exemptions"
State = Request.State


def waiting_for(person: Person) -> list[Task]:
    """Five queries, whatever the number of desks and cases; none for who handles no requests."""
    if not rules.handles_requests(person):
        return []
    return [task for ask in (_of_the_desk, _of_what_ends, _of_the_superior) for task in ask(person) if task.count]


def _of_the_desk(person: Person) -> Iterator[Task]:
    checking, open_ = Q(state=State.CHECKING), Q(state=State.OPEN)
    told = to_do(cases_at_desk(person)).aggregate(
        check=Count("pk", checking),
        check_until=Min("due", filter=checking),
        answer=Count("pk", open_),
        answer_until=Min("due", filter=open_),
        again=Count("pk", Q(anew=True)),
        again_until=Min("due", filter=Q(anew=True)),
    )

    def task(key: str, sentence: str) -> Task:
        until: date | None = told[f"{key}_until"]
        return Task(sentence % {"count": number(told[key])}, told[key], DESK, until=until)

    yield task("check", _("%(count)s permohonan informasi harus diperiksa kelengkapannya."))
    yield task("answer", _("%(count)s permohonan informasi harus dijawab."))
    yield task("again", _("%(count)s permohonan informasi harus dijawab ulang sesuai putusan atasan PPID."))


def _of_what_ends(person: Person) -> Iterator[Task]:
    today = timezone.localdate()
    soon, over = Q(lasts_until__gte=today), Q(lasts_until__lt=today)
    told = endings_for(person, today).aggregate(
        soon=Count("pk", soon), until=Min("lasts_until", filter=soon), over=Count("pk", over)
    )
    sentence = _("%(count)s pengecualian segera berakhir: timbang lagi, atau siapkan membukanya.")
    yield Task(sentence % {"count": number(told["soon"])}, told["soon"], TESTS, until=told["until"])
    sentence = _("%(count)s pengecualian sudah berakhir dan harus dibuka.")
    yield Task(sentence % {"count": number(told["over"])}, told["over"], TESTS)


def _of_the_superior(person: Person) -> Iterator[Task]:
    objections = objections_before(person).aggregate(many=Count("pk"), until=Min("due"))
    many = objections["many"]
    sentence = _("%(count)s keberatan menunggu putusan Anda.") % {"count": number(many)}
    yield Task(sentence, many, DESK, until=objections["until"])
    tests = tests_before(person).count()
    yield Task(_("%(count)s uji konsekuensi menunggu persetujuan Anda.") % {"count": number(tests)}, tests, TESTS)
