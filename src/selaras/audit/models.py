"""The append-only log: each entry carries the hash of the one before it, so that any later change shows."""

from __future__ import annotations

from django.db import models


class Entry(models.Model):
    at = models.DateTimeField()
    actor = models.CharField(max_length=150)
    action = models.CharField(max_length=80)
    subject = models.CharField(max_length=120, blank=True)
    detail = models.JSONField(default=dict)
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["previous"], name="audit_one_successor"),)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor} {self.action}"
