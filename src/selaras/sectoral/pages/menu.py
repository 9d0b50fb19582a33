"""The ways from the desk into the room of sectoral data. A new page adds its line here."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from selaras.people.pages.menu import Part, Way
from selaras.sectoral import rules

_WAYS: tuple[Way, ...] = (
    Way("data-desk", _("Data kami"), rules.reads_desk),
    Way("data-conflicts", _("Selisih angka"), rules.reads_desk),
    Way("data-crosswalks", _("Padanan kode dan satuan"), rules.reads_desk),
    Way("data-codes", _("Daftar kode"), rules.reads_desk),
    Way("data-maturity", _("Kematangan statistik"), rules.reads_maturity),
)
MENU = (Part(_("Data sektoral"), _WAYS),)
