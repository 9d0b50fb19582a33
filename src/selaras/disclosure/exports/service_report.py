"""The yearly service report of Pasal 12 UU 14/2008: what the office tells, and figures with their method."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.utils import translation

from selaras.disclosure.exports.figure_words import blocks_by_body, objection_blocks, request_blocks, summary
from selaras.disclosure.exports.method import METHOD
from selaras.disclosure.exports.setting import set_document
from selaras.disclosure.models import Officer, PublicBody, ReportText, Training
from selaras.disclosure.statistics import Figures, figures
from selaras.documents import word
from selaras.documents.blocks import Block, Facts, Heading, Paragraph, table
from selaras.engines.indonesian.wording import long_date, number, plain_date
from selaras.government.queries import parameter

SYNTHETIC = "DATA CONTOH – permohonan di sini dibuat oleh program, bukan permohonan sungguhan."
Section = ReportText.Section
_UNWRITTEN = "Bagian ini belum ditulis."
_BEFORE = (Section.POLICY, Section.STRUCTURE, Section.FACILITIES, Section.STAFF, Section.BUDGET)
_AFTER = (Section.OBSTACLES_INSIDE, Section.OBSTACLES_OUTSIDE, Section.RECOMMENDATIONS, Section.CLOSING)


@dataclass(frozen=True)
class Report:
    """One report, whole, as words ready to be set."""

    warning: str
    title: str
    name: str
    year: str
    as_of: str
    summary: str
    blocks: list[Block]


@translation.override("id")  # what is printed is Indonesian, whoever asks for it
def report(year: int, on: date, body: PublicBody | None = None) -> Report:
    """Of one body, or of the whole network. A constant number of queries, whatever the number of requests."""
    told = figures(year, on, body)
    basis = parameter("disclosure.service_report", on)
    name = body.name if body else _network_name()
    return Report(
        warning=SYNTHETIC if told.synthetic else "",
        title="Laporan Layanan Informasi Publik",
        name=name,
        year=str(year),
        as_of=f"Keadaan {long_date(on)}. Dasar: {basis.legal_basis}; disampaikan paling lambat {basis.value} bulan "
        "sesudah tahun berakhir.",
        summary=summary(told),
        blocks=list(_blocks(told, body)),
    )


def _network_name() -> str:
    main = PublicBody.objects.filter(kind=PublicBody.Kind.MAIN).select_related("region").first()
    return f"Jaringan PPID {main.region.name}" if main and main.region else "Jaringan PPID"


def _blocks(told: Figures, body: PublicBody | None) -> Iterator[Block]:
    texts = dict(ReportText.objects.filter(body=body, year=told.year).values_list("section", "text"))
    for at, section in enumerate(_BEFORE, 1):
        yield Heading(f"{at}. {section.label}")
        known = list(_facts_of(section, told.year, body))
        yield from known
        if not known or texts.get(section):
            yield from _paragraphs(texts.get(section, ""))
    at = len(_BEFORE) + 1
    yield Heading(f"{at}. Permohonan informasi")
    yield from request_blocks(told)
    if body is None:
        yield from blocks_by_body(told)
    yield Heading(f"{at + 1}. Keberatan dan sengketa")
    yield from objection_blocks(told)
    for place, section in enumerate(_AFTER, at + 2):
        yield Heading(f"{place}. {section.label}")
        yield from _paragraphs(texts.get(section, ""))
    yield Heading("Cara menghitung")
    yield from (Paragraph(str(sentence)) for sentence in METHOD)


def _paragraphs(text: str) -> Iterator[Block]:
    written = [part.strip() for part in text.split("\n") if part.strip()]
    yield from (Paragraph(part) for part in written or [_UNWRITTEN])


def _facts_of(section: str, year: int, body: PublicBody | None) -> Iterator[Block]:
    """What the system itself knows of a section."""
    if section == Section.STRUCTURE:
        yield from _structure(year, body)
    elif section == Section.STAFF:
        held = Training.objects.filter(held_on__year=year)
        trained = (
            (held.filter(body=body) if body else held).order_by("held_on").values_list("held_on", "title", "attended")
        )
        if rows := [(plain_date(day), title, number(many)) for day, title, many in trained[:50]]:
            yield table(("Tanggal", "Pelatihan", "Peserta"), rows, wordy=True)


def _structure(year: int, body: PublicBody | None) -> Iterator[Block]:
    if body is None:
        formed = PublicBody.objects.exclude(decree="").count()
        yield Paragraph(
            f"Jaringan terdiri atas {number(PublicBody.objects.count())} badan publik; {number(formed)} di antaranya "
            "sudah mencatat surat keputusan pembentukan PPID."
        )
        return
    when = f", {plain_date(body.decree_date)}" if body.decree_date else ""
    posts = dict(Officer.Post.choices)
    end, begin = date(year, 12, 31), date(year, 1, 1)
    officers = body.officers.exclude(since__gt=end).exclude(until__lt=begin)
    rows = [("Surat keputusan", f"{body.decree}{when}" if body.decree else "belum dicatat")]
    rows += [(posts[one.post], ", ".join(filter(None, (one.name, one.position)))) for one in officers]
    yield Facts(tuple((label[:1].upper() + label[1:], words) for label, words in rows))


def as_pdf(told: Report) -> bytes:
    """Raises DisclosureError where the office's own layout cannot be set."""
    return set_document("service_report", vars(told), told.blocks)


def as_docx(told: Report) -> bytes:
    page = word.blank()
    if told.warning:
        word.write_line(page, told.warning, size=8, bold=True, colour=word.WARNING)
    word.write_line(page, told.title, size=18, bold=True, colour=word.INK)
    word.write_line(page, f"{told.name}\nTahun {told.year}", size=13)
    word.write_line(page, told.as_of, size=9)
    word.write_rule(page)
    word.write_blocks(page, [Paragraph(told.summary), *told.blocks])
    return word.as_bytes(page)
