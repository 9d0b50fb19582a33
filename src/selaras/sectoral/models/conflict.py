"""Numbers that cannot all be right, what each side says of them, and how it was settled."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.conf import settings
from django.db import models
from django.db.models import Q

from selaras.government.models import Agency, Calendar
from selaras.sectoral.models.version import Version


class Look(models.Model):
    """One search through all tables in the background. Only the latest to be asked for may write what it found."""

    class State(models.TextChoices):
        WAITING = "waiting", "menunggu giliran"
        RUNNING = "running", "sedang mencari"
        DONE = "done", "selesai"
        PASSED_BY = "passed_by", "didahului pencarian yang lebih baru"
        FAILED = "failed", "gagal"

    state = models.CharField(max_length=9, choices=State, default=State.WAITING)
    words = models.CharField(max_length=1000, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    moved_at = models.DateTimeField()
    figures = models.PositiveBigIntegerField(default=0)
    compared = models.PositiveBigIntegerField(default=0)
    found = models.PositiveIntegerField(default=0)
    unread = models.JSONField(default=list)  # [reason, how many, where the first stands]

    OPEN = (State.WAITING, State.RUNNING)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(fields=["state"], condition=Q(state="waiting"), name="sectoral_one_look_waits"),
        )

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"


class Conflict(models.Model):
    """What stands at one place is one conflict for good: found again it is this row, with what the sides say now.

    `gap` is in the own unit of the dimension, `unit`; `fingerprint` is of the numbers of its sides.
    """

    class Kind(models.TextChoices):
        DISAGREEMENT = "disagreement", "dua angka berbeda"
        SUM = "sum", "jumlah tidak sama dengan bagiannya"
        BREAK = "break", "deret melonjak"

    class State(models.TextChoices):
        OPEN = "open", "belum selesai"
        SETTLED = "settled", "diputus"
        VANISHED = "vanished", "hilang karena versi baru"

    class Outcome(models.TextChoices):
        NUMBER = "number", "satu angka yang dipakai"
        BOTH = "both", "semua benar, definisinya berbeda"

    key = models.CharField(max_length=64, unique=True)
    kind = models.CharField(max_length=12, choices=Kind)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    indicator = models.CharField(max_length=200)
    region = models.CharField(max_length=40)  # in the shared code system
    period = models.CharField(max_length=60)
    part = models.CharField(max_length=200, blank=True)
    sentence = models.TextField()
    causes = models.JSONField(default=list)  # sentences
    gap = models.CharField(max_length=80)  # a plain decimal
    relative = models.FloatField()
    unit = models.CharField(max_length=120, blank=True)
    parts_sum = models.CharField(max_length=80, blank=True)  # of a sum: what its parts add up to, in `unit`
    fingerprint = models.CharField(max_length=64)
    owner = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    found_at = models.DateTimeField()
    starts_on = models.DateField()
    due_on = models.DateField(null=True)  # None: no calendar tells yet
    calendar = models.ForeignKey(Calendar, null=True, on_delete=models.PROTECT, related_name="+")
    derivation = models.JSONField(null=True)
    reminded_on = models.DateField(null=True)
    outcome = models.CharField(max_length=6, choices=Outcome, blank=True)
    number = models.CharField(max_length=80, blank=True)  # the one that holds, in `number_unit`
    number_unit = models.CharField(max_length=60, blank=True)
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("due_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(state="settled", decided_by__isnull=False, decided_at__isnull=False)
                & ~Q(reason="")
                & ~Q(outcome="")
                | (~Q(state="settled") & Q(outcome="", reason="", decided_by__isnull=True, decided_at__isnull=True)),
                name="sectoral_decision_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(outcome="number") & ~Q(number="") | ~Q(outcome="number") & Q(number=""),
                name="sectoral_decision_has_a_number",
            ),
        )

    def __str__(self) -> str:
        return self.sentence

    @property
    def title(self) -> str:
        return ", ".join(word for word in (self.indicator, self.part, self.region, self.period) if word)

    @property
    def value(self) -> Decimal | None:
        """The number that a decision holds."""
        return Decimal(self.number) if self.number else None

    def is_overdue(self, today: date) -> bool:
        return self.state == self.State.OPEN and self.due_on is not None and self.due_on < today


class Side(models.Model):
    """One number as it stands in one cell, exactly as written; `common` and `half` are fractions in `Conflict.unit`."""

    class Role(models.TextChoices):
        STATED = "stated", "menyatakan"
        WHOLE = "whole", "jumlah"
        PART = "part", "bagian"
        BEFORE = "before", "sebelumnya"
        AT = "at", "melonjak"

    conflict = models.ForeignKey(Conflict, on_delete=models.CASCADE, related_name="sides")
    position = models.PositiveIntegerField()
    role = models.CharField(max_length=6, choices=Role, default=Role.STATED)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="conflict_sides")
    row = models.PositiveBigIntegerField()  # of the table, counted from 1
    column = models.CharField(max_length=200)
    number = models.CharField(max_length=80)
    unit = models.CharField(max_length=60, blank=True)
    region = models.CharField(max_length=60)
    code_system = models.CharField(max_length=80)
    period = models.CharField(max_length=60)
    part = models.CharField(max_length=200, blank=True)
    common = models.CharField(max_length=120)
    half = models.CharField(max_length=120)
    superseded = models.BooleanField(default=False)  # a decision holds another number in its place

    CONTESTED = (Role.STATED, Role.WHOLE, Role.AT)

    class Meta:
        ordering = ("conflict", "position")
        constraints = (models.UniqueConstraint(fields=["conflict", "position"], name="sectoral_side_once"),)

    def __str__(self) -> str:
        return f"{self.number} {self.unit}".rstrip()

    @property
    def value(self) -> Decimal:
        return Decimal(self.number)


class Word(models.Model):
    """One entry of what was said and done about a conflict, in order. `about`: the proposal that is agreed to."""

    class Kind(models.TextChoices):
        FOUND = "found", "ditemukan"
        CHANGED = "changed", "angkanya berubah"
        SAID = "said", "menulis"
        PROPOSED = "proposed", "mengusulkan"
        AGREED = "agreed", "setuju"
        HANDED = "handed", "diserahkan"
        DECIDED = "decided", "diputus"
        REOPENED = "reopened", "dibuka lagi"
        VANISHED = "vanished", "hilang karena versi baru"
        OVERDUE = "overdue", "lewat batas"
        RECOUNTED = "recounted", "batas dihitung lagi"

    conflict = models.ForeignKey(Conflict, on_delete=models.CASCADE, related_name="words")
    kind = models.CharField(max_length=9, choices=Kind)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")  # for which it was done
    text = models.TextField(blank=True)
    number = models.CharField(max_length=80, blank=True)  # of a proposal; none: that all numbers are right
    unit = models.CharField(max_length=60, blank=True)
    about = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="agreements")

    class Meta:
        ordering = ("conflict", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["about", "agency"], condition=Q(kind="agreed"), name="sectoral_agreed_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.text}"

    @property
    def value(self) -> Decimal | None:
        return Decimal(self.number) if self.number else None
