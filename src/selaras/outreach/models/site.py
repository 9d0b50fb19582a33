"""A mast that is known of. One that no list names may stand all the same."""

from __future__ import annotations

from django.db import models

from selaras.outreach.models.signal import Source


class Site(models.Model):
    """`power`: radiated in dBm (EIRP); `height`: metres above ground. What the source leaves out is null."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="sites")
    number = models.CharField(max_length=80)  # as the source names it
    operator = models.CharField(max_length=80, blank=True)
    latitude = models.DecimalField(max_digits=9, decimal_places=6)
    longitude = models.DecimalField(max_digits=9, decimal_places=6)
    height = models.DecimalField(max_digits=5, decimal_places=1, null=True)
    power = models.DecimalField(max_digits=5, decimal_places=1, null=True)
    frequency = models.PositiveIntegerField(null=True)  # MHz

    class Meta:
        ordering = ("source", "number")
        constraints = (models.UniqueConstraint(fields=["source", "number"], name="outreach_site_once"),)

    def __str__(self) -> str:
        return self.number
