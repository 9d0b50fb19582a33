"""What a published survey found, as it was published."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from selaras.satisfaction.models.survey import Survey


class Result(models.Model):
    """`figures` hold everything that the public page, the report and the workbook say, plain JSON; nothing is counted
    again after it went out. `digest`: SHA-256 of what was counted, in canonical JSON.
    """

    survey = models.OneToOneField(Survey, on_delete=models.PROTECT, related_name="result")
    index = models.DecimalField(max_digits=5, decimal_places=2)
    band = models.CharField(max_length=4)
    figures = models.JSONField()
    digest = models.CharField(max_length=64)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField()

    class Meta:
        ordering = ("-published_at",)

    def __str__(self) -> str:
        return f"{self.survey_id} {self.index}"
