"""How far a system meets each criterion of an edition of the checklist, with the evidence that was seen."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from selaras.exposure.models.system import System


class Evidence(models.Model):
    """`edition` is the first day of the checklist's edition; a newer one is answered anew, and the old answers stay."""

    class Level(models.TextChoices):
        MET = "met", "terpenuhi"
        PARTLY = "partly", "sebagian"
        UNMET = "unmet", "belum"
        NOT_NEEDED = "not_needed", "tidak berlaku"

    system = models.ForeignKey(System, on_delete=models.PROTECT, related_name="evidence")
    criterion = models.CharField(max_length=40)
    edition = models.DateField()
    level = models.CharField(max_length=10, choices=Level)
    note = models.CharField(max_length=500, blank=True)
    judged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    judged_at = models.DateTimeField()

    class Meta:
        ordering = ("system", "pk")
        constraints = (
            models.UniqueConstraint(fields=["system", "criterion", "edition"], name="exposure_evidence_once"),
        )

    def __str__(self) -> str:
        return f"{self.criterion} {self.level}"
