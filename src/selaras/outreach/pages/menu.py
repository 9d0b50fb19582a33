"""The ways from the desk into the room of outreach. A new page adds its line here."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from selaras.outreach import rules
from selaras.people.pages.menu import Part, Way

_WAYS: tuple[Way, ...] = (
    Way("village-messages", _("Pesan untuk desa"), rules.keeps_village_desk),
    Way("message-desk", _("Penyebaran informasi"), rules.supervises),
    Way("message-channels", _("Saluran"), rules.writes),
)
MENU = (Part(_("Penyebaran"), _WAYS),)
