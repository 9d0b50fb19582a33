from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ExposureConfig(AppConfig):
    name = "selaras.exposure"
    verbose_name = _("Keamanan sistem")
