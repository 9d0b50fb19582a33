"""Where a village lies and how many live there, as one source says."""

from __future__ import annotations

from django.db import models

from selaras.government.models import Region
from selaras.outreach.models.signal import Source


class VillagePlace(models.Model):
    """A point, and where the source has it the `outline`: the coordinates of a GeoJSON MultiPolygon."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="places")
    village = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    outline = models.JSONField(null=True)
    population = models.PositiveIntegerField(null=True)
    square_km = models.DecimalField(max_digits=9, decimal_places=3, null=True)
    seat_km = models.DecimalField(max_digits=6, decimal_places=2, null=True)  # to the seat of its district

    class Meta:
        ordering = ("village", "pk")
        constraints = (models.UniqueConstraint(fields=["source", "village"], name="outreach_place_once"),)

    def __str__(self) -> str:
        return self.village_id
