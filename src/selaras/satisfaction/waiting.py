"""What waits for one person in the room of the satisfaction survey: a survey to close, a result to
publish, a service to ask about again, a promise to keep.
"""

from __future__ import annotations

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.engines.indonesian.wording import number
from selaras.engines.survey import LEAST
from selaras.people.queries import Person
from selaras.people.tasks import Task
from selaras.satisfaction import rules
from selaras.satisfaction.models import Survey
from selaras.satisfaction.queries import agencies_of, overdue_at_desk_of, surveys_visible_to, to_ask_again

_PAGE = "survey-desk"
State = Survey.State


def waiting_for(person: Person) -> list[Task]:
    """Four queries; none for who keeps no surveys."""
    if not rules.keeps_surveys(person):
        return []
    past = Q(state=State.OPEN, closes_on__lt=timezone.localdate())
    closed = Q(state=State.CLOSED, many__gte=LEAST)  # with fewer there is nothing that could be published
    kept = surveys_visible_to(person).filter(service__agency__in=agencies_of(person)).annotate(many=Count("answers"))
    told = kept.aggregate(past=Count("pk", past), closed=Count("pk", closed))
    again = to_ask_again(person, timezone.localdate()).filter(agency__in=agencies_of(person)).count()
    late = overdue_at_desk_of(person, timezone.localdate()).filter(survey__service__agency__in=agencies_of(person))
    tasks = (
        Task(_("%(count)s layanan sudah waktunya disurvei lagi: buka survei."), again, _PAGE),
        Task(_("%(count)s survei sudah lewat hari terakhirnya: tutup."), told["past"], _PAGE),
        Task(_("%(count)s survei sudah ditutup: umumkan hasilnya."), told["closed"], _PAGE),
        Task(_("%(count)s tindak lanjut survei lewat waktunya: tulis hasilnya."), late.count(), _PAGE),
    )
    return [Task(one.sentence % {"count": number(one.count)}, one.count, one.page) for one in tasks if one.count]
