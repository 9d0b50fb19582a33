"""What waits for one person in the room of outreach: messages to acknowledge at the own village desk, answers to
read there, and questions of villages to answer.
"""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.engines.indonesian.wording import number
from selaras.outreach import rules
from selaras.outreach.queries import asking, unread_answers_at_desk_of, waiting_at_desk_of
from selaras.people.queries import Person
from selaras.people.tasks import Task


def waiting_for(person: Person) -> list[Task]:
    """Two queries for a village desk, one for who answers; none for who keeps neither."""
    return [*_messages(person), *_answers(person), *_questions(person)]


def _messages(person: Person) -> list[Task]:
    """The nearest term is told."""
    if not rules.keeps_village_desk(person):
        return []
    terms = list(waiting_at_desk_of(person).values_list("due_at", flat=True))
    if not terms:
        return []
    sentence = _("%(count)s pesan menunggu tanda terima dari desa.") % {"count": number(len(terms))}
    return [Task(sentence, len(terms), "village-messages", until=timezone.localdate(min(terms)))]


def _answers(person: Person) -> list[Task]:
    many = unread_answers_at_desk_of(person).count() if rules.keeps_village_desk(person) else 0
    sentence = _("%(count)s pertanyaan desa sudah dijawab: baca jawabannya.") % {"count": number(many)}
    return [Task(sentence, many, "village-messages")] if many else []


def _questions(person: Person) -> list[Task]:
    many = asking(person, timezone.localdate()).count() if rules.types_in(person) else 0
    sentence = _("%(count)s pertanyaan desa tentang pesan menunggu jawaban.") % {"count": number(many)}
    return [Task(sentence, many, "message-desk")] if many else []
