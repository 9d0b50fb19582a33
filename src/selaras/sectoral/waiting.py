"""What waits for one person in the room of sectoral data: conflicts of numbers to agree on and to decide."""

from __future__ import annotations

from django.db.models import Count, Min, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.engines.indonesian.wording import number
from selaras.people.queries import Person
from selaras.people.tasks import Task
from selaras.sectoral import rules
from selaras.sectoral.conflicts.queries import conflicts_at_desk_of
from selaras.sectoral.conflicts.rules import own_agencies
from selaras.sectoral.models import Conflict

CONFLICTS = "data-conflicts"


def waiting_for(person: Person) -> list[Task]:
    """One query: what the own agency is responsible for; for the steward of the region what is overdue anywhere."""
    if not rules.works_with_data(person):
        return []
    today, own = timezone.localdate(), Q(owner__in=own_agencies(person))
    late = Q(due_on__lt=today) & ~own if rules.is_steward(person) else Q(pk__in=[])
    found = conflicts_at_desk_of(person).filter(state=Conflict.State.OPEN).order_by()
    told = found.aggregate(own=Count("pk", filter=own), until=Min("due_on", filter=own), late=Count("pk", filter=late))
    tasks = [
        Task(
            _("%(count)s selisih angka menunggu diselesaikan.") % {"count": number(told["own"])},
            told["own"],
            CONFLICTS,
            until=told["until"],
        ),
        Task(
            _("%(count)s selisih angka lewat batas; walidata dapat memutuskannya.") % {"count": number(told["late"])},
            told["late"],
            CONFLICTS,
        ),
    ]
    return [task for task in tasks if task.count]
