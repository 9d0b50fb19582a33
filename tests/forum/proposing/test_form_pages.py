"""The form without a script: errors beside the fields and on top, nothing typed is lost, photos are taken along."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from selaras.audit.models import Entry
from selaras.forum.models import Photo, Proposal
from selaras.web.middleware import POLICY
from tests.counting import queries_of
from tests.forum.proposing.people import (
    ADIWARNO,
    JINTUNG,
    SRATI,
    agency_planner,
    copies_of,
    district_operator,
    forum_with_proposals,
    numbered,
    office,
    village_operator,
)
from tests.forum.proposing.test_photos import photo
from tests.people.persons import browser_of, person

pytestmark = pytest.mark.django_db


def given(**more: Any) -> dict[str, Any]:
    return {
        "title": "Talud jalan Dusun Karang",
        "place": SRATI,
        "source": "village",
        "volume": "1.200,5",
        "unit": "m",
        "cost": "150 jt",
        "submission": str(uuid4()),
        **more,
    }


def test_a_proposal_is_sent_with_amounts_as_people_write_them() -> None:
    forum_with_proposals()
    client = browser_of(village_operator())
    sent = client.post(reverse("proposal-new"), given(latitude="-7,7123", longitude="109,41"), follow=True)
    assert "Usulan 33.05.01.2003/1 sudah diterima." in sent.content.decode()
    proposal = numbered("33.05.01.2003/1")
    assert (proposal.volume, proposal.cost) == (pytest.approx(1200.5), 150_000_000)
    assert (float(proposal.latitude), float(proposal.longitude)) == (-7.7123, 109.41)  # type: ignore[arg-type]


def test_errors_stand_beside_their_fields_and_on_top_and_what_was_typed_stays() -> None:
    forum_with_proposals()
    client = browser_of(village_operator())
    text = client.post(reverse("proposal-new"), given(volume="banyak", title="", unit="meter lari")).content.decode()
    assert "Tulis apa yang diusulkan" in text
    assert 'href="#id_volume"' in text
    assert 'id="id_volume_error"' in text
    assert 'value="meter lari"' in text
    assert not Proposal.objects.filter(number__contains="/").exists()


def test_the_same_form_sent_twice_is_one_proposal() -> None:
    forum_with_proposals()
    client, form = browser_of(village_operator()), given()
    for _ in range(2):
        client.post(reverse("proposal-new"), form)
    assert Proposal.objects.filter(number__contains="/").count() == 1


def test_the_script_gets_its_answers_as_json() -> None:
    forum_with_proposals()
    client = browser_of(village_operator())
    headers = {"Accept": "application/json"}
    made = client.post(reverse("proposal-new"), given(), headers=headers)
    assert made.json()["number"] == "33.05.01.2003/1"
    refused = client.post(reverse("proposal-new"), given(volume="0"), headers=headers)
    assert refused.status_code == 422
    assert refused.json()["errors"]["volume"] == ["Isi volume lebih dari nol, misalnya 400."]


def test_nobody_proposes_for_a_place_that_is_not_theirs() -> None:
    forum_with_proposals()
    text = browser_of(village_operator()).post(reverse("proposal-new"), given(place=JINTUNG)).content.decode()
    assert 'id="id_place_error"' in text
    assert browser_of(agency_planner()).get(reverse("proposal-new")).status_code == 403


@pytest.mark.parametrize(("who", "places"), [(village_operator, 1), (district_operator, 3), (office, 5)])
def test_only_own_places_can_be_chosen(who: Any, places: int) -> None:
    forum_with_proposals()
    text = browser_of(who()).get(reverse("proposal-new")).content.decode()
    assert text.count('<option value="33.05.') == places


def test_photos_come_along_and_only_who_works_here_sees_them() -> None:
    forum_with_proposals()
    client = browser_of(village_operator())
    files = [SimpleUploadedFile(f"{at}.jpg", photo((60 + at, 40)), "image/jpeg") for at in range(2)]
    client.post(reverse("proposal-new"), given(photos=files))
    kept = Photo.objects.all()
    assert len(kept) == 2
    assert client.get(reverse("photo", args=[kept[0].pk])).headers["Content-Type"] == "image/jpeg"
    assert Client().get(reverse("photo", args=[kept[0].pk])).status_code == 302


def test_a_photo_that_is_none_is_told_by_its_name_and_nothing_is_made() -> None:
    forum_with_proposals()
    client = browser_of(village_operator())
    bad = SimpleUploadedFile("gambar.svg", b"<svg></svg>", "image/jpeg")
    text = client.post(reverse("proposal-new"), given(photos=[bad])).content.decode()
    assert "gambar.svg: Gambar SVG tidak diterima." in text
    assert not Photo.objects.exists()


def test_more_photos_than_allowed_are_refused() -> None:
    forum_with_proposals()
    files = [SimpleUploadedFile(f"{at}.jpg", photo((60, 40 + at)), "image/jpeg") for at in range(5)]
    text = browser_of(village_operator()).post(reverse("proposal-new"), given(photos=files)).content.decode()
    assert "Paling banyak 4 foto" in text


def test_a_correction_starts_from_what_is_there() -> None:
    forum_with_proposals()
    client, proposal = browser_of(village_operator()), numbered("U-1")
    page = client.get(reverse("proposal-correct", args=[proposal.pk])).content.decode()
    assert "Pembangunan jalan Dusun Siwatu" in page
    assert 'value="Rp 120.000.000"' in page
    form = given(title=proposal.title, volume="400", cost="Rp 125.000.000", reason="Harga naik", seen="")
    client.post(reverse("proposal-correct", args=[proposal.pk]), form)
    assert numbered("U-1").cost == 125_000_000
    assert numbered("U-1").submission is None


def test_withdrawn_with_a_reason_and_taken_back_from_the_list() -> None:
    forum_with_proposals()
    client, proposal = browser_of(village_operator()), numbered("U-1")
    address = reverse("proposal-withdraw", args=[proposal.pk])
    assert "Tulis alasannya" in client.post(address, {"reason": ""}).content.decode()
    client.post(address, {"reason": "Sudah dibangun."})
    listed = client.get(reverse("own-proposals")).content.decode()
    assert "Ditarik" in listed
    client.post(reverse("deed-undo", args=[proposal.events.get().pk]))
    assert numbered("U-1").ending == ""


def test_the_list_holds_what_one_looks_after_in_a_constant_number_of_queries() -> None:
    forum_with_proposals()
    client, address = browser_of(district_operator()), reverse("own-proposals")
    text = client.get(address).content.decode()
    assert "4 usulan Anda" in text
    assert "Adiwarno" not in text
    few = queries_of(client.get, address)
    copies_of("U-1", 12)
    assert "16 usulan Anda" in client.get(address).content.decode()
    assert queries_of(client.get, address) == few


def test_who_changes_nothing_is_turned_away() -> None:
    forum_with_proposals()
    proposal = numbered("U-1")
    client = browser_of(village_operator(ADIWARNO))
    for name in ("proposal-correct", "proposal-withdraw"):
        assert client.get(reverse(name, args=[proposal.pk])).status_code == 403
    observer = browser_of(person("pengamat", "observer"))
    assert observer.get(reverse("own-proposals")).status_code == 403


def test_map_tiles_come_from_a_host_only_where_the_office_names_one(settings: Settings) -> None:
    forum_with_proposals()
    client = browser_of(village_operator())
    assert client.get(reverse("proposal-new")).headers["Content-Security-Policy"] == POLICY
    settings.TILES = "https://peta.example/{z}/{x}/{y}.png"
    policy = client.get(reverse("proposal-new")).headers["Content-Security-Policy"]
    assert "img-src 'self' https://peta.example data:" in policy
    assert policy.count("peta.example") == 1


@pytest.mark.parametrize(("problem", "logged"), [("Hubungi 0812-3456-7890.", 1), ("Jalan berlubang.", 0)])
def test_who_sees_a_private_number_while_correcting_is_logged(problem: str, logged: int) -> None:
    forum_with_proposals()
    Proposal.objects.filter(number="U-1").update(problem=problem)
    browser_of(village_operator()).get(reverse("proposal-correct", args=[numbered("U-1").pk]))
    assert Entry.objects.filter(action="proposal.private_shown").count() == logged
