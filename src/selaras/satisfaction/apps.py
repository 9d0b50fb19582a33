from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SatisfactionConfig(AppConfig):
    name = "selaras.satisfaction"
    verbose_name = _("Survei kepuasan")
