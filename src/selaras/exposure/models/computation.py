"""What takes long to work out, kept with the digest of the inventory that it was worked out from."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from selaras.exposure.models.waiting import is_stale


class Computation(models.Model):
    """Begun again after its process was killed, it comes to the same result: nothing in it hangs on the clock.

    `scope` is whose view of the inventory it was made from, as `queries.scope_of` has it.
    """

    class Kind(models.TextChoices):
        EXPOSURE = "exposure", "keterpaparan"
        PLAN = "plan", "rencana perbaikan"
        CURVE = "curve", "sepuluh anggaran"
        PROPOSED = "proposed", "usulan ke forum"

    class State(models.TextChoices):
        WAITING = "waiting", "menunggu giliran"
        DONE = "done", "selesai"
        FAILED = "failed", "gagal"

    kind = models.CharField(max_length=8, choices=Kind)
    scope = models.CharField(max_length=200)
    digest = models.CharField(max_length=64)
    budget = models.PositiveBigIntegerField(default=0)  # rupiah; of a plan, or the cost of what was proposed
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    words = models.CharField(max_length=1000, blank=True)  # why it failed
    result = models.JSONField(default=dict)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(fields=["kind", "scope", "digest", "budget"], name="exposure_computed_once"),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"

    @property
    def is_stuck(self) -> bool:
        return self.state == self.State.WAITING and is_stale(self.asked_at)
