"""What an office writes itself in its yearly service report; the figures are counted."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from selaras.disclosure.models.network import PublicBody


class ReportText(models.Model):
    """One section of the report of one body and year; without a body, of the whole network."""

    class Section(models.TextChoices):
        POLICY = "policy", "Kebijakan pelayanan informasi"
        STRUCTURE = "structure", "Struktur PPID"
        FACILITIES = "facilities", "Sarana dan prasarana"
        STAFF = "staff", "Sumber daya manusia"
        BUDGET = "budget", "Anggaran dan penggunaannya"
        OBSTACLES_INSIDE = "inside", "Kendala internal"
        OBSTACLES_OUTSIDE = "outside", "Kendala eksternal"
        RECOMMENDATIONS = "advice", "Rekomendasi dan rencana tindak lanjut"
        CLOSING = "closing", "Penutup"

    body = models.ForeignKey(PublicBody, null=True, on_delete=models.PROTECT, related_name="report_texts")
    year = models.PositiveSmallIntegerField()
    section = models.CharField(max_length=10, choices=Section)
    text = models.TextField(blank=True)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("body", "year", "pk")
        constraints = (
            models.UniqueConstraint(fields=["body", "year", "section"], name="disclosure_report_text_once"),
            models.UniqueConstraint(
                fields=["year", "section"], condition=Q(body__isnull=True), name="disclosure_report_text_once_for_all"
            ),
        )

    def __str__(self) -> str:
        return f"{self.year} {self.section}"
