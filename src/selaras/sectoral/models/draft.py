"""A standard in the making: what has been answered so far, kept until it is put in force or dropped."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from selaras.sectoral.models.dataset import Dataset


class Draft(models.Model):
    """One a dataset. Each answer is kept as it is given, so that a lost connection loses one page at most."""

    dataset = models.OneToOneField(Dataset, on_delete=models.CASCADE, related_name="draft")
    name = models.CharField(max_length=200, blank=True)  # of the sample; none where a standard in force is changed
    package = models.JSONField()
    evidence = models.JSONField(default=dict)  # column to what the sample shows of it, as `ColumnProposal` has it
    proposed_rules = models.JSONField(default=list)  # expression and message, as the sample lets one propose them
    answered = models.JSONField(default=list)  # names of columns
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    moved_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.dataset_id} {self.name}"
