"""What a dataset is about, who answers for it, and the standard that its tables keep."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from selaras.government.models import Agency


class Dataset(models.Model):
    """Described once; its `code` never changes, so that an address in a report still leads here years later."""

    class Frequency(models.TextChoices):
        DAILY = "daily", "harian"
        WEEKLY = "weekly", "mingguan"
        MONTHLY = "monthly", "bulanan"
        QUARTERLY = "quarterly", "triwulanan"
        FOUR_MONTHLY = "four_monthly", "empat bulanan"
        HALF_YEARLY = "half_yearly", "semesteran"
        YEARLY = "yearly", "tahunan"
        LONGER = "longer", "lebih jarang dari setahun sekali"

    class State(models.TextChoices):
        PREPARED = "prepared", "disiapkan"
        RELEASED = "released", "dirilis"
        WITHDRAWN = "withdrawn", "ditarik"

    code = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=200)
    summary = models.TextField()
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="datasets")  # the producer
    frequency = models.CharField(max_length=12, choices=Frequency)
    concept = models.CharField(max_length=200)
    definition = models.TextField()
    classification = models.CharField(max_length=200, blank=True)
    measure = models.CharField(max_length=200, blank=True)
    unit = models.CharField(max_length=60, blank=True)
    contact_unit = models.CharField(max_length=200)  # a section of the agency, not a private person
    contact_email = models.EmailField(blank=True)
    state = models.CharField(max_length=9, choices=State, default=State.PREPARED)
    described_at = models.DateTimeField()

    class Meta:
        ordering = ("title", "pk")

    def __str__(self) -> str:
        return self.title


class Standard(models.Model):
    """One version of a dataset's standard: a Data Package with one Table Schema. The highest number is in force."""

    dataset = models.ForeignKey(Dataset, on_delete=models.PROTECT, related_name="standards")
    number = models.PositiveIntegerField()
    package = models.JSONField()
    digest = models.CharField(max_length=64)  # of its canonical JSON
    note = models.CharField(max_length=500, blank=True)  # what changed, and why
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        ordering = ("dataset", "-number")
        constraints = (models.UniqueConstraint(fields=["dataset", "number"], name="sectoral_standard_number"),)

    def __str__(self) -> str:
        return f"{self.dataset_id} standar {self.number}"
