"""Where what is described can be read, as whole addresses."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse

from selaras.sectoral.models import Version
from selaras.sectoral.serving import FORMATS, MOST_SHEET_ROWS


@dataclass(frozen=True)
class Form:
    """One of the forms in which a table can be had. `media`: its media type as IANA lists it."""

    key: str
    name: str
    media: str


_NAMES = {"csv": "CSV", "xlsx": "XLSX", "json": "JSON", "parquet": "Parquet"}
FORMS = tuple(Form(key, _NAMES[key], kind.partition(";")[0]) for key, kind in FORMATS.items())


def forms_of(version: Version) -> list[Form]:
    """In which a released version can be had: a very long table not as a workbook."""
    check = version.check_in_force
    short = check is not None and check.rows <= MOST_SHEET_ROWS
    return [form for form in FORMS if form.key != "xlsx" or short]


def whole(name: str, *args: object) -> str:
    """The whole address of a page or file by its name."""
    return settings.SITE + reverse(name, args=args)


def page_of(code: str) -> str:
    return whole("catalogue-dataset", code)


def version_page_of(code: str, number: int) -> str:
    return whole("catalogue-version", code, number)


def download_of(code: str, number: int, form: str) -> str:
    return whole("catalogue-file", code, number, form)
