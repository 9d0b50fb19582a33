"""Files made to harm come in through the pages: each is refused with its sentence, and nothing of it is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.html import escape

from selaras.background import work_off
from selaras.exposure.models import Finding, Report, SeenHost, System
from selaras.intake.models import Batch
from tests.engines.findings.test_hostile_files import HOSTILE
from tests.engines.tabular.test_bad_files import zipped
from tests.exposure.room import agencies, chief
from tests.people.persons import browser_of

SCANS, FILES = "/meja/keamanan/pindaian/", "/meja/keamanan/berkas/"
AT_ONCE = (
    "billion laughs",
    "external entity",
    "external parameter entity",
    "quadratic growth",
    "100 levels of XML",
    "100 levels of JSON",
    "zip bomb",
    "zip bomb that begins as a report",
    "YAML of aliases of aliases",
    "a picture",
)
LATER = ("a million levels of XML", "a million levels of JSON", "noise")


def posted(path: str, content: bytes, name: str) -> Any:
    return browser_of(chief()).post(path, {"file": SimpleUploadedFile(name, content)})


def files_kept() -> list[Path]:
    return [one for one in Path(settings.MEDIA_ROOT).rglob("*") if one.is_file()]


@pytest.mark.django_db
@pytest.mark.parametrize("name", AT_ONCE)
def test_it_is_refused_beside_the_field(name: str) -> None:
    agencies()
    answer = posted(SCANS, HOSTILE[name](), "laporan.xml")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'class="field-error" id="file_error"' in page
    assert "root:" not in page  # what the entity names is read nowhere
    assert not Report.objects.exists()
    assert not files_kept()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", LATER)
def test_a_large_one_is_refused_in_the_background_and_tells_why_on_its_page(name: str) -> None:
    agencies()
    content = HOSTILE[name]()
    assert len(content) > 2 * 1024 * 1024
    answer = posted(SCANS, content, "laporan.xml")
    assert "sedang dibaca" in browser_of(chief()).get(answer.headers["Location"]).content.decode()
    work_off("test")
    page = browser_of(chief()).get(answer.headers["Location"]).content.decode()
    assert "Laporan ini ditolak" in page
    assert escape(Report.objects.get().words) in page
    assert not Finding.objects.exists()
    assert not SeenHost.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "made",
    [
        lambda: zipped(xl__workbook_xml=b"<w/>", xl__worksheets__sheet1_xml=b"0" * 70_000_000),
        lambda: zipped(
            xl__workbook_xml=b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook>&a;</workbook>'
        ),
        lambda: b"PK\x03\x04 cut",
    ],
    ids=["zip bomb", "external entity", "cut"],
)
def test_a_workbook_of_systems_is_refused_as_well(made: Callable[[], bytes]) -> None:
    agencies()
    answer = posted(FILES, made(), "sistem.xlsx")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'class="field-error" id="file_error"' in page
    assert "root:" not in page
    assert not Batch.objects.exists()
    assert not System.objects.exists()
