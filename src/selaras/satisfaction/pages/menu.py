"""The ways from the desk into the room of the satisfaction survey. A new page adds its line here."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from selaras.people.pages.menu import Part, Way
from selaras.satisfaction import rules

_WAYS: tuple[Way, ...] = (Way("survey-desk", _("Survei kepuasan"), rules.reads_desk),)
MENU = (Part(_("Kepuasan masyarakat"), _WAYS),)
