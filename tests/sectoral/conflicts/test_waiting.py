"""The summary of the desk names conflicts: to the agency that is responsible, and to the steward what is overdue."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from selaras.sectoral.models import Conflict
from selaras.sectoral.waiting import waiting_for
from tests.sectoral.conflicts.two_agencies import HEALTH, REGISTRY, apart, sender, steward

pytestmark = pytest.mark.django_db


def test_the_owner_is_told_and_the_steward_once_it_is_overdue() -> None:
    apart()
    late = timezone.localdate() - timedelta(days=1)
    told = [task.sentence for task in waiting_for(sender(HEALTH))]
    assert told == ["1 selisih angka menunggu diselesaikan."]
    assert waiting_for(steward()) == []
    Conflict.objects.update(due_on=late)
    assert [task.until for task in waiting_for(sender(HEALTH))] == [late]
    told = [task.sentence for task in waiting_for(steward())]
    assert told == ["1 selisih angka lewat batas; walidata dapat memutuskannya."]


@pytest.mark.parametrize("who", [lambda: sender(REGISTRY), AnonymousUser])
def test_others_are_told_nothing(who: object) -> None:
    apart()
    assert waiting_for(who()) == []  # type: ignore[operator]
