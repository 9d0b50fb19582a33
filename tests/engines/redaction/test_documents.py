"""What stays of a document when changes are accepted and words are covered."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import pairwise

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.engines.redaction import inspect, release
from tests.engines.redaction.invented import NIK, PHONE
from tests.engines.redaction.office_files import document

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_BY = 'w:id="1" w:author="Penyunting Contoh"'


def _paragraphs(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs[2:]]


def _body(*paragraphs: str) -> Callable[[Document], None]:
    def change(one: Document) -> None:
        for xml in paragraphs:
            one.element.body.insert(len(one.element.body) - 1, parse_xml(xml.replace("<w:p>", f"<w:p {_W}>", 1)))

    return change


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


CHANGES = [
    ("deleted", [f'<w:p>{_run("Satu ")}<w:del {_BY}><w:r><w:delText>lama</w:delText></w:r></w:del>{_run("dua")}</w:p>'],
     ["Satu dua"]),
    ("inserted", [f'<w:p>{_run("Satu ")}<w:ins {_BY}>{_run("baru ")}</w:ins>{_run("dua")}</w:p>'], ["Satu baru dua"]),
    ("inserted and deleted again", [
        f'<w:p>{_run("Satu")}<w:ins {_BY}><w:del {_BY}><w:r><w:delText>x</w:delText></w:r></w:del></w:ins></w:p>'
    ], ["Satu"]),
    ("moved", [
        f'<w:p><w:moveFrom {_BY}>{_run("pindah")}</w:moveFrom>{_run("a")}</w:p>',
        f'<w:p>{_run("b ")}<w:moveTo {_BY}>{_run("pindah")}</w:moveTo></w:p>',
    ], ["a", "b pindah"]),
    ("end of a paragraph deleted", [
        f'<w:p><w:pPr><w:rPr><w:del {_BY}/></w:rPr></w:pPr>{_run("Satu ")}</w:p>', f'<w:p>{_run("dua")}</w:p>'
    ], ["Satu dua"]),
    ("form changed", [
        f'<w:p><w:pPr><w:jc w:val="left"/><w:pPrChange {_BY}><w:pPr/></w:pPrChange></w:pPr>{_run("Satu")}</w:p>'
    ], ["Satu"]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "paragraphs", "left"), CHANGES, ids=[one[0] for one in CHANGES])
def test_changes_are_accepted(name: str, paragraphs: list[str], left: list[str]) -> None:
    content = document(_body(*paragraphs))
    assert inspect("a.docx", content).findings != ()
    copy = release("a.docx", content).content
    assert _paragraphs(copy) == left
    assert b"Penyunting" not in copy


def test_a_number_that_only_the_accepted_text_has_is_covered_too() -> None:
    """Deleted words stood between its halves."""
    halves = (
        f"<w:p>{_run('NIK ' + NIK[:8])}<w:del {_BY}><w:r><w:delText>x</w:delText></w:r></w:del>{_run(NIK[8:])}</w:p>"
    )
    assert _paragraphs(release("a.docx", document(_body(halves))).content) == ["NIK [disamarkan]"]


@settings(max_examples=25)
@given(st.lists(st.integers(1, len(NIK) - 1), max_size=5), st.sampled_from(["", "Hadir: ", f"HP {PHONE}, "]))
def test_a_number_is_covered_however_it_is_cut_into_runs(cuts: list[int], before: str) -> None:
    edges = [0, *sorted(set(cuts)), len(NIK)]

    def change(one: Document) -> None:
        paragraph = one.add_paragraph(before)
        for start, end in pairwise(edges):
            paragraph.add_run(NIK[start:end]).bold = start % 2 == 0
        paragraph.add_run(" selesai")

    (text,) = _paragraphs(release("a.docx", document(change)).content)
    assert text == f"{before.replace(PHONE, '[disamarkan]')}[disamarkan] selesai"
