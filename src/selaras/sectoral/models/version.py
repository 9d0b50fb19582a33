"""A dataset's table as it was sent once, and how far it came."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from selaras.sectoral.models.dataset import Dataset

_OUT = ("released", "withdrawn")


class Version(models.Model):
    """`file` holds the bytes as they came, named by their digest: it is never written twice and never changed."""

    class State(models.TextChoices):
        RECEIVED = "received", "diterima"
        CHECKED = "checked", "diperiksa"
        SUBMITTED = "submitted", "diajukan"
        RELEASED = "released", "dirilis"
        WITHDRAWN = "withdrawn", "ditarik"

    dataset = models.ForeignKey(Dataset, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=9, choices=State, default=State.RECEIVED)
    name = models.CharField(max_length=200)
    file = models.FileField(max_length=255)
    digest = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    sheet = models.CharField(max_length=100, blank=True)  # where a person said which; else the reader finds it
    header_row = models.PositiveIntegerField(default=0)  # likewise the line of its column names, 0 for none
    period_end = models.DateField(null=True)  # the last day that the data tells of
    check_in_force = models.ForeignKey("sectoral.Check", null=True, on_delete=models.PROTECT, related_name="+")
    received_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    received_at = models.DateTimeField()
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    returned_why = models.TextField(blank=True)  # what the steward asked to mend, until it is submitted again
    released_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(null=True)
    embargo_until = models.DateField(null=True)  # the first day on which the public sees it
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_why = models.TextField(blank=True)

    OUT = (State.RELEASED, State.WITHDRAWN)

    class Meta:
        ordering = ("dataset", "-number")
        constraints = (
            models.UniqueConstraint(fields=["dataset", "number"], name="sectoral_version_number"),
            models.UniqueConstraint(
                fields=["dataset", "digest"], condition=~Q(state="withdrawn"), name="sectoral_same_bytes_once"
            ),
            models.CheckConstraint(
                condition=Q(state="received") | Q(check_in_force__isnull=False), name="sectoral_checked_by_a_check"
            ),
            models.CheckConstraint(
                condition=Q(state__in=_OUT, released_by__isnull=False, released_at__isnull=False)
                | (~Q(state__in=_OUT) & Q(released_by__isnull=True, released_at__isnull=True)),
                name="sectoral_release_has_a_hand",
            ),
            models.CheckConstraint(
                condition=Q(state="withdrawn", withdrawn_at__isnull=False) & ~Q(withdrawn_why="")
                | (~Q(state="withdrawn") & Q(withdrawn_at__isnull=True, withdrawn_why="")),
                name="sectoral_withdrawal_has_a_reason",
            ),
        )

    def __str__(self) -> str:
        return f"{self.dataset_id} versi {self.number}"

    def is_under_embargo(self, today: date) -> bool:
        return self.embargo_until is not None and today < self.embargo_until
