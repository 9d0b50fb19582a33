"""One period in which a service is judged by those whom it served."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from selaras.satisfaction.models.service import Service


class Survey(models.Model):
    """`questions`: element key to the sentence asked. `salt` makes device tokens of this period alone; it is erased
    when the survey closes, and from then on no token can be made again from any device.
    """

    class State(models.TextChoices):
        OPEN = "open", "dibuka"
        CLOSED = "closed", "ditutup"
        PUBLISHED = "published", "diumumkan"

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="surveys")
    key = models.CharField(max_length=12, unique=True)  # in the address; short, so that a QR code stays coarse
    name = models.CharField(max_length=80)
    population = models.PositiveIntegerField()  # as the service told it when the survey was opened
    questions = models.JSONField()
    opens_on = models.DateField()
    closes_on = models.DateField()
    state = models.CharField(max_length=9, choices=State, default=State.OPEN)
    salt = models.CharField(max_length=64, blank=True)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-opens_on", "-pk")
        constraints = (
            models.UniqueConstraint(fields=["service", "name"], name="satisfaction_survey_name_once"),
            models.UniqueConstraint(
                fields=["service"], condition=Q(state="open"), name="satisfaction_one_survey_at_a_time"
            ),
            models.CheckConstraint(condition=Q(closes_on__gte=F("opens_on")), name="satisfaction_closes_after_opening"),
            models.CheckConstraint(
                condition=Q(state="open", closed_at__isnull=True) & ~Q(salt="")
                | (~Q(state="open") & Q(closed_at__isnull=False, salt="")),
                name="satisfaction_salt_ends_with_the_survey",
            ),
        )

    def __str__(self) -> str:
        return f"{self.service_id} {self.name}"

    @property
    def is_published(self) -> bool:
        return self.state == self.State.PUBLISHED

    @property
    def last_day(self) -> date:
        """The last day on which answers came or could come: earlier than planned where it was closed before that."""
        closed = timezone.localdate(self.closed_at) if self.closed_at else self.closes_on
        return max(self.opens_on, min(self.closes_on, closed))

    def takes_answers(self, today: date) -> bool:
        return self.state == self.State.OPEN and self.opens_on <= today <= self.closes_on

    def is_ahead(self, today: date) -> bool:
        return self.state == self.State.OPEN and today < self.opens_on
