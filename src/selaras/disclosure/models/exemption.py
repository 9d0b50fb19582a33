"""Information that a body withholds, after weighing what opening and closing it would do."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from selaras.disclosure.models.network import PublicBody


class Exemption(models.Model):
    """One consequence test (uji konsekuensi) and what it led to; without the superior's approval it binds nobody."""

    body = models.ForeignKey(PublicBody, on_delete=models.PROTECT, related_name="exemptions")
    title = models.CharField(max_length=300)
    withheld = models.TextField()  # which part of it
    article = models.CharField(max_length=120)
    if_opened = models.TextField()
    if_closed = models.TextField()
    public_interest = models.TextField()
    lasts_until = models.DateField(null=True)  # nothing: as long as the article says
    number = models.CharField(max_length=120, blank=True)  # of the decision that sets it
    tested_on = models.DateField()
    tested_by = models.CharField(max_length=150)
    approved_at = models.DateTimeField(null=True)
    approved_by = models.CharField(max_length=150, blank=True)
    reminded_on = models.DateField(null=True)  # that it ends soon
    opened_on = models.DateField(null=True)  # given up, or over

    class Meta:
        ordering = ("body", "-tested_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(approved_at__isnull=True, approved_by="")
                | Q(approved_at__isnull=False) & ~Q(approved_by=""),
                name="disclosure_exemption_approved_by",
            ),
        )

    def __str__(self) -> str:
        return self.title
