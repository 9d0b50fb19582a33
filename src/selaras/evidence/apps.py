from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EvidenceConfig(AppConfig):
    name = "selaras.evidence"
    verbose_name = _("Indikator dan masalah")

    def ready(self) -> None:
        from selaras.evidence.actions.recording import take_in_survey
        from selaras.satisfaction.signals import published

        published.connect(take_in_survey, dispatch_uid="evidence.survey")
