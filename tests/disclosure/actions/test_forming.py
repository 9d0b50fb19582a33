"""The network is formed from the region's own list."""

from __future__ import annotations

import pytest

from selaras.disclosure.actions.networking import form_network
from selaras.disclosure.models import PublicBody
from selaras.government.models import Agency, Region
from selaras.people.actions.accounts import system_account
from tests.disclosure.network import network

pytestmark = pytest.mark.django_db


def test_the_office_of_a_district_has_one_desk() -> None:
    network()
    regency = Region.objects.get(level=Region.Level.REGENCY)
    Agency.objects.create(region=regency, code="7.01.01", name="Kecamatan Sadang")
    Agency.objects.create(region=regency, code="1.02.01", name="Dinas Kesehatan")
    assert form_network(regency, actor=system_account()) == 1
    assert list(PublicBody.objects.filter(name__in=["Kecamatan Sadang", "Dinas Kesehatan"]).values_list("kind")) == [
        ("district",),
        ("agency",),
    ]
