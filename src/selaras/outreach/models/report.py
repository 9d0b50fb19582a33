"""What somebody's phone showed in a village, without a trace of who."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from selaras.government.models import Region


class SignalReport(models.Model):
    """`key` came from the form: the same twice is one report. `device` and `network` are tokens made with the salt of
    one day (`DaySalt`); once the day is over, `network` is empty.

    `set_aside`: one device or one address sent more than counts; the report is kept and shown, not counted.
    """

    MOST_BARS = 5

    key = models.UUIDField(unique=True)
    village = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    operator = models.CharField(max_length=40)
    bars = models.PositiveSmallIntegerField()
    kbps = models.PositiveIntegerField(null=True)  # kilobits a second, as the phone measured them
    measured_on = models.DateField()
    received_at = models.DateTimeField()
    device = models.CharField(max_length=32)
    network = models.CharField(max_length=32, blank=True)
    set_aside = models.BooleanField(default=False)

    class Meta:
        ordering = ("-received_at", "-pk")
        indexes = (models.Index(fields=["device"]), models.Index(fields=["network"]))
        constraints = (models.CheckConstraint(condition=Q(bars__lte=5), name="outreach_bars"),)

    def __str__(self) -> str:
        return f"{self.village_id} {self.operator} {self.bars}"


class ReportsUnkept(models.Model):
    """How many reports of one village came on one day far beyond what counts: they are told, and not kept."""

    village = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-day", "village")
        constraints = (models.UniqueConstraint(fields=["village", "day"], name="outreach_unkept_once"),)

    def __str__(self) -> str:
        return f"{self.village_id} {self.count}"


class DaySalt(models.Model):
    """Tokens of one day are made with it. It is deleted once the day is over: then none can be made again, not even by
    who knows the key of the site and tries every address.
    """

    day = models.DateField(unique=True)
    salt = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.day.isoformat()
