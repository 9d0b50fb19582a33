"""An objection to the superior of a PPID, and the dispute before the information commission that may follow."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from selaras.disclosure.models.request import Request


class Objection(models.Model):
    class Decision(models.TextChoices):
        GRANTED = "granted", "diterima"
        PARTLY = "partly", "diterima sebagian"
        REJECTED = "rejected", "ditolak"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="objections")
    number = models.CharField(max_length=70, unique=True)
    submission = models.UUIDField(unique=True)
    grounds = models.CharField(max_length=7)  # letters a to g of Pasal 35 (1), as `ac`
    text = models.TextField()
    received_on = models.DateField()
    received_at = models.DateTimeField()
    decision = models.CharField(max_length=8, choices=Decision, blank=True)
    decision_text = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ("request", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["request"], condition=Q(decided_at__isnull=True), name="disclosure_one_open_objection"
            ),
            models.CheckConstraint(
                condition=Q(decided_at__isnull=True, decision="")
                | (Q(decided_at__isnull=False) & ~Q(decision="") & ~Q(decision_text="")),
                name="disclosure_decision_has_text",
            ),
        )

    def __str__(self) -> str:
        return self.number


class Dispute(models.Model):
    """The case before the commission, and before the court where it goes on."""

    class Stage(models.TextChoices):
        FILED = "filed", "didaftarkan"
        MEDIATION = "mediation", "mediasi"
        ADJUDICATION = "adjudication", "ajudikasi"
        COURT = "court", "pengadilan"
        CLOSED = "closed", "selesai"

    class Outcome(models.TextChoices):
        AGREED = "agreed", "sepakat dalam mediasi"
        FOR_APPLICANT = "for_applicant", "pemohon dimenangkan"
        FOR_BODY = "for_body", "badan publik dimenangkan"
        DROPPED = "dropped", "dicabut atau gugur"

    objection = models.OneToOneField(Objection, on_delete=models.PROTECT, related_name="dispute")
    number = models.CharField(max_length=80, blank=True)  # the commission's register
    stage = models.CharField(max_length=12, choices=Stage, default=Stage.FILED)
    filed_on = models.DateField()
    outcome = models.CharField(max_length=13, choices=Outcome, blank=True)
    outcome_text = models.TextField(blank=True)
    closed_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(stage="closed", closed_on__isnull=False) & ~Q(outcome="")
                | ~Q(stage="closed") & Q(closed_on__isnull=True, outcome=""),
                name="disclosure_dispute_closed_with_outcome",
            ),
        )

    def __str__(self) -> str:
        return self.number or f"sengketa {self.objection}"


class Hearing(models.Model):
    """A day on which the parties of a dispute meet."""

    dispute = models.ForeignKey(Dispute, on_delete=models.PROTECT, related_name="hearings")
    stage = models.CharField(max_length=12, choices=Dispute.Stage)
    held_at = models.DateTimeField()
    place = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ("held_at",)

    def __str__(self) -> str:
        return f"{self.dispute_id} {self.held_at:%Y-%m-%d}"
