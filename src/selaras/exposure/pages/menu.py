"""The ways from the desk into the room of exposure. A new page adds its line here."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from selaras.exposure import rules
from selaras.people.pages.menu import Part, Way

_WAYS: tuple[Way, ...] = (
    Way("exposure-desk", _("Sistem dan koneksi"), rules.reads_desk),
    Way("exposure-routes", _("Rute ke sistem inti"), rules.reads_desk),
    Way("exposure-findings", _("Temuan"), rules.reads_desk),
    Way("exposure-scans", _("Laporan pemindai"), rules.reads_desk),
    Way("exposure-fixes", _("Perbaikan"), rules.reads_desk),
    Way("exposure-checklist", _("Kriteria keamanan"), rules.reads_desk),
    Way("exposure-incidents", _("Insiden"), rules.reads_desk),
)
MENU = (Part(_("Keamanan sistem"), _WAYS),)
