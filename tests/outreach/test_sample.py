"""What the demo invents: messages in every state, villages that are late and silent; said to be invented."""

from __future__ import annotations

from collections import Counter

import pytest
from django.utils import timezone

from selaras.audit.queries import verify
from selaras.government.models import Region
from selaras.outreach.models import Channel, Delivery, Message
from selaras.outreach.queries import messages_visible_to
from selaras.outreach.sample import tell_examples
from selaras.outreach.supervision import behind, reached, urgent_first
from tests.outreach.room import SADANG, SEBORO, desk, places, writer

pytestmark = pytest.mark.django_db
MANY = 60


@pytest.fixture(autouse=True)
def told() -> None:
    places()
    Region.objects.bulk_create(
        Region(code=f"{SADANG}.{3001 + n}", name=f"Desa {n} (contoh)", level="village", kind="desa", parent_id=SADANG)
        for n in range(MANY)
    )
    for _ in range(2):
        tell_examples(Region.objects.get(code="33.05"), writer=writer(), desk=desk(SEBORO))


def test_there_is_one_of_each_state_and_each_says_that_it_is_made_up() -> None:
    states = Counter(Message.objects.values_list("state", flat=True))
    assert states == {"sent": 5, "corrected": 1, "withdrawn": 1, "draft": 1}
    kept = [*messages_visible_to(writer()), *Channel.objects.all()]
    assert [str(one) for one in kept if "contoh" not in str(one)] == []
    assert Message.objects.filter(kind="hoax").exclude(claim="").count() == 1
    assert verify().intact


def test_the_urgent_one_stands_first_and_some_have_answered_it() -> None:
    _draft, first, *_rest = urgent_first(writer())
    assert first.urgent
    urgent = Message.objects.get(urgent=True, deed="")
    found = reached(writer(), [urgent], timezone.now())[urgent.pk]
    assert 0 < found.acknowledged < found.villages == MANY + 3
    assert found.overdue == 0


def test_some_villages_are_late_and_a_few_of_them_silent() -> None:
    late = behind(writer(), timezone.now())
    assert 0 < sum(one.silent for one in late) < len(late) < MANY


def test_the_desk_of_the_example_asks_back_and_one_question_is_answered() -> None:
    asked = Delivery.objects.filter(village=SEBORO, reply="C")
    assert all(one.note.endswith("(contoh)?") for one in asked)
    assert sorted((bool(one.answer), one.is_answer_unread) for one in asked) == [(False, False), (True, True)]
    assert Delivery.objects.filter(acknowledged_at__gt=timezone.now()).count() == 0
