"""The files of a version: which there are and how large, and handing them out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.middleware.gzip import GZipMiddleware
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from selaras.sectoral import catalogue
from selaras.sectoral.errors import SectoralError
from selaras.sectoral.models import Version
from selaras.sectoral.pages.catalogue.asking import TableSearch
from selaras.sectoral.serving import FORMATS, csv_file, file_of, fits_a_sheet, open_table, size_of

_WRITTEN_AT_ONCE = 5_000  # rows up to which a page waits for the files, so that it can tell their size
_FOR = {
    "csv": _("untuk lembar kerja dan hampir semua program"),
    "xlsx": _("untuk Excel"),
    "json": _("untuk program"),
    "parquet": _("untuk analisis; paling ringkas, dengan jenis tiap kolom"),
}
_COMPRESSED = GZipMiddleware(lambda _request: StreamingHttpResponse())


@dataclass(frozen=True)
class Download:
    """`size` in bytes; None where the file is first written when somebody takes it."""

    suffix: str
    use: str
    size: int | None


def downloads_of(version: Version) -> list[Download]:
    """Raises TableGone."""
    assert version.check_in_force  # noqa: S101 - only what was checked is released
    small = version.check_in_force.rows <= _WRITTEN_AT_ONCE
    suffixes = [one for one in FORMATS if one != "xlsx" or fits_a_sheet(version)]
    return [
        Download(one, str(_FOR[one]), file_of(version, one).stat().st_size if small else size_of(version, one))
        for one in suffixes
    ]


@require_safe
def file(request: HttpRequest, code: str, number: int, suffix: str) -> HttpResponseBase:
    """The whole table of a version; asked again with its ETag, nothing travels."""
    version = _readable(code, number)
    assert version.check_in_force  # noqa: S101 - only what was checked has a table
    etag = f'"{version.check_in_force.table_digest}.{suffix}"'
    if unchanged := get_conditional_response(request, etag=etag):
        return unchanged
    try:
        path = file_of(version, suffix)
    except SectoralError as refused:
        raise Http404(str(refused)) from None
    return handed_out(request, path, f"{code}-v{number}.{suffix}", FORMATS[suffix], etag=etag)


def handed_out(request: HttpRequest, path: Path, name: str, media: str, *, etag: str) -> HttpResponseBase:
    """A file as a download that is asked for again each time: it may be withdrawn."""
    if unchanged := get_conditional_response(request, etag=etag):
        return unchanged
    response = FileResponse(path.open("rb"), as_attachment=True, filename=name)
    response["Content-Type"], response["ETag"] = media, etag
    response["Cache-Control"] = "no-cache"
    packed = path.suffix in (".csv", ".json")
    return _COMPRESSED.process_response(request, response) if packed else response


@require_safe
def found_file(request: HttpRequest, code: str, number: int) -> HttpResponseBase:
    """What was looked for in the table, all of it, as CSV."""
    version = _readable(code, number)
    try:
        with open_table(version) as table:
            ask = TableSearch(request.GET, table.columns).ask()
            table.count(ask)  # a wrong question is told before the first byte
        response = StreamingHttpResponse(_lines(version, request), content_type=FORMATS["csv"])
    except SectoralError as refused:
        raise Http404(str(refused)) from None
    response["Content-Disposition"] = f'attachment; filename="{code}-v{number}-saringan.csv"'
    return _COMPRESSED.process_response(request, response)


def _lines(version: Version, request: HttpRequest) -> Iterator[str]:
    """The table stays open as long as its rows travel."""
    with open_table(version) as table:
        yield from csv_file(table, TableSearch(request.GET, table.columns).ask())


def _readable(code: str, number: int) -> Version:
    return get_object_or_404(catalogue.tables(), dataset__code=code, number=number)
