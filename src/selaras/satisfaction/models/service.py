"""What people are served with, and at which desks."""

from __future__ import annotations

from django.db import models

from selaras.government.models import Agency


class Service(models.Model):
    """A service of an agency. Its `code` never changes: an indicator that it measures names it."""

    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="surveyed_services")
    legal_basis = models.CharField(max_length=300, blank=True)
    population = models.PositiveIntegerField()  # people served in a survey's period, from the office's own register

    class Meta:
        ordering = ("name", "pk")

    def __str__(self) -> str:
        return self.name


class Desk(models.Model):
    """A counter, branch or channel of a service whose figures are shown beside the others'."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="desks")
    code = models.SlugField(max_length=40)
    name = models.CharField(max_length=120)

    class Meta:
        ordering = ("name", "pk")
        constraints = (models.UniqueConstraint(fields=["service", "code"], name="satisfaction_desk_code"),)

    def __str__(self) -> str:
        return self.name
