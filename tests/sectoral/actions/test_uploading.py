"""A file comes in: whole, once, and before anybody is told so."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.conf import settings

from selaras.audit.models import Entry
from selaras.sectoral import files
from selaras.sectoral.actions.uploading import upload_version
from selaras.sectoral.errors import Incomplete, NotAllowed
from selaras.sectoral.models import Version
from tests.sectoral.room import FAULTY, GOOD, MENDED, producer, room, sent, steward, stranger

pytestmark = pytest.mark.django_db


def test_the_bytes_are_kept_as_they_came() -> None:
    version = sent(room(), FAULTY, "C:/data/penduduk.csv")
    with version.file.open("rb") as kept:
        assert kept.read() == FAULTY
    assert (version.number, version.state, version.size) == (1, Version.State.RECEIVED, len(FAULTY))
    assert version.name == "penduduk.csv"


def test_the_same_bytes_again_are_the_version_that_they_were() -> None:
    dataset = room()
    first, again, other = sent(dataset), sent(dataset, GOOD, "salinan.csv"), sent(dataset, MENDED)
    assert (again.pk, again.name) == (first.pk, "penduduk.csv")
    assert other.number == 2
    assert Entry.objects.filter(action="sectoral.version_received").count() == 2


def test_half_a_file_that_a_crash_left_is_written_anew(tmp_path: Path) -> None:
    first = files.keep(io.BytesIO(GOOD))
    place = Path(settings.MEDIA_ROOT) / first.name
    place.write_bytes(GOOD[:10])
    assert files.keep(io.BytesIO(GOOD)) == first
    assert place.read_bytes() == GOOD


def test_nothing_but_the_file_lies_there_afterwards() -> None:
    kept = files.keep(io.BytesIO(GOOD), ".csv")
    folder = (Path(settings.MEDIA_ROOT) / kept.name).parent
    assert [one.name for one in folder.iterdir()] == [f"{kept.digest}.csv"]


def test_an_empty_file_is_refused_in_words() -> None:
    dataset = room()
    with pytest.raises(Incomplete, match="kosong") as refused:
        sent(dataset, b"")
    assert list(refused.value.fields) == ["file"]


def test_another_agency_sends_nothing_but_the_steward_may_help() -> None:
    dataset = room()
    with pytest.raises(NotAllowed, match="Dinas Kependudukan"):
        upload_version(dataset, "x.csv", io.BytesIO(GOOD), actor=stranger())
    assert not dataset.versions.exists()
    assert upload_version(dataset, "x.csv", io.BytesIO(GOOD), actor=steward()).number == 1
    assert sent(dataset).received_by != producer()
