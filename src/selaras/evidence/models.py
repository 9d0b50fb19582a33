"""One register of what the rooms measure: indicators, what they should reach, what they reached; and problems."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q


class Indicator(models.Model):
    """`source_key` names the thing in its room that measures it, such as the code of a surveyed service."""

    class Source(models.TextChoices):
        SATISFACTION = "satisfaction", "survei kepuasan masyarakat"

    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    definition = models.TextField()
    unit = models.CharField(max_length=40)
    source = models.CharField(max_length=12, choices=Source)
    source_key = models.CharField(max_length=60, blank=True)
    method = models.TextField()
    more_is_better = models.BooleanField(default=True)

    class Meta:
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name

    def is_reached(self, value: Decimal, target: Decimal) -> bool:
        return value >= target if self.more_is_better else value <= target


class Target(models.Model):
    """What the indicator should reach in a year, and by which document."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="targets")
    year = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=12, decimal_places=2)
    basis = models.CharField(max_length=300)

    class Meta:
        ordering = ("indicator", "year")
        constraints = (models.UniqueConstraint(fields=["indicator", "year"], name="evidence_target_once"),)

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.year}"


class Value(models.Model):
    """What was measured: never changed, a later one of the same year stands before it."""

    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="values")
    year = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=12, decimal_places=2)
    measured_on = models.DateField()  # the last day that it is about
    method = models.CharField(max_length=500)
    reference = models.CharField(max_length=120)  # what in the source room it came from; once an indicator
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("indicator", "-measured_on", "-pk")
        constraints = (models.UniqueConstraint(fields=["indicator", "reference"], name="evidence_value_once"),)

    def __str__(self) -> str:
        return f"{self.indicator_id} {self.year} {self.value}"


class Problem(models.Model):
    """What should become better, with the evidence that it is so; it opens the next plan."""

    submission = models.UUIDField(unique=True, null=True)  # of the form that was sent: pressed twice is one
    title = models.CharField(max_length=200)
    evidence = models.TextField()
    indicator = models.ForeignKey(Indicator, null=True, on_delete=models.PROTECT, related_name="problems")
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True)
    settled_how = models.TextField(blank=True)

    class Meta:
        ordering = ("-raised_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(settled_at__isnull=True, settled_how="")
                | (Q(settled_at__isnull=False) & ~Q(settled_how="")),
                name="evidence_settled_somehow",
            ),
        )

    def __str__(self) -> str:
        return self.title
