"""A file of the publication list goes out only as the copy that a person decided about."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from selaras.disclosure.actions.attaching import attach_file, drop_item_file, release_item_file
from selaras.disclosure.actions.publishing import undo_edition
from selaras.disclosure.errors import NotAllowed, NotNow
from selaras.disclosure.publication import standing_of
from tests.disclosure.network import agency, at_desk, network
from tests.disclosure.publication.items import an_item_of

pytestmark = pytest.mark.django_db
NIK = "3305226501900001"


@pytest.fixture(autouse=True)
def _own_media(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


def workbook(*cells: str) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(cells)
    book.properties.creator = ""
    book.save(file := io.BytesIO())
    return file.getvalue()


def test_what_was_found_is_taken_out_of_the_copy(today: Callable[[date], None]) -> None:
    body = network()
    desk = at_desk(body)
    today(date(2020, 1, 14))
    item = an_item_of(body)
    file = attach_file(item, "daftar.xlsx", workbook("Penerima (contoh)", NIK), actor=desk)
    item.refresh_from_db()
    assert (item.file, file.released_at) == (None, None)
    assert [one.waiting for one in standing_of(body, date(2020, 1, 14)).entries if one.waiting] == [file]
    release_item_file(file, (), actor=desk)
    item.refresh_from_db()
    assert item.file == file
    assert item.file is not None
    with item.file.released.open("rb") as copy:
        shown = openpyxl.load_workbook(copy)
    assert NIK not in str(list(shown.active.values))  # type: ignore[union-attr]
    undo_edition(item.editions.latest("number"), actor=desk)
    item.refresh_from_db()
    assert item.file is None


def test_what_stays_in_needs_a_reason(today: Callable[[date], None]) -> None:
    body = network()
    today(date(2020, 1, 14))
    file = attach_file(an_item_of(body), "daftar.xlsx", workbook(NIK), actor=at_desk(body))
    every = [one["id"] for one in file.findings]
    with pytest.raises(NotNow, match="mengapa"):
        release_item_file(file, every, actor=at_desk(body))
    assert release_item_file(file, every, "Nomor contoh.", actor=at_desk(body)).kept == sorted(every)


def test_the_same_file_twice_is_one_and_can_be_dropped(today: Callable[[date], None]) -> None:
    body = network()
    desk = at_desk(body)
    today(date(2020, 1, 14))
    item = an_item_of(body)
    file = attach_file(item, "daftar.xlsx", content := workbook(NIK), actor=desk)
    assert attach_file(item, "daftar.xlsx", content, actor=desk) == file
    drop_item_file(file, actor=desk)
    assert not any(one.waiting for one in standing_of(body, date(2020, 1, 14)).entries)
    with pytest.raises(NotNow, match="dibuang"):
        release_item_file(file, (), actor=desk)
    assert attach_file(item, "daftar.xlsx", content, actor=desk).dropped_at is None


def test_only_the_desk_takes_files_in(today: Callable[[date], None]) -> None:
    body = network()
    today(date(2020, 1, 14))
    with pytest.raises(NotAllowed):
        attach_file(an_item_of(body), "daftar.xlsx", workbook(NIK), actor=at_desk(agency()))
