"""The metadata forms of a dataset for everybody: which there are, and all of them as one file."""

from __future__ import annotations

import hashlib
from collections import Counter
from datetime import date
from typing import IO

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from selaras.sectoral import catalogue
from selaras.sectoral.errors import SectoralError
from selaras.sectoral.exports.metadata import FORMATS, SHORT, as_json, written
from selaras.sectoral.metadata_forms import sheets_of
from selaras.sectoral.models import Dataset, Metadata
from selaras.sectoral.pages.catalogue.downloads import handed_out
from selaras.sectoral.serving.caching import cached


def forms_filled_in(dataset: Dataset) -> list[str]:
    """`MS-Keg`, and of the forms of which there are several how many: `4 MS-Var`."""
    many = Counter(catalogue.metadata().filter(dataset=dataset).values_list("form", flat=True))
    return [
        SHORT[form] if form == Metadata.Form.ACTIVITY else f"{many[form]} {SHORT[form]}"
        for form in Metadata.Form
        if many[form]
    ]


@require_safe
def metadata_file(request: HttpRequest, code: str, kind: str) -> HttpResponseBase:
    """Written once a day for all who take it; nothing to take where no form is filled in."""
    dataset = get_object_or_404(catalogue.datasets(), code=code)
    held = list(catalogue.metadata().filter(dataset=dataset))
    if not held:
        raise Http404
    try:
        return _file(request, dataset, held, kind, timezone.localdate())
    except SectoralError as refused:
        raise Http404(str(refused)) from None


def _file(request: HttpRequest, dataset: Dataset, held: list[Metadata], kind: str, on: date) -> HttpResponseBase:
    sheets = sheets_of(on)
    digest = hashlib.sha256(as_json(dataset, held, sheets)).hexdigest()
    name = f"metadata-{digest}-{on}.{kind}"

    def write(half: IO[bytes]) -> None:
        half.write(written(kind, dataset, held, sheets, on))

    path = cached(name, write)
    return handed_out(request, path, f"metadata-{dataset.code}.{kind}", FORMATS[kind], etag=f'"{name}"')
