"""Every real report is read, and says what a person counts in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from selaras.engines.findings import read_report
from tests.engines.findings.truth import COMPONENTS, LISTED, MODELS, TRUTHS, Truth

pytestmark = pytest.mark.shared_data


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda truth: truth.file)
def test_a_report_says_what_a_person_counts(shared_data: Path, truth: Truth) -> None:
    with (shared_data / "exposure" / truth.file).open("rb") as stream:
        report = read_report(stream, truth.file)
    services = sum(len(host.services) for host in report.hosts)
    counted = (report.format, len(report.hosts), services, len(report.findings), len(report.set_aside))
    assert counted == truth[1:6], truth.note


def test_a_name_says_nothing(shared_data: Path) -> None:
    content = (shared_data / "exposure" / "nuclei" / "many_findings.json").read_bytes()
    assert read_report(content, "hasil.xml").findings == read_report(content, "").findings


def test_the_table_names_every_file(shared_data: Path) -> None:
    folder = shared_data / "exposure"
    files = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert files - {"INDEX.md"} == {truth.file for truth in TRUTHS}


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda truth: truth.file)
def test_what_a_file_lists_besides(shared_data: Path, truth: Truth) -> None:
    report = read_report((shared_data / "exposure" / truth.file).read_bytes())
    model = (len(report.model.systems), len(report.model.links)) if report.model else None
    expected = LISTED.get(truth.file, 0), COMPONENTS.get(truth.file, 0), MODELS.get(truth.file)
    assert (report.listed, len(report.components), model) == expected
