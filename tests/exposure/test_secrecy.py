"""The inventory is itself a secret: the log of others, their list of files and their pages tell nothing of it."""

from __future__ import annotations

import pytest

from selaras.audit.models import Entry
from selaras.forum.queries import batches_visible_to
from selaras.intake.actions import Letter, file_away
from selaras.people.models import Role
from tests.exposure.room import auditor, chief, inventory, officer
from tests.people.persons import browser_of, someone

pytestmark = pytest.mark.django_db

Kind = Role.Kind


@pytest.mark.parametrize("kind", [Kind.ADMINISTRATOR, Kind.SECRETARY])
def test_who_reads_the_log_for_other_ends_finds_no_trace(kind: str) -> None:
    system = inventory()["simpeg"]
    browser_of(chief()).get(f"/meja/keamanan/sistem/{system.key}/")
    letter = Letter("exposure_systems", "exposure", "Dinas", "sistem.xlsx", b"x")
    file_away(letter, [], actor=chief())
    page = browser_of(someone(kind)).get("/catatan/").content.decode()
    assert "exposure" not in page
    assert system.key not in page
    assert (
        "Tidak ada tindakan yang cocok" in browser_of(someone(kind)).get("/catatan/?tindakan=exposure").content.decode()
    )


def test_the_auditor_reads_who_looked_at_what() -> None:
    system = inventory()["simpeg"]
    browser_of(officer()).get(f"/meja/keamanan/sistem/{system.key}/")
    page = browser_of(auditor()).get("/catatan/?tindakan=exposure.system_seen").content.decode()
    assert system.key in page
    assert "SIMPEG" not in page


@pytest.mark.parametrize(
    "path", ["/meja/keamanan/", "/meja/keamanan/sistem/{key}/", "/meja/keamanan/sistem/{key}/ubah/"]
)
def test_each_look_is_kept(path: str) -> None:
    system = inventory()["simpeg"]
    before = Entry.objects.filter(action__endswith="_seen").count()
    assert browser_of(officer()).get(path.format(key=system.key)).status_code == 200
    assert Entry.objects.filter(action__endswith="_seen", actor=officer().username).count() == before + 1


def test_a_file_that_brought_systems_in_is_not_among_the_files_of_the_forum() -> None:
    letter = Letter("exposure_systems", "exposure", "Dinas", "sistem.xlsx", b"x")
    file_away(letter, [], actor=chief())
    for kind in (Kind.SECRETARY, Kind.PLANNER, Kind.AUDITOR):
        assert not batches_visible_to(someone(kind)).exists()


def test_an_address_tells_no_number() -> None:
    found = inventory()
    assert all(len(system.key) == 12 for system in found.values())
    assert len({system.key for system in found.values()}) == len(found)
