"""What happened to a system, told as the agency's regulation asks: contact, description, chronology, impact."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from selaras.exposure.models.keys import LENGTH, new_key
from selaras.exposure.models.system import System
from selaras.government.models import Agency


class Incident(models.Model):
    """`clocks` are kept as they were when the incident was opened, or when the reason for one became known: each with
    its start, hours, legal basis, due time and, once it was sent, the time of the report and what proves it.
    """

    class Kind(models.TextChoices):
        DEFACEMENT = "defacement", "perubahan tampilan"
        PHISHING = "phishing", "pengelabuan"
        MALWARE = "malware", "perangkat lunak berbahaya"
        MISUSE = "misuse", "penyalahgunaan data"
        FLOOD = "flood", "serangan membanjiri layanan"
        ACCESS = "access", "akses tidak sah"
        OTHER = "other", "lainnya"

    class State(models.TextChoices):
        OPEN = "open", "ditangani"
        CLOSED = "closed", "selesai"

    key = models.CharField(max_length=LENGTH, unique=True, default=new_key)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    system = models.ForeignKey(System, null=True, on_delete=models.PROTECT, related_name="incidents")
    kind = models.CharField(max_length=10, choices=Kind)
    contact = models.CharField(max_length=200)  # a section and how to reach it, not a private person
    description = models.TextField()
    chronology = models.TextField()
    impact = models.TextField()
    critical = models.BooleanField(default=False)  # on vital information infrastructure
    high_risk = models.BooleanField(default=False)  # or worse, as the response team judges it
    personal_data = models.BooleanField(default=False)
    found_at = models.DateTimeField()
    clocks = models.JSONField(default=list)
    state = models.CharField(max_length=6, choices=State, default=State.OPEN)
    lesson = models.TextField(blank=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-state", "-found_at", "pk")  # "open" before "closed"
        constraints = (
            models.CheckConstraint(condition=~Q(state="closed") | ~Q(lesson=""), name="exposure_closed_with_lesson"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.found_at:%Y-%m-%d}"

    def tell(self, text: str) -> None:
        """Add to the chronology, with the moment."""
        self.chronology = f"{self.chronology}\n{timezone.localtime():%d-%m-%Y %H.%M} {text.strip()}"
