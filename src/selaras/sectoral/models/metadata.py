"""The statistics office's metadata forms of a dataset: of the activity, of a variable, of an indicator."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from selaras.sectoral.models.dataset import Dataset


class Metadata(models.Model):
    """One form as it was filled in; each filling-in is an edition of its own, the highest number holds."""

    class Form(models.TextChoices):
        ACTIVITY = "ms_keg", "MS-Keg (kegiatan statistik)"
        VARIABLE = "ms_var", "MS-Var (variabel)"
        INDICATOR = "ms_ind", "MS-Ind (indikator)"

    dataset = models.ForeignKey(Dataset, on_delete=models.PROTECT, related_name="metadata")
    form = models.CharField(max_length=6, choices=Form)
    subject = models.CharField(max_length=200, blank=True)  # the variable or the indicator; an activity has none
    edition = models.PositiveIntegerField()
    answers = models.JSONField()
    filled_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    filled_at = models.DateTimeField()

    class Meta:
        ordering = ("dataset", "form", "subject", "-edition")
        constraints = (
            models.UniqueConstraint(
                fields=["dataset", "form", "subject", "edition"], name="sectoral_metadata_edition_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.form} {self.subject} {self.edition}"
