"""What waits for one person in the room of the satisfaction survey: a survey to close, a result to publish."""

from __future__ import annotations

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.engines.indonesian.wording import number
from selaras.people.queries import Person
from selaras.people.tasks import Task
from selaras.satisfaction import rules
from selaras.satisfaction.models import Survey
from selaras.satisfaction.queries import agencies_of, surveys_visible_to

_PAGE = "survey-desk"
State = Survey.State


def waiting_for(person: Person) -> list[Task]:
    """One query; none for who keeps no surveys."""
    if not rules.keeps_surveys(person):
        return []
    past, closed = Q(state=State.OPEN, closes_on__lt=timezone.localdate()), Q(state=State.CLOSED)
    kept = surveys_visible_to(person).filter(service__agency__in=agencies_of(person))
    told = kept.aggregate(past=Count("pk", past), closed=Count("pk", closed))
    tasks = (
        Task(_("%(count)s survei sudah lewat hari terakhirnya: tutup."), told["past"], _PAGE),
        Task(_("%(count)s survei sudah ditutup: umumkan hasilnya."), told["closed"], _PAGE),
    )
    return [Task(one.sentence % {"count": number(one.count)}, one.count, one.page) for one in tasks if one.count]
