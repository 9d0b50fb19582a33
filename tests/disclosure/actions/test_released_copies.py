"""What goes out by the real deed lacks what was planted, whoever opens it; and its name tells of nobody either."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest
from pytest_django import Settings

from selaras.disclosure.actions.checking import accept
from selaras.disclosure.actions.releasing import add_file, release_file
from selaras.disclosure.models import Request
from tests.disclosure.network import asked, at_desk, network
from tests.engines.redaction.invented import NIK
from tests.engines.redaction.office_files import workbook
from tests.engines.redaction.other_tools import all_text, exiftool, need
from tests.engines.redaction.planted_docx import planted_documents
from tests.engines.redaction.planted_docx_behind import documents_with_something_behind
from tests.engines.redaction.planted_pdf_carried import carrying_pdfs
from tests.engines.redaction.planted_pictures import planted_pictures
from tests.engines.redaction.planted_xlsx import planted_workbooks
from tests.engines.redaction.planted_xlsx_behind import workbooks_with_something_behind
from tests.engines.redaction.planting import Planted

pytestmark = pytest.mark.django_db


@pytest.fixture
def case(settings: Settings, tmp_path: Path) -> Request:
    settings.MEDIA_ROOT = tmp_path
    body = network()
    return accept(asked(body), actor=at_desk(body))


def sample() -> Iterator[Planted]:
    """Of every kind of file a few; the engine's own tests go through all."""
    sets = (
        carrying_pdfs(),
        planted_workbooks(),
        workbooks_with_something_behind(),
        planted_documents(),
        documents_with_something_behind(),
        planted_pictures(),
    )
    return chain.from_iterable(list(one)[:4] for one in sets)


def test_the_copy_lacks_what_was_planted(case: Request, tmp_path_factory: pytest.TempPathFactory) -> None:
    need("pdftotext"), need("exiftool")
    desk, folder, left = at_desk(case.body), tmp_path_factory.mktemp("copies"), []
    planted = list(sample())
    for one in planted:
        file = add_file(case, one.name, one.content, actor=desk)
        assert {found["kind"] for found in file.findings} == {kind.name.lower() for kind in one.kinds}
        with release_file(file, (), actor=desk).released.open("rb") as released:
            copy = released.read()
        (folder / one.name).write_bytes(copy)
        left += [(one.name, secret) for secret in one.secrets if len(secret) > 3 and secret in all_text(one.name, copy)]
    told = exiftool(folder)
    left += [(one.name, secret) for one in planted for secret in one.secrets if secret in str(told[one.name])]
    assert left == []


def test_the_name_of_the_copy_tells_of_nobody_unless_that_was_decided(case: Request) -> None:
    desk, name = at_desk(case.body), f"KTP_{NIK}.xlsx"
    file = release_file(add_file(case, name, workbook(), actor=desk), (), actor=desk)
    assert file.public_name == "KTP disamarkan.xlsx"
    kept = release_file(file, [one["id"] for one in file.findings], "Pemiliknya setuju.", actor=desk)
    assert kept.public_name == name
