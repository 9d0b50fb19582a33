"""At which level of maturity the office sees itself, indicator by indicator, with what shows it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q


class Statement(models.Model):
    """One indicator of a year as it was stated; each statement is an edition of its own, the highest number holds."""

    year = models.PositiveSmallIntegerField()
    indicator = models.CharField(max_length=5)
    edition = models.PositiveIntegerField()
    level = models.PositiveSmallIntegerField()
    note = models.TextField()
    link = models.URLField(max_length=500, blank=True)
    file = models.FileField(max_length=255, blank=True)  # named by its digest, never written twice
    file_name = models.CharField(max_length=200, blank=True)
    proposed = models.PositiveSmallIntegerField(null=True)  # by the evidence of that day; None: the system knew nothing
    stated_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    stated_at = models.DateTimeField()

    class Meta:
        ordering = ("year", "indicator", "-edition")
        constraints = (
            models.UniqueConstraint(fields=["year", "indicator", "edition"], name="sectoral_statement_edition_once"),
            models.CheckConstraint(condition=Q(level__gte=1) & ~Q(note=""), name="sectoral_statement_has_a_note"),
            models.CheckConstraint(
                condition=Q(file="", file_name="") | (~Q(file="") & ~Q(file_name="")), name="sectoral_proof_has_a_name"
            ),
        )

    def __str__(self) -> str:
        return f"{self.year} {self.indicator} {self.level}"
