"""A letter of a case: the head of its body, what it says, who signs; as PDF and as a DOCX to edit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm

from selaras.disclosure.exports.setting import set_document
from selaras.disclosure.links import address_of
from selaras.disclosure.models import LetterKind, Officer, PublicBody, Request
from selaras.documents import word
from selaras.documents.blocks import Block
from selaras.documents.printable import printable
from selaras.documents.typesetting import code_as_svg
from selaras.engines.indonesian.wording import long_date

SYNTHETIC = "DATA CONTOH – permohonan ini dibuat oleh program, bukan permohonan sungguhan."
_SIGNS_LINE = "( ........................................ )"  # to be filled in by hand where no officer was entered


@dataclass(frozen=True)
class Head:
    """What stands on top of a body's letters."""

    above: str
    name: str
    lines: tuple[str, ...]
    place: str


@dataclass(frozen=True)
class Recipient:
    name: str
    address: str


@dataclass(frozen=True)
class Signatory:
    office: str
    name: str
    position: str


@dataclass(frozen=True)
class Sheet:
    """One letter, whole, as words ready to be set."""

    warning: str
    head: Head
    number: str
    dated: str
    subject: str
    to: Recipient
    blocks: Sequence[Block]
    signatory: Signatory
    link: str
    link_words: str


def sheet(request: Request, kind: str, number: str, on: date, blocks: Sequence[Block], to: Recipient) -> Sheet:
    body, post = request.body, Officer.Post.HEAD
    if kind == LetterKind.SUPERIOR:
        body, post = body.superior or body, Officer.Post.SUPERIOR
    return Sheet(
        warning=SYNTHETIC if request.synthetic else "",
        head=head_of(body),
        number=number,
        dated=long_date(on),
        subject=LetterKind(kind).label,
        to=to,
        blocks=blocks,
        signatory=signatory_of(body, post, on),
        link=address_of(request),
        link_words=f"Pindai untuk membuka permohonan {request.number}.",
    )


def head_of(body: PublicBody) -> Head:
    region = body.region or (body.agency.region if body.agency else None)
    top = region
    while top and top.parent:
        top = top.parent
    reached = [
        f"Telepon {body.phone}" if body.phone else "",
        body.email,
        f"Jam layanan: {body.hours}" if body.hours else "",
    ]
    lines = tuple(line for line in (body.address, " · ".join(filter(None, reached))) if line)
    above = "" if body.kind == PublicBody.Kind.MAIN else f"Pemerintah {top.name}" if top else ""
    return Head(above, body.name, lines, region.name.removeprefix("Kabupaten ") if region else "")


def signatory_of(body: PublicBody, post: str, on: date) -> Signatory:
    """Who held the post that day; where nobody was entered, room to write."""
    holders = body.officers.filter(post=post).exclude(since__gt=on).exclude(until__lt=on)
    held = holders.order_by("-since", "-pk").first()
    office = f"{'Atasan PPID' if post == Officer.Post.SUPERIOR else 'PPID'} {body.name.removeprefix('PPID ')}"
    return Signatory(office, held.name if held else _SIGNS_LINE, held.position if held else "")


def as_pdf(letter: Sheet) -> bytes:
    """Raises DisclosureError where the office's own layout cannot be set."""
    return set_document("letter", asdict(letter), letter.blocks, code=code_as_svg(letter.link))


def as_docx(letter: Sheet) -> bytes:
    page = word.blank()
    if letter.warning:
        word.write_line(page, letter.warning, size=8, bold=True, colour=word.WARNING)
    _write_head(page, letter.head)
    told = (("Nomor", letter.number), ("Tanggal", letter.dated), ("Hal", letter.subject))
    for label, words in told:
        line = word.write_line(page, f"{label}\t: {words}", bold=label == "Hal")
        line.paragraph_format.tab_stops.add_tab_stop(Cm(2))
        line.paragraph_format.space_after = Cm(0)
    word.write_line(page, f"\nYth. {letter.to.name}\n{letter.to.address}")
    word.write_blocks(page, letter.blocks)
    _write_signature(page, letter)
    return word.as_bytes(page)


def _write_head(page: word.Page, head: Head) -> None:
    lines = [
        (head.above.upper(), 9.0, False),
        (head.name.upper(), 14.0, True),
        *((line, 9.0, False) for line in head.lines),
    ]
    for text, size, bold in lines:
        if text:
            line = word.write_line(page, text, size=size, bold=bold, colour=word.INK if bold else None)
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER
            line.paragraph_format.space_after = Cm(0)
    word.write_rule(page)


def _write_signature(page: word.Page, letter: Sheet) -> None:
    page.add_paragraph().paragraph_format.keep_with_next = True
    left, right = page.add_table(rows=1, cols=2).rows[0].cells
    left.paragraphs[0].add_run().add_picture(word.code_picture(letter.link), width=Cm(2.6))
    word.write_line(left, letter.link_words, size=8)
    who = letter.signatory
    right.paragraphs[0].add_run(printable(f"{letter.head.place}, {letter.dated}"))
    word.write_line(right, f"{who.office}\n\n")
    word.write_line(right, who.name, bold=True)
    if who.position:
        word.write_line(right, who.position, size=9)
