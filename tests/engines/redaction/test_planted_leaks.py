"""Every leak that was planted is found, nothing else is, and the released copy has lost it, whoever opens it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from selaras.engines.redaction import Kind, inspect, release
from tests.engines.redaction.other_tools import all_text, exiftool, need
from tests.engines.redaction.planted_docx import planted_documents
from tests.engines.redaction.planted_docx_behind import documents_with_something_behind
from tests.engines.redaction.planted_pdf import planted_pdfs
from tests.engines.redaction.planted_pdf_carried import carrying_pdfs
from tests.engines.redaction.planted_pdf_pictures import pdfs_with_pictures
from tests.engines.redaction.planted_pictures import planted_pictures
from tests.engines.redaction.planted_xlsx import planted_workbooks
from tests.engines.redaction.planted_xlsx_behind import workbooks_with_something_behind
from tests.engines.redaction.planting import Planted

_SEPARATORS = str.maketrans("", "", " .-\n\t")


@pytest.fixture(scope="module")
def planted() -> list[Planted]:
    return [
        *planted_pdfs(),
        *carrying_pdfs(),
        *pdfs_with_pictures(),
        *planted_workbooks(),
        *workbooks_with_something_behind(),
        *planted_documents(),
        *documents_with_something_behind(),
        *planted_pictures(),
    ]


@pytest.fixture(scope="module")
def released(planted: list[Planted]) -> dict[str, bytes]:
    return {one.name: release(one.name, one.content).content for one in planted}


def test_the_set_is_large_and_of_every_kind(planted: list[Planted]) -> None:
    assert len(planted) >= 130
    assert max(Counter(one.name for one in planted).values()) == 1
    assert {kind for one in planted for kind in one.kinds} == set(Kind)


def test_each_leak_is_found_and_nothing_else(planted: list[Planted]) -> None:
    found = {one.name: {finding.kind for finding in inspect(one.name, one.content).findings} for one in planted}
    assert found == {one.name: one.kinds for one in planted}


def test_the_secrets_are_in_the_files_before(planted: list[Planted]) -> None:
    """Else the next test could not fail."""
    need("pdftotext")
    read = {
        one.name: all_text(one.name, one.content) for one in planted if not one.name.endswith((".jpg", ".png", ".webp"))
    }
    seen = [one.name for one in planted if one.name in read and any(secret in read[one.name] for secret in one.secrets)]
    assert len(seen) >= 60


def test_no_other_program_reads_a_secret_in_a_released_file(planted: list[Planted], released: dict[str, bytes]) -> None:
    need("pdftotext")
    left = []
    for one in planted:
        read = all_text(one.name, released[one.name])
        plain = read.translate(_SEPARATORS)
        left += [(one.name, secret) for secret in one.secrets if len(secret) > 3 and secret in read]
        digits = [secret.translate(_SEPARATORS) for secret in one.secrets]
        left += [
            (one.name, secret) for secret in digits if len(secret) == 16 and secret.isdecimal() and secret in plain
        ]
    assert left == []


def test_exiftool_reads_nothing_of_anyone(planted: list[Planted], released: dict[str, bytes], tmp_path: Path) -> None:
    need("exiftool")
    for name, content in released.items():
        (tmp_path / name).write_bytes(content)
    told = exiftool(tmp_path)
    assert set(told) == set(released)
    left = [(one.name, secret) for one in planted for secret in one.secrets if secret in str(told[one.name])]
    assert left == []
    pictures = {name: tags for name, tags in told.items() if name.endswith((".jpg", ".png", ".webp"))}
    personal = {
        name: [key for key in tags if key.startswith(("GPS", "XMP", "IPTC", "IFD1"))] for name, tags in pictures.items()
    }
    assert {name: keys for name, keys in personal.items() if keys} == {}


def test_a_released_copy_is_clean_and_released_again_as_it_is(released: dict[str, bytes]) -> None:
    found = {name: [one.sentence for one in inspect(name, content).findings] for name, content in released.items()}
    assert {name: sentences for name, sentences in found.items() if sentences} == {}
