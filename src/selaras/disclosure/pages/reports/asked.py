"""Which body and which year a page is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from selaras.disclosure.models import PublicBody

FIRST_YEAR = 2010  # from when the openness law binds


def desk_asked(request: HttpRequest, desks: Iterable[PublicBody]) -> PublicBody | None:
    """One of the person's desks; none where none was asked for."""
    code = request.GET.get("badan", "")
    if not code:
        return None
    found = next((one for one in desks if one.code == code), None)
    if found is None:
        raise PermissionDenied(_("Halaman ini milik meja layanan lain."))
    return found


def year_asked(request: HttpRequest, otherwise: int) -> int:
    """Raises Http404 for what is no year of the law."""
    told = request.GET.get("tahun", "") or str(otherwise)
    if not told.isdecimal() or not FIRST_YEAR <= int(told) <= this_year():
        raise Http404(_("Tahun itu tidak ada. Pilih salah satu tahun di halaman ini."))
    return int(told)


def this_year() -> int:
    return timezone.localdate().year


def day_asked(text: str, otherwise: date) -> date:
    """A day in the form of a date field; what cannot be read counts as not told."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return otherwise
