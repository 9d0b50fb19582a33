"""Paper forms come in as one file: what fits is kept once, what does not is named by its cell and given back."""

from __future__ import annotations

import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from selaras.audit.models import Entry
from selaras.forum.queries import batches_visible_to
from selaras.intake.models import Batch
from selaras.people.models import Role
from selaras.satisfaction.actions.importing import take_papers
from selaras.satisfaction.actions.periods import close
from selaras.satisfaction.errors import NotAllowed, NotNow
from selaras.satisfaction.imports import template
from selaras.satisfaction.models import Answer, Survey
from tests.people.persons import browser_of, someone
from tests.satisfaction.room import ELEMENTS, keeper, stranger, survey, typist

pytestmark = pytest.mark.django_db
GOOD = ["4"] * 9


def filled(of: Survey, *rows: list[str]) -> bytes:
    """The template with forms typed into it, numbered from 1: nine marks, and what follows them."""
    return numbered(of, *([str(at), *told] for at, told in enumerate(rows, 1)))


def numbered(of: Survey, *rows: list[str]) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(template(of)))
    sheet = book["Formulir"]
    head = next(row for row in sheet.iter_rows() if row[0].value == "Nomor formulir")
    for at, told in enumerate(rows, head[0].row + 1):
        for column, value in enumerate(told, 1):
            sheet.cell(at, column, int(value) if value.isdecimal() else value)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_the_template_itself_holds_no_form_and_no_number_that_two_desks_would_share() -> None:
    with pytest.raises(NotNow, match="belum berisi formulir"):
        take_papers(survey(), "kosong.xlsx", template(Survey.objects.get()), actor=typist())


def test_forms_become_answers_on_paper_with_desk_profile_and_comment() -> None:
    of = survey(desks=["Loket satu (contoh)"])
    rest = ["25–39 tahun", "Perempuan", "", "", "loket satu (contoh)", "Antrean lama (contoh)"]
    batch = take_papers(of, "kertas.xlsx", filled(of, [*GOOD, *rest], ["3", "", *["2"] * 7]), actor=typist())
    assert (batch.taken, batch.kept) == (2, 0)
    second, first = sorted(Answer.objects.all(), key=lambda kept: len(kept.marks))
    assert first.marks == dict.fromkeys(ELEMENTS, 4)
    assert (first.age, first.sex, first.comment) == ("25-39", "female", "Antrean lama (contoh)")
    assert first.desk
    assert first.channel == Answer.Channel.PAPER
    assert len(second.marks) == 8
    assert Entry.objects.filter(action="satisfaction.forms_typed_in").count() == 1


def test_a_bad_cell_keeps_its_row_back_and_is_named_and_coloured() -> None:
    of = survey()
    content = filled(of, GOOD, ["4", "5", *["4"] * 7, "seratus tahun"], ["baik", *["4"] * 8])
    batch = take_papers(of, "kertas.xlsx", content, actor=typist())
    assert (batch.taken, batch.kept) == (1, 2)
    sentences = [" ".join(row.reasons) for row in batch.rows.filter(outcome="kept")]
    assert "kolom Sistem, Mekanisme, dan Prosedur: Tulis angka 1 sampai 4." in sentences[0]
    assert "kolom Umur: Pilih salah satu yang tersedia, atau kosongkan." in sentences[0]
    assert "kolom Persyaratan: Tulis angka 1 sampai 4." in sentences[1]
    page = browser_of(typist()).get(reverse("survey-papers-copy", args=[of.key, batch.pk]))
    sheet = openpyxl.load_workbook(io.BytesIO(page.content))["Formulir"]
    coloured = [cell.value for row in sheet.iter_rows() for cell in row if cell.fill.fgColor.rgb == "00FFC7CE"]
    assert {5, "seratus tahun", "baik"} <= set(coloured)


def test_the_same_file_is_one_and_a_mended_file_adds_only_what_was_kept_back() -> None:
    of = survey()
    first = filled(of, GOOD, ["9", *["4"] * 8])
    assert take_papers(of, "a.xlsx", first, actor=typist()) == take_papers(of, "b.xlsx", first, actor=typist())
    assert Answer.objects.count() == 1
    mended = take_papers(of, "a.xlsx", filled(of, GOOD, ["3", *["4"] * 8]), actor=typist())
    assert (mended.taken, mended.kept, mended.facts["known"]) == (2, 0, 1)
    assert "tidak diubah" in mended.rows.earliest("pk").notes[-1]
    assert sorted(one.marks["requirements"] for one in Answer.objects.all()) == [3, 4]


OTHERS = [
    ["1"] * 9,
    [*GOOD, "25–39 tahun"],
    [*GOOD, *[""] * 4, "Loket dua (contoh)"],
    [*GOOD, *[""] * 5, "Lama (contoh)"],
]


@pytest.mark.parametrize("other", OTHERS, ids=["marks", "profile", "desk", "comment"])
def test_another_form_under_a_number_that_is_kept_is_not_lost_but_held_back(other: list[str]) -> None:
    of = survey(desks=["Loket dua (contoh)"])
    take_papers(of, "loket-a.xlsx", filled(of, GOOD), actor=typist())
    batch = take_papers(of, "loket-b.xlsx", filled(of, other), actor=typist())
    assert (batch.taken, batch.kept) == (0, 1)
    assert "kolom Nomor formulir: Nomor ini sudah dipakai formulir lain" in batch.rows.get().reasons[0]
    renumbered = take_papers(of, "loket-b.xlsx", numbered(of, ["B-1", *other]), actor=typist())
    assert (renumbered.taken, renumbered.facts["known"], Answer.objects.count()) == (1, 0, 2)


def test_a_form_without_its_number_is_held_back_since_nothing_would_tell_it_from_the_next() -> None:
    of = survey()
    batch = take_papers(of, "a.xlsx", numbered(of, ["", *GOOD], ["2", *GOOD]), actor=typist())
    assert (batch.taken, batch.kept) == (1, 1)
    assert "Nomor formulir" in " ".join(batch.rows.get(outcome="kept").reasons)


def test_who_may_and_when() -> None:
    of = survey()
    with pytest.raises(NotAllowed):
        take_papers(of, "a.xlsx", filled(of, GOOD), actor=stranger())
    with pytest.raises(NotNow, match="belum berisi formulir"):
        take_papers(of, "a.csv", b"nama;alamat\nSiti;Kebumen\n", actor=typist())
    close(of, actor=keeper())
    with pytest.raises(NotNow):
        take_papers(of, "a.xlsx", b"", actor=typist())


def test_the_page_tells_what_became_of_it_and_nobody_elses_page_lists_it() -> None:
    of = survey()
    browser, address = browser_of(typist()), reverse("survey-papers-file", args=[of.key])
    assert "Pilih dahulu berkasnya" in browser.post(address).content.decode()
    given = SimpleUploadedFile("kertas.xlsx", filled(of, GOOD, ["7", *["4"] * 8]))
    page = browser.post(address, {"file": given}, follow=True).content.decode()
    assert "1 formulir baru, 0 sudah ada, 1 ditahan" in page
    assert "Tulis angka 1 sampai 4." in page
    assert Batch.objects.count() == 1
    assert not batches_visible_to(someone(Role.Kind.SECRETARY)).exists()
