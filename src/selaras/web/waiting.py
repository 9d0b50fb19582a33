"""What waits for one person, collected from every room."""

from __future__ import annotations

from selaras.disclosure.waiting import waiting_for as waiting_in_disclosure
from selaras.forum.models import Forum
from selaras.forum.waiting import waiting_for as waiting_in_forum
from selaras.outreach.waiting import waiting_for as waiting_in_outreach
from selaras.people.queries import Person
from selaras.people.tasks import Task, nearest_first
from selaras.satisfaction.waiting import waiting_for as waiting_in_satisfaction
from selaras.sectoral.waiting import waiting_for as waiting_in_sectoral


def waiting_for(person: Person, forum: Forum | None) -> list[Task]:
    """The nearest deadline first. A new room adds its tasks here."""
    rooms = (
        waiting_in_forum(person, forum),
        waiting_in_disclosure(person),
        waiting_in_sectoral(person),
        waiting_in_satisfaction(person),
        waiting_in_outreach(person),
    )
    return nearest_first(task for tasks in rooms for task in tasks)
