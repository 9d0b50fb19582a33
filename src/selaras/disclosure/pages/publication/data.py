"""The publication lists as open data with the columns of the regulation, and the files of their items."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from selaras.disclosure import queries
from selaras.disclosure.masking import masked
from selaras.disclosure.models import Item
from selaras.disclosure.models.files import CheckedFile
from selaras.disclosure.pages.publication.searching import ItemSearch
from selaras.engines.tabular.streams import Cells, csv_lines, json_lines

# Names are those of the publication list (DIP) in the order of its form.
COLUMNS = (
    "no",
    "badan",
    "kode_badan",
    "kategori",
    "judul",
    "ringkasan",
    "unit_yang_menguasai",
    "penanggung_jawab",
    "waktu_pembuatan",
    "tempat_pembuatan",
    "bentuk",
    "jangka_waktu_simpan",
    "tautan",
    "halaman",
    "diperbarui",
    "diperiksa",
    "ditarik",
)


@require_safe
def csv_file(request: HttpRequest) -> StreamingHttpResponse:
    """The items asked for, all of them; those that were withdrawn say when."""
    return _download(csv_lines(COLUMNS, _rows(request)), "daftar-informasi.csv", "text/csv; charset=utf-8")


@require_safe
def json_file(request: HttpRequest) -> StreamingHttpResponse:
    about = {"nama": "Daftar informasi publik", "lisensi": settings.DATA_LICENCE}
    return _download(
        json_lines(about, "informasi", COLUMNS, _rows(request)), "daftar-informasi.json", "application/json"
    )


def _rows(request: HttpRequest) -> Iterator[Cells]:
    form = ItemSearch(request.GET)
    form.is_valid()
    return _cells(form.found(queries.items()).iterator())


def _cells(items: Iterable[Item]) -> Iterator[Cells]:
    for number, item in enumerate(items, 1):
        page = settings.SITE + reverse("publication-item", args=[item.pk])
        file = settings.SITE + reverse("publication-file", args=[item.pk]) if item.file_id else ""
        yield (
            number,
            item.body.name,
            item.body.code,
            item.get_category_display(),
            masked(item.title),
            masked(item.summary),
            masked(item.unit),
            masked(item.responsible),
            item.made_on,
            masked(item.made_where),
            item.get_form_display(),
            item.retention,
            file or item.link,
            page,
            item.updated_on,
            item.checked_on,
            item.withdrawn_on,
        )


def _download(lines: Iterator[str], name: str, kind: str) -> StreamingHttpResponse:
    response = StreamingHttpResponse(lines, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def item_file(request: HttpRequest, pk: int) -> FileResponse:  # noqa: ARG001 - as Django calls it
    """The released copy, always as a file to keep: the browser must not run what it holds."""
    shown = queries.items().select_related("file").filter(file__released_at__isnull=False, withdrawn_on=None)
    item = get_object_or_404(shown, pk=pk)
    assert item.file is not None  # noqa: S101 - the filter asked for one
    return released(item.file, item.title)


def released(file: CheckedFile, title: str) -> FileResponse:
    """The copy of a file that may go out, under a name that tells nobody."""
    suffix = PurePosixPath(file.released.name or "").suffix
    try:
        content = file.released.open("rb")
    except FileNotFoundError:
        raise Http404(_("Berkas ini tidak ada di tempatnya. Beri tahu meja layanan.")) from None
    kind = mimetypes.guess_type(f"berkas{suffix}")[0] or "application/octet-stream"
    name = f"{slugify(masked(title)) or 'informasi'}{suffix}"
    response = FileResponse(content, as_attachment=True, filename=name, content_type=kind)
    response["X-Content-Type-Options"] = "nosniff"
    return response
