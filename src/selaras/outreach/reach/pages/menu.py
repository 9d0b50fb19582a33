"""The ways from the desk to signal and reach."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from selaras.outreach.reach import rules
from selaras.people.pages.menu import Part, Way

_WAYS: tuple[Way, ...] = (Way("signal-desk", _("Sinyal dan jangkauan"), rules.keeps_reach),)
MENU = (Part(_("Sinyal desa"), _WAYS),)
