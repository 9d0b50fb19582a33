"""What one office writes, in the words of another: codes of regions, units, names of indicators."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from selaras.intake.models import Batch


class Crosswalk(models.Model):
    """One published table in one version; the newest of its kind and systems holds. `batch` keeps the file as it came
    and every row of it, those that could not be taken with their reason.
    """

    class Kind(models.TextChoices):
        CODES = "codes", "kode wilayah"
        UNITS = "units", "satuan"
        DEFINITIONS = "definitions", "nama indikator"

    kind = models.CharField(max_length=11, choices=Kind)
    source = models.CharField(max_length=200)  # who published it
    version = models.CharField(max_length=60)
    from_system = models.CharField(max_length=80, blank=True)  # of codes only
    to_system = models.CharField(max_length=80, blank=True)
    batch = models.OneToOneField(Batch, on_delete=models.PROTECT, related_name="+")
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    imported_at = models.DateTimeField()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                condition=(Q(kind="codes") & ~Q(from_system="") & ~Q(to_system=""))
                | (~Q(kind="codes") & Q(from_system="", to_system="")),
                name="sectoral_crosswalk_of_codes_names_systems",
            ),
        )

    def __str__(self) -> str:
        return f"{self.source} {self.version}"


class CrosswalkRow(models.Model):
    crosswalk = models.ForeignKey(Crosswalk, on_delete=models.CASCADE, related_name="rows")
    written = models.CharField(max_length=200)
    meant = models.CharField(max_length=200)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["crosswalk", "written"], name="sectoral_crosswalk_row_once"),)

    def __str__(self) -> str:
        return f"{self.written} → {self.meant}"
