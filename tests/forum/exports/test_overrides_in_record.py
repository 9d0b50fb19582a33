"""What the forum decided against the rule stands in both forms of the record, with its reason."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import docx
import pypdf
import pytest

from selaras.forum.actions import Wish, decide, override
from selaras.forum.exports import record as agreement
from selaras.forum.exports.report import report
from selaras.forum.models import Proposal
from tests.forum.small_forum import actor, ready
from tests.people.persons import secretary

pytestmark = pytest.mark.django_db
BECAUSE = "Jalan itu satu-satunya jalan ke puskesmas."


def _set(record: dict[str, Any]) -> str:
    return " ".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(agreement.as_pdf(record))).pages)


def _written(record: dict[str, Any]) -> str:
    written = docx.Document(BytesIO(agreement.as_docx(record)))
    cells = (cell.text for table in written.tables for row in table.rows for cell in row.cells)
    return " ".join([*(paragraph.text for paragraph in written.paragraphs), *cells])


@pytest.mark.parametrize("form", [_set, _written])
def test_overrides_are_told_where_there_are_any(form: Callable[[dict[str, Any]], str]) -> None:
    forum, because = ready(), " ".join(BECAUSE.split())
    before = form(agreement.content(report(decide(forum, actor=actor()))))
    override(Proposal.objects.get(number="U-2"), Wish("fund", BECAUSE), actor=secretary())
    after = form(agreement.content(report(decide(forum, actor=actor()))))
    assert ["Di luar aturan itu" in text for text in (before, after)] == [False, True]
    assert because in " ".join(after.replace("-\n", "").split())
