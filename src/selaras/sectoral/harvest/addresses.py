"""Where what is described can be read, as whole addresses."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse


@dataclass(frozen=True)
class Form:
    """One of the forms in which a table can be had. `media`: its media type as IANA lists it."""

    key: str
    name: str
    media: str


FORMS = (
    Form("csv", "CSV", "text/csv"),
    Form("xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    Form("parquet", "Parquet", "application/vnd.apache.parquet"),
    Form("json", "JSON", "application/json"),
)


def whole(name: str, *args: object) -> str:
    """The whole address of a page or file by its name."""
    return settings.SITE + reverse(name, args=args)


def page_of(code: str) -> str:
    return f"{settings.SITE}/data/{code}"


def version_page_of(code: str, number: int) -> str:
    return f"{settings.SITE}/data/{code}/versi/{number}"


def download_of(code: str, number: int, form: str) -> str:
    return f"{version_page_of(code, number)}/unduh.{form}"
