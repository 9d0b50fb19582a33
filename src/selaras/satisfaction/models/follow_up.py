"""What a keeper writes will be done about a weak element of a published survey, and what came of it."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from selaras.satisfaction.models.survey import Survey


class FollowUp(models.Model):
    """One for an element. `owner` is an office or a post, never a person. `first_due_on` stays, so that a term that was
    moved is told. `outcome`: empty until something came of it, on the day `ended_on`.
    """

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="follow_ups")
    element = models.CharField(max_length=40)
    deed = models.CharField(max_length=500)
    owner = models.CharField(max_length=120)
    due_on = models.DateField()
    first_due_on = models.DateField()
    outcome = models.CharField(max_length=1000, blank=True)
    ended_on = models.DateField(null=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("due_on", "pk")
        constraints = (
            models.UniqueConstraint(fields=["survey", "element"], name="satisfaction_one_follow_up_an_element"),
            models.CheckConstraint(
                condition=Q(outcome="", ended_on__isnull=True) | (~Q(outcome="") & Q(ended_on__isnull=False)),
                name="satisfaction_outcome_has_its_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.survey_id} {self.element}"

    @property
    def was_moved(self) -> bool:
        return self.due_on != self.first_due_on

    def is_overdue(self, today: date) -> bool:
        return not self.outcome and self.due_on < today
