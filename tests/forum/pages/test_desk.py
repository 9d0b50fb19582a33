"""The desk: files that came in, the rows that could not be taken and why."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from selaras.audit.models import Entry
from selaras.intake.models import Batch
from selaras.people.models import Role
from tests.forum.decided import decided_forum
from tests.forum.waiting_setting import silent_village, waiting_forum
from tests.people.persons import browser_of, person

pytestmark = pytest.mark.django_db


def test_it_lists_each_file_with_its_counts(staff: Client) -> None:
    decided_forum()
    page = staff.get(reverse("files")).content.decode()
    assert "1 berkas masuk" in page
    for count in (33, 31, 2):
        assert f">{count}</td>" in page


def test_the_browser_keeps_no_copy_of_the_desk(staff: Client) -> None:
    decided_forum()
    for path in (reverse("desk"), reverse("files"), reverse("batch", args=[Batch.objects.get().pk])):
        assert "no-store" in staff.get(path).headers["Cache-Control"]


def test_a_kept_row_stands_with_its_reason_and_its_content(staff: Client) -> None:
    decided_forum()
    page = staff.get(reverse("batch", args=[Batch.objects.get().pk])).content.decode()
    assert "2 dari 33 baris perlu diperbaiki." in page
    assert "Kolom Biaya: “seratusan” bukan angka." in page
    assert "150 jt" in page


def test_the_annotated_copy_goes_to_staff_and_the_log_tells_who_took_it(staff: Client) -> None:
    decided_forum()
    batch = Batch.objects.get()
    response = staff.get(reverse("annotated-file", args=[batch.pk]))
    assert response.headers["Content-Disposition"] == 'attachment; filename="usulan-contoh-diperiksa.xlsx"'
    rows = CalamineWorkbook.from_filelike(io.BytesIO(response.content)).get_sheet_by_index(0).to_python()
    assert sum("Ditahan" in row for row in rows) == batch.kept
    entry = Entry.objects.latest("pk")
    assert (entry.action, entry.actor, entry.subject) == ("forum.copy_taken", "perencana", batch.name)


def test_the_desk_says_what_waits_and_when_nothing_does() -> None:
    forum = waiting_forum()
    operator = browser_of(person("operator", Role.Kind.VILLAGE_OPERATOR, region=silent_village(forum)))
    assert "Desa Sunyi belum mengirim usulan." in operator.get(reverse("desk")).content.decode()
    auditor = browser_of(person("pemeriksa", Role.Kind.AUDITOR))
    assert "Tidak ada yang menunggu Anda" in auditor.get(reverse("desk")).content.decode()
