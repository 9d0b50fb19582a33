"""How the files of a producer are laid out: which of their columns is which field of the standard."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from selaras.sectoral.models.dataset import Dataset


class Layout(models.Model):
    """Decided by a person once for the column names of a file; a file with the same names is read the same way."""

    dataset = models.ForeignKey(Dataset, on_delete=models.PROTECT, related_name="layouts")
    signature = models.CharField(max_length=64)  # of the column names, as `mapping.signature_of` makes it
    columns = models.JSONField()  # column of the file to field of the standard, "" for a column set aside
    sheet = models.CharField(max_length=100, blank=True)  # where a person had to say which; else the reader finds it
    header_row = models.PositiveIntegerField(default=0)  # likewise, 0 for none
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ("-decided_at", "-pk")
        constraints = (models.UniqueConstraint(fields=["dataset", "signature"], name="sectoral_layout_once"),)

    def __str__(self) -> str:
        return f"{self.dataset_id} {self.signature[:8]}"
