"""Public lists of weaknesses that are used (KEV) or likely to be (EPSS), each edition kept with its day."""

from __future__ import annotations

from datetime import UTC, date

from django.conf import settings
from django.db import models

from selaras.exposure.models.scan import Report


class KnownList(models.Model):
    """One edition. `version` and `made_at` are what the list says of itself."""

    class Kind(models.TextChoices):
        KEV = "kev", "KEV"
        EPSS = "epss", "EPSS"

    kind = models.CharField(max_length=4, choices=Kind)
    version = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField(null=True)
    report = models.OneToOneField(Report, on_delete=models.PROTECT, related_name="known_list")
    rows = models.PositiveIntegerField()
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.version}"

    @property
    def day(self) -> date | None:
        """As its publisher counts it: an evening there is the next day here."""
        return self.made_at.astimezone(UTC).date() if self.made_at else None


class KnownUse(models.Model):
    """One weakness of an edition: the day since which it is known to be used, or the chance of that in 30 days."""

    edition = models.ForeignKey(KnownList, on_delete=models.CASCADE, related_name="entries")
    cve = models.CharField(max_length=20)
    since = models.CharField(max_length=20, blank=True)
    chance = models.FloatField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["edition", "cve"], name="exposure_known_use_once"),)

    def __str__(self) -> str:
        return self.cve
