"""What an office could do about a route, what it costs, and how much of the likelihood it leaves."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from selaras.engines.routes import KINDS, FixKind
from selaras.exposure.models.connection import Connection
from selaras.exposure.models.keys import LENGTH, new_key
from selaras.exposure.models.scan import Finding
from selaras.exposure.models.system import Host, System


class Fix(models.Model):
    """A measure on exactly one system, connection or host, as its kind asks."""

    class Kind(models.TextChoices):
        PATCH = FixKind.PATCH.value, "tambal atau perkuat sistem"
        RETIRE = FixKind.RETIRE.value, "hentikan sistem"
        SEGMENT = FixKind.SEGMENT.value, "batasi koneksi"
        REMOVE_TRUST = FixKind.REMOVE_TRUST.value, "putuskan koneksi atau kepercayaan"
        ISOLATE = FixKind.ISOLATE.value, "pisahkan sistem di peladen"

    class State(models.TextChoices):
        CANDIDATE = "candidate", "calon"
        DONE = "done", "selesai"
        DROPPED = "dropped", "tidak jadi"

    ON_SYSTEM = (Kind.PATCH, Kind.RETIRE)
    ON_CONNECTION = (Kind.SEGMENT, Kind.REMOVE_TRUST)

    key = models.CharField(max_length=LENGTH, unique=True, default=new_key)
    kind = models.CharField(max_length=12, choices=Kind)
    system = models.ForeignKey(System, null=True, on_delete=models.PROTECT, related_name="fixes")
    connection = models.ForeignKey(Connection, null=True, on_delete=models.PROTECT, related_name="fixes")
    host = models.ForeignKey(Host, null=True, on_delete=models.PROTECT, related_name="fixes")
    finding = models.ForeignKey(Finding, null=True, on_delete=models.PROTECT, related_name="fixes")  # that it answers
    label = models.CharField(max_length=200)
    cost = models.PositiveBigIntegerField()  # rupiah
    left = models.PositiveSmallIntegerField(default=0)  # of a patch: percent of the likelihood that stays
    severity = models.DecimalField(max_digits=3, decimal_places=1, default=0)  # of the finding behind it, 0 to 10
    state = models.CharField(max_length=9, choices=State, default=State.CANDIDATE)
    proposed_as = models.CharField(max_length=40, blank=True)  # the number of the proposal in the forum
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    moved_at = models.DateTimeField()

    class Meta:
        ordering = ("-severity", "label", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(cost__gt=0, left__lt=100), name="exposure_fix_costs_and_helps"),
            models.CheckConstraint(condition=Q(severity__gte=0, severity__lte=10), name="exposure_fix_severity"),
            models.CheckConstraint(
                condition=Q(kind__in=["patch", "retire"], system__isnull=False, connection=None, host=None)
                | Q(kind__in=["segment", "remove_trust"], system=None, connection__isnull=False, host=None)
                | Q(kind="isolate", system=None, connection=None, host__isnull=False),
                name="exposure_fix_one_target",
            ),
        )

    def __str__(self) -> str:
        return self.label

    @property
    def remains(self) -> int:
        """Percent of the likelihood that stays once it is done: told of a patch, else what its kind leaves."""
        if self.kind == self.Kind.SEGMENT and self.connection:
            return round(KINDS[self.connection.kind].left * 100)
        return round(KINDS["hosting"].left * 100) if self.kind == self.Kind.ISOLATE else self.left
