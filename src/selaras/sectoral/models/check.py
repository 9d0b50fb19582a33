"""What the check of a version against a standard found: faults, what changed, how good the data is."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from selaras.sectoral.models.dataset import Standard
from selaras.sectoral.models.version import Version


class Check(models.Model):
    """One check in the background. It depends on nothing but file, standard and reference tables: begun again after
    its process was killed, it comes to the same result.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "menunggu giliran"
        RUNNING = "running", "sedang diperiksa"
        DONE = "done", "selesai"
        FAILED = "failed", "gagal"

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="checks")
    standard = models.ForeignKey(Standard, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    words = models.CharField(max_length=1000, blank=True)  # how far it is, or why it failed
    attempts = models.PositiveSmallIntegerField(default=0)
    rows_seen = models.PositiveBigIntegerField(default=0)  # how far a running one is
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    moved_at = models.DateTimeField()
    rows = models.PositiveBigIntegerField(default=0)
    errors = models.PositiveBigIntegerField(default=0)
    warnings = models.PositiveBigIntegerField(default=0)
    summary = models.JSONField(default=dict)  # header, unchecked, counts, as `examining.Examined.summary` has it
    faults = models.FileField(max_length=255, blank=True)  # Parquet: row, column, value, rule, severity, message
    table = models.FileField(max_length=255, blank=True)  # Parquet of typed columns; only of a valid table
    annotated = models.FileField(max_length=255, blank=True)  # XLSX for the sender; only where there is a fault
    table_digest = models.CharField(max_length=64, blank=True)

    OPEN = (State.WAITING, State.RUNNING)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["version"], condition=Q(state__in=["waiting", "running"]), name="sectoral_one_check_at_a_time"
            ),
            models.CheckConstraint(condition=Q(table="") | Q(state="done", errors=0), name="sectoral_table_is_valid"),
        )

    def __str__(self) -> str:
        return f"{self.version_id} {self.state}"

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def passed(self) -> bool:
        """Whether the table keeps its standard; warnings do not count."""
        return self.state == self.State.DONE and bool(self.table)


class Change(models.Model):
    """How the table differs from the version that was out when it was checked, row by row by its key."""

    check_made = models.OneToOneField(Check, on_delete=models.CASCADE, related_name="change")
    base = models.ForeignKey(Version, null=True, on_delete=models.PROTECT, related_name="+")  # None: nothing was out
    key = models.JSONField(default=list)  # the columns that name a row; none: rows are compared whole
    added = models.PositiveBigIntegerField()
    removed = models.PositiveBigIntegerField()
    changed = models.PositiveBigIntegerField()
    same = models.PositiveBigIntegerField()
    columns_added = models.JSONField(default=list)
    columns_removed = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"+{self.added} -{self.removed} ~{self.changed}"


class Quality(models.Model):
    """How good the table is in one respect: `good` of `all` things, counted as `method` says."""

    class Dimension(models.TextChoices):
        COMPLETENESS = "completeness", "kelengkapan"
        VALIDITY = "validity", "kesesuaian isian"
        UNIQUENESS = "uniqueness", "keunikan"
        CONSISTENCY = "consistency", "konsistensi"
        TIMELINESS = "timeliness", "ketepatan waktu"

    check_made = models.ForeignKey(Check, on_delete=models.CASCADE, related_name="qualities")
    dimension = models.CharField(max_length=12, choices=Dimension)
    good = models.PositiveBigIntegerField()
    of = models.PositiveBigIntegerField()
    method = models.CharField(max_length=300)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["check_made", "dimension"], name="sectoral_dimension_once"),
            models.CheckConstraint(condition=Q(good__lte=models.F("of"), of__gt=0), name="sectoral_quality_is_a_share"),
        )

    def __str__(self) -> str:
        return f"{self.dimension} {self.good}/{self.of}"

    @property
    def score(self) -> float:
        """From 0 to 1."""
        return self.good / self.of
