"""The ways from the desk into the register of indicators."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from selaras.evidence import rules
from selaras.people.pages.menu import Part, Way

_WAYS: tuple[Way, ...] = (
    Way("indicators", _("Indikator"), rules.keeps_register),
    Way("problem-new", _("Catat masalah"), rules.keeps_register),
)
MENU = (Part(_("Bukti"), _WAYS),)
