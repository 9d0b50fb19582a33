"""Which values of a file's properties tell of somebody or something, and which every program writes."""

from __future__ import annotations

import re

from selaras.engines.redaction.outside import names_a_path
from selaras.engines.redaction.personal import personal

_PROGRAMS = re.compile(
    r"^(?:(?:microsoft|ms|libre|open|wps|google|apple|adobe|kingsoft)\b.*|openpyxl|xlsxwriter|python-docx|docxtpl|selaras|typst.*|un-?named"
    r"|unknown|user|admin(?:istrator)?|windows user|acer|asus|hp|lenovo|dell|normal(?:\.dotm?)?)$",
    re.IGNORECASE,
)
_OFFICES = re.compile(
    r"^(?:dinas|badan|pemerintah|pemkab|pemkot|pemprov|kabupaten|kota|provinsi|kecamatan|kelurahan|desa|sekretariat|bagian"
    r"|bidang|ppid|bappeda|bpkad|diskominfo|kementerian|inspektorat|rsud|puskesmas|dprd)\b",
    re.IGNORECASE,
)
_DRAFT = re.compile(r"\b(?:draf|draft|konsep|rahasia|internal|confidential)\b", re.IGNORECASE)


def tells_someone(value: str) -> bool:
    """Whether a property such as author or company tells more than the program or the office.

    >>> [tells_someone(one) for one in ("Sulastri (contoh)", "Dinas Kesehatan", "openpyxl", "")]
    [True, False, False, False]
    """
    plain = value.strip()
    return bool(plain) and not _PROGRAMS.match(plain) and not _OFFICES.match(plain)


def title_tells(value: str) -> bool:
    """Whether a title holds what a title should not: a path, a person, a note about the draft."""
    return names_a_path(value) or bool(personal(value)) or _DRAFT.search(value) is not None
