from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SectoralConfig(AppConfig):
    name = "selaras.sectoral"
    verbose_name = _("Data sektoral")
