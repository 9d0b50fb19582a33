"""What a proposal said before stays to be read, with who changed it; an import no less than a person."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from selaras.audit.models import Entry
from selaras.forum.actions.remembering import remember
from selaras.forum.models import Event, Proposal
from selaras.people.models import Account, Role
from tests.forum.small_forum import PROPOSALS, actor, opened, take

pytestmark = pytest.mark.django_db


def test_a_row_sent_again_with_other_values_keeps_the_former_ones() -> None:
    forum = opened()
    take(forum, "proposals", PROPOSALS, name="usulan-desa.csv")
    take(forum, "proposals", PROPOSALS.replace("400,m,120.000.000", "500,m,130.000.000"), name="usulan-lagi.csv")
    event = Event.objects.get()
    assert (event.proposal.number, event.kind) == ("U-1", "resent")
    assert event.before == {"volume": "400", "cost": 120_000_000}
    assert event.after == {"volume": "500", "cost": 130_000_000}
    assert Entry.objects.get(action="proposals.resent").detail["count"] == 1


def test_a_file_sent_again_unchanged_is_no_event() -> None:
    forum = opened()
    for name in ("usulan-desa.csv", "usulan-desa-2.csv"):
        take(forum, "proposals", PROPOSALS + ("\n" if name.endswith("2.csv") else ""), name=name)
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    ("kind", "place", "body"),
    [
        (Role.Kind.VILLAGE_OPERATOR, {"region_id": "33.05.01.2003"}, "Desa Srati"),
        (Role.Kind.DISTRICT_OPERATOR, {"region_id": "33.05.01"}, "Kecamatan Ayah"),
        (Role.Kind.PLANNER, {}, "Bappeda"),
    ],
)
def test_an_event_names_the_body_that_acted(kind: str, place: dict[str, str], body: str) -> None:
    forum = opened()
    take(forum, "proposals", PROPOSALS)
    person = Account.objects.create_user("petugas", first_name="Petugas (contoh)")
    Role.objects.create(account=person, kind=Role.Kind.OBSERVER)
    Role.objects.create(account=person, kind=kind, **place)
    with transaction.atomic():
        event = remember(
            Proposal.objects.get(number="U-1"), "dicatat", actor=person, after={"cost": 1}, reason=" Uji. "
        )
    assert (event.actor_name, event.body, event.reason) == ("Petugas (contoh)", body, "Uji.")
    entry = Entry.objects.get(action="proposal.dicatat")
    assert (entry.subject, entry.detail) == ("kecil-2021 U-1", {"after": {"cost": 1}, "reason": "Uji."})


def test_the_database_keeps_no_correction_without_a_reason() -> None:
    forum = opened()
    take(forum, "proposals", PROPOSALS)
    with pytest.raises(IntegrityError), transaction.atomic():
        remember(Proposal.objects.first(), Event.Kind.CORRECTED, actor=actor())
