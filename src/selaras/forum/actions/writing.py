"""Writing the documents of a decision, into a folder and into the site's own store."""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from selaras.audit.actions import Actor, record
from selaras.forum.deciding import Progress, quiet
from selaras.forum.errors import NotReady
from selaras.forum.exports import ballots, decision_list, forms, signature_sheet, summary
from selaras.forum.exports import record as agreement
from selaras.forum.exports.report import Report, report
from selaras.forum.models import Decision, Document, Forum


def write(decision: Decision, out: Path | None, *, actor: Actor, progress: Progress = quiet) -> list[Document]:
    """Write every document of a decision; what was written of it before is replaced, unless it was signed.

    `out` gets a copy of each file under its own name, whole or not at all.
    """
    if decision.signatures.filter(withdrawn_at=None).exists():
        return _signed_before(decision, out)
    material = report(decision)
    written = []
    for title, name, content in _files(material, progress):
        if out is not None:
            place(out / name, content)
        written.append((title, name, content))
    return _keep(decision, written, actor=actor)


def _signed_before(decision: Decision, out: Path | None) -> list[Document]:
    """What was signed stays as it is, byte by byte."""
    documents = list(decision.documents.all())
    if out is not None:
        for document in documents:
            with document.file.open("rb") as kept:
                place(out / PurePosixPath(document.file.name or "").name, kept.read())
    return documents


def _files(material: Report, progress: Progress) -> Iterator[tuple[str, str, bytes]]:
    progress("Menulis berita acara")
    content = agreement.content(material)
    with ThreadPoolExecutor(max_workers=1) as beside:  # setting the record takes as long as all the rest together
        pdf = beside.submit(agreement.as_pdf, content)
        tables = list(_tables(material, progress))
        yield "Berita acara kesepakatan (PDF)", "berita-acara.pdf", pdf.result()
    # Only now, since either form of the record takes much memory while it is made.
    yield "Berita acara kesepakatan (dapat disunting)", "berita-acara.docx", agreement.as_docx(content)
    yield from tables


def _tables(material: Report, progress: Progress) -> Iterator[tuple[str, str, bytes]]:
    progress("Menulis daftar keputusan dan tabel")
    yield "Ringkasan satu halaman", "ringkasan.html", summary.as_html(material)
    yield "Daftar keputusan (XLSX)", "daftar-keputusan.xlsx", decision_list.as_workbook(material)
    yield "Daftar keputusan (CSV)", "daftar-keputusan.csv", decision_list.as_csv(material)
    yield "Tabel T-C.31 Review rancangan awal RKPD", "tabel-t-c-31.xlsx", forms.t_c_31(material)
    yield "Tabel T-C.32 Usulan para pemangku kepentingan", "tabel-t-c-32.xlsx", forms.t_c_32(material)
    yield "Tabel T-C.33 Rencana dan prakiraan maju", "tabel-t-c-33.xlsx", forms.t_c_33(material)
    yield "Tabel T-D.4 Prioritas kecamatan", "tabel-t-d-4.xlsx", forms.t_d_4(material)
    yield "Keputusan untuk dihitung ulang", "decision.json", zlib.decompress(bytes(material.decision.document))
    if election := ballots.as_pabulib(material):
        yield "Suara peserta dalam format Pabulib", "suara.pb", election


def place(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.write_bytes(content)
    draft.replace(path)


@transaction.atomic
def _keep(decision: Decision, written: list[tuple[str, str, bytes]], *, actor: Actor) -> list[Document]:
    Forum.objects.select_for_update().get(pk=decision.forum_id)
    if decision.signatures.filter(withdrawn_at=None).exists():
        raise NotReady("Keputusan ini baru saja ditandatangani, jadi dokumennya tidak diganti.")
    old = [str(document.file) for document in decision.documents.all()]
    decision.documents.all().delete()
    documents = []
    for position, (title, name, content) in enumerate(written, 1):
        document = Document(
            decision=decision,
            position=position,
            title=title,
            size=len(content),
            digest=hashlib.sha256(content).hexdigest(),
        )
        path = document.file.field.generate_filename(document, name)
        if default_storage.exists(path):
            document.file.name = path  # the same content, kept before
        else:
            document.file.save(name, ContentFile(content), save=False)
        documents.append(document)
    Document.objects.bulk_create(documents)
    detail = {document.title: document.digest for document in documents}
    record("forum.documents_written", actor=actor, subject=decision.forum.slug, detail=detail)
    transaction.on_commit(lambda: _discard(old, {str(document.file) for document in documents}))
    return documents


def _discard(old: list[str], kept: set[str]) -> None:
    for name in old:
        if name not in kept:
            default_storage.delete(name)


SHEET, SHEET_NAME, SHEET_POSITION = "Lembar tanda tangan (PDF)", "lembar-tanda-tangan.pdf", 100


@transaction.atomic
def write_sheet(decision: Decision) -> Document:
    """Write the sheet that lists the signatures, beside the documents that they sign; an earlier one is replaced."""
    discard_sheet(decision)
    content = agreement.as_pdf(signature_sheet.content(decision), "signatures.typ")
    document = Document(
        decision=decision,
        position=SHEET_POSITION,
        title=SHEET,
        size=len(content),
        digest=hashlib.sha256(content).hexdigest(),
        tells_signatures=True,
    )
    document.file.save(SHEET_NAME, ContentFile(content), save=False)
    document.save()
    return document


def discard_sheet(decision: Decision) -> None:
    """Take the sheet away: it tells of signatures that no longer stand, or not of all."""
    sheets = decision.documents.filter(tells_signatures=True)
    old = [str(document.file) for document in sheets]
    sheets.delete()
    transaction.on_commit(lambda: _discard(old, set()))
