"""How far a funded proposal has come, quarter by quarter."""

from __future__ import annotations

from django.db import models

from selaras.forum.models.proposal import Proposal


class Progress(models.Model):
    """What stands and what was spent from the start of the planned year to the end of one quarter."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="progress")
    quarter = models.PositiveSmallIntegerField()
    percent = models.PositiveSmallIntegerField()  # of the work, 0 to 100
    spent = models.BigIntegerField()  # whole rupiah
    note = models.CharField(max_length=400, blank=True)
    reported_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("proposal", "quarter")
        constraints = (
            models.UniqueConstraint(fields=["proposal", "quarter"], name="forum_progress_once"),
            models.CheckConstraint(condition=models.Q(quarter__gte=1, quarter__lte=4), name="forum_progress_quarter"),
            models.CheckConstraint(condition=models.Q(percent__lte=100), name="forum_progress_percent"),
            models.CheckConstraint(condition=models.Q(spent__gte=0), name="forum_progress_spent"),
        )

    def __str__(self) -> str:
        return f"{self.proposal_id} TW {self.quarter}"
