"""How two systems hang together: by one of the kinds that the engine of routes knows."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from selaras.engines.routes import KINDS
from selaras.exposure.models.keys import LENGTH, new_key
from selaras.exposure.models.system import System

KIND_WORDS = [(kind.key, kind.label) for kind in KINDS.values()]


class Connection(models.Model):
    """`source` calls, trusts, sends to or keeps the password of `target`. One that was removed stays with its day."""

    key = models.CharField(max_length=LENGTH, unique=True, default=new_key)
    source = models.ForeignKey(System, on_delete=models.PROTECT, related_name="going_out")
    target = models.ForeignKey(System, on_delete=models.PROTECT, related_name="coming_in")
    kind = models.CharField(max_length=12, choices=KIND_WORDS)
    protected = models.BooleanField(default=False)
    note = models.CharField(max_length=500, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    removed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("source__name", "target__name", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["source", "target", "kind"], condition=Q(removed_at=None), name="exposure_connection_once"
            ),
            models.CheckConstraint(condition=~Q(source=F("target")), name="exposure_connection_has_two_ends"),
        )

    def __str__(self) -> str:
        return f"{self.source_id} {self.kind} {self.target_id}"
