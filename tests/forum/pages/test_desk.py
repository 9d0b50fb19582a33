"""The desk: files that came in, the rows that could not be taken and why, the state of the log."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from selaras.audit.actions import record
from selaras.audit.models import Entry
from selaras.intake.models import Batch
from selaras.people.models import Account
from tests.forum.decided import decided_forum

pytestmark = pytest.mark.django_db


def test_it_lists_each_file_with_its_counts(staff: Client) -> None:
    decided_forum()
    page = staff.get(reverse("desk")).content.decode()
    assert "1 berkas masuk" in page
    for count in (33, 31, 2):
        assert f">{count}</td>" in page


def test_the_browser_keeps_no_copy_of_the_desk(staff: Client) -> None:
    decided_forum()
    for path in (reverse("desk"), reverse("batch", args=[Batch.objects.get().pk])):
        assert "no-store" in staff.get(path).headers["Cache-Control"]


def test_a_kept_row_stands_with_its_reason_and_its_content(staff: Client) -> None:
    decided_forum()
    page = staff.get(reverse("batch", args=[Batch.objects.get().pk])).content.decode()
    assert "2 dari 33 baris perlu diperbaiki." in page
    assert "Kolom Biaya: “seratusan” bukan angka." in page
    assert "150 jt" in page


def test_the_log_is_walked_and_a_change_is_shown(planner: Account, staff: Client) -> None:
    record("forum.tested", actor=planner)
    record("forum.tested", actor=planner)
    assert "Catatan tindakan utuh." in staff.get(reverse("desk")).content.decode()
    first = Entry.objects.earliest("pk")
    Entry.objects.filter(pk=first.pk).update(actor="orang lain")
    page = staff.get(reverse("desk")).content.decode()
    assert "Catatan tindakan tidak utuh." in page
    assert f"Entri nomor {first.pk}" in page


def test_the_annotated_copy_goes_to_staff_and_the_log_tells_who_took_it(staff: Client) -> None:
    decided_forum()
    batch = Batch.objects.get()
    response = staff.get(reverse("annotated-file", args=[batch.pk]))
    assert response.headers["Content-Disposition"] == 'attachment; filename="usulan-contoh-diperiksa.xlsx"'
    rows = CalamineWorkbook.from_filelike(io.BytesIO(response.content)).get_sheet_by_index(0).to_python()
    assert sum("Ditahan" in row for row in rows) == batch.kept
    entry = Entry.objects.latest("pk")
    assert (entry.action, entry.actor, entry.subject) == ("forum.copy_taken", "perencana", batch.name)
