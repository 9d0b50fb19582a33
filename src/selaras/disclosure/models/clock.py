"""The clocks of a case: each with the way its date came about, so that nobody has to believe it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from selaras.disclosure.models.request import Request
from selaras.government.models import Calendar


class Clock(models.Model):
    """One term that binds one side: from which day, by which rule, with which pauses, until when.

    `derivation` is what `engines.workdays` tells of it, whole: it is shown, and recomputed when a holiday changes.
    """

    class Kind(models.TextChoices):
        CHECK = "check", "memeriksa kelengkapan"
        COMPLETE = "complete", "melengkapi permohonan"
        ANSWER = "answer", "menjawab permohonan"
        OBJECT = "object", "mengajukan keberatan"
        SUPERIOR = "superior", "menjawab keberatan"
        DISPUTE = "dispute", "mengajukan sengketa"
        SETTLE = "settle", "menyelesaikan sengketa"
        COURT = "court", "menggugat putusan"

    class State(models.TextChoices):
        RUNNING = "running", "berjalan"
        PAUSED = "paused", "dihentikan sementara"
        MET = "met", "ditepati"
        LATE = "late", "lewat"
        ENDED = "ended", "tidak berlaku lagi"

    OF_DESK = (Kind.CHECK, Kind.ANSWER)
    OF_SUPERIOR = (Kind.SUPERIOR,)

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="clocks")
    kind = models.CharField(max_length=8, choices=Kind)
    round = models.PositiveSmallIntegerField(default=1)  # an incomplete request may be asked for more than once
    state = models.CharField(max_length=7, choices=State, default=State.RUNNING)
    starts_on = models.DateField()
    due_on = models.DateField(null=True)  # nothing while it is paused
    done_on = models.DateField(null=True)
    days = models.PositiveSmallIntegerField()
    legal_basis = models.CharField(max_length=255)
    extension_days = models.PositiveSmallIntegerField(default=0)
    extension_reason = models.TextField(blank=True)
    calendar = models.ForeignKey(Calendar, on_delete=models.PROTECT, related_name="+")
    derivation = models.JSONField()
    reminded_on = models.DateField(null=True)

    class Meta:
        ordering = ("request", "pk")
        # Not by state first, and with the case in it: most clocks of old cases still run, and SQLite, which knows no
        # better, would walk them all to find those of one case.
        indexes = (
            models.Index(fields=["kind", "state", "request", "due_on"], name="disclosure_clock_due"),
            models.Index(fields=["due_on"], name="disclosure_clock_day"),
            # How long answers took is read from this alone: a whole row holds its derivation.
            models.Index(fields=["kind", "request", "starts_on", "done_on", "calendar"], name="disclosure_clock_pace"),
        )
        constraints = (
            models.UniqueConstraint(fields=["request", "kind", "round"], name="disclosure_clock_once"),
            models.CheckConstraint(
                condition=Q(extension_days=0) | ~Q(extension_reason=""), name="disclosure_extension_has_reason"
            ),
            models.CheckConstraint(
                condition=Q(state="paused", due_on__isnull=True) | Q(~Q(state="paused"), due_on__isnull=False),
                name="disclosure_clock_due_unless_paused",
            ),
        )

    def __str__(self) -> str:
        return f"{self.request_id} {self.kind}"

    @property
    def runs(self) -> bool:
        return self.state in {self.State.RUNNING, self.State.PAUSED}

    @property
    def binds_body(self) -> bool:
        """The others bind the applicant, the commission, or whoever goes to court."""
        return self.kind in {*Clock.OF_DESK, *Clock.OF_SUPERIOR}

    @property
    def binds_applicant(self) -> bool:
        return self.kind in {self.Kind.COMPLETE, self.Kind.OBJECT, self.Kind.DISPUTE}


class Pause(models.Model):
    """Days that a clock does not count, with the reason; the day it ends counts again."""

    clock = models.ForeignKey(Clock, on_delete=models.PROTECT, related_name="pauses")
    begins_on = models.DateField()
    ends_on = models.DateField(null=True)
    reason = models.TextField()

    class Meta:
        ordering = ("clock", "begins_on")
        constraints = (
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("begins_on")),
                name="disclosure_pause_ends_after",
            ),
            models.UniqueConstraint(
                fields=["clock"], condition=Q(ends_on__isnull=True), name="disclosure_one_open_pause"
            ),
        )

    def __str__(self) -> str:
        return f"{self.clock_id} {self.begins_on}"
