"""What an outsider found when assessing a system by the criteria."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from selaras.exposure.models.keys import LENGTH, new_key
from selaras.exposure.models.system import System


class Assessment(models.Model):
    """`score` from 0 to 100, as its report says; `assessor` is an organisation."""

    key = models.CharField(max_length=LENGTH, unique=True, default=new_key)
    system = models.ForeignKey(System, on_delete=models.PROTECT, related_name="assessments")
    assessor = models.CharField(max_length=200)
    day = models.DateField()
    score = models.DecimalField(max_digits=5, decimal_places=2)
    note = models.CharField(max_length=500, blank=True)
    name = models.CharField(max_length=200)  # of the file
    file = models.FileField(max_length=255)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("-day", "-pk")
        constraints = (
            models.CheckConstraint(condition=Q(score__gte=0, score__lte=100), name="exposure_assessment_score"),
        )

    def __str__(self) -> str:
        return f"{self.assessor} {self.day}"
