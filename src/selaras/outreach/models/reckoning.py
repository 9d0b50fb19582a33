"""The model of propagation reckoned for every village from one list of masts, in the background."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from selaras.outreach.models.signal import Source


class Reckoning(models.Model):
    """`complete`: the keeper vouches that the list leaves no mast out; only then may a village be weak by the model.

    `done` of `total`: villages. `tried`: how the model did on villages that others know, empty where they are too few.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "menunggu giliran"
        RUNNING = "running", "sedang dihitung"
        DONE = "done", "selesai"
        FAILED = "failed", "gagal"

    masts = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="reckonings")
    terrain = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="+")  # none: flat land
    complete = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    words = models.CharField(max_length=500, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    skipped = models.PositiveIntegerField(default=0)  # masts for which the formula was never measured
    tried = models.JSONField(default=dict)  # places, accuracy, commonest
    result = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="reckoned_by")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    moved_at = models.DateTimeField()

    OPEN = (State.WAITING, State.RUNNING)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["masts"], condition=Q(state__in=["waiting", "running"]), name="outreach_one_reckoning_open"
            ),
        )

    def __str__(self) -> str:
        return f"{self.masts_id} {self.state}"
