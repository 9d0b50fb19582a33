"""What the demo invents: a published survey, an open one, a measured indicator; said to be invented, made once."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from selaras.audit.queries import verify
from selaras.evidence.actions.seeding import seed_indicators
from selaras.evidence.models import Value
from selaras.people.actions import system_account
from selaras.satisfaction.models import Answer, Survey
from selaras.satisfaction.sample import survey_example
from tests.satisfaction.room import agency, keeper, service

pytestmark = pytest.mark.django_db


def test_one_is_published_one_is_open_and_made_again_they_are_the_same() -> None:
    service().delete()
    seed_indicators(actor=system_account())
    for _ in range(2):
        survey_example(agency(), keeper=keeper())
    assert sorted(Survey.objects.values_list("state", flat=True)) == ["open", "published"]
    assert Answer.objects.count() == 120
    assert Value.objects.get().indicator.code == "kualitas-layanan-komunikasi"
    page = Client().get(reverse("surveys")).content.decode()
    assert "Layanan komunikasi (contoh), Periode lalu (contoh)" in page
    assert verify().intact
