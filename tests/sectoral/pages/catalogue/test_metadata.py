"""The metadata forms of a dataset that is out: everybody takes them as a file, where any is filled in."""

from __future__ import annotations

import io
import json
from datetime import timedelta

import openpyxl
import pytest
from django.test import Client
from django.utils import timezone

from selaras.sectoral.actions.filling_in import fill_in
from selaras.sectoral.actions.releasing import embargo, release
from selaras.sectoral.models import Metadata
from tests.sectoral.metadata import VARIABLE, filled_in
from tests.sectoral.room import CODE, handed_in, out, producer, room, steward

pytestmark = pytest.mark.django_db
KINDS = ("pdf", "xlsx", "json")
TOLD = "Metadata statistik</h3>"


def taken(kind: str, **headers: str) -> tuple[int, bytes]:
    answer = Client().get(f"/data/{CODE}/metadata.{kind}", headers=headers)
    return answer.status_code, b"".join(answer) if answer.streaming else answer.content


def shown() -> str:
    return " ".join(Client().get(f"/data/{CODE}/").content.decode().split())


def test_the_page_says_which_forms_there_are_and_leads_to_their_files() -> None:
    dataset = room()
    filled_in(dataset)
    fill_in(dataset, Metadata.Form.VARIABLE, "laki", VARIABLE, actor=producer())
    out(dataset)
    page = shown()
    assert f'{TOLD}<p lang="id">MS-Keg, 2 MS-Var, 1 MS-Ind</p>' in page
    for kind in KINDS:
        assert f'href="/data/{CODE}/metadata.{kind}"' in page


def test_each_file_holds_the_forms_that_hold() -> None:
    dataset = room()
    filled_in(dataset)
    changed = VARIABLE | {"definition": "Desa menurut batas tahun lalu."}
    fill_in(dataset, Metadata.Form.VARIABLE, "desa", changed, over=1, actor=producer())
    out(dataset)
    told = json.loads(taken("json")[1])
    assert [(one["form"], one["edition"]) for one in told["forms"]] == [("MS-Keg", 1), ("MS-Var", 2), ("MS-Ind", 1)]
    assert "batas tahun lalu" in str(told)
    assert openpyxl.load_workbook(io.BytesIO(taken("xlsx")[1])).sheetnames == ["MS-Keg", "MS-Var", "MS-Ind"]
    assert taken("pdf")[1].startswith(b"%PDF-")


def test_what_one_has_already_does_not_travel_again_until_a_form_changes() -> None:
    dataset = room()
    filled_in(dataset)
    out(dataset)
    etag = Client().get(f"/data/{CODE}/metadata.json")["ETag"]
    assert taken("json", **{"if-none-match": etag}) == (304, b"")
    fill_in(dataset, Metadata.Form.VARIABLE, "laki", VARIABLE, actor=producer())
    assert taken("json", **{"if-none-match": etag})[0] == 200


def test_where_no_form_is_filled_in_there_is_nothing_to_take() -> None:
    out(room())
    assert TOLD not in shown()
    for kind in (*KINDS, "exe"):
        assert taken(kind)[0] == 404, kind


def test_before_the_embargo_ends_nobody_takes_them() -> None:
    dataset = room()
    filled_in(dataset)
    hidden = embargo(handed_in(dataset), timezone.localdate() + timedelta(1), actor=steward())
    for deed in (lambda: None, lambda: release(hidden, actor=steward())):
        deed()
        for kind in KINDS:
            assert taken(kind)[0] == 404, kind
