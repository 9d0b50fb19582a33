"""Every file that came in, as it came, and the fate of each of its rows."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Batch(models.Model):
    """One file read once. The same content for the same purpose is the same batch."""

    kind = models.CharField(max_length=40)
    scope = models.CharField(max_length=120)
    sender = models.CharField(max_length=150)
    name = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)
    content = models.BinaryField()
    mapping = models.JSONField(default=dict)
    facts = models.JSONField(default=dict)
    read = models.PositiveIntegerField()
    taken = models.PositiveIntegerField()
    kept = models.PositiveIntegerField()
    received_at = models.DateTimeField(auto_now_add=True)
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    UNLISTED = r"^(exposure|survey)_"  # kinds that begin so are listed nowhere but in the room that took them

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["scope", "kind", "sender", "digest"], name="intake_one_batch_per_content"),
            models.CheckConstraint(
                condition=models.Q(read=models.F("taken") + models.F("kept")), name="intake_no_row_lost"
            ),
        )

    def __str__(self) -> str:
        return f"{self.name} ({self.taken}/{self.read})"


class Row(models.Model):
    """One row of a batch: taken into the register, or kept here with the reasons."""

    class Outcome(models.TextChoices):
        TAKEN = "taken", "diambil"
        KEPT = "kept", "ditahan"

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="rows")
    sheet = models.CharField(max_length=120, blank=True)
    number = models.PositiveIntegerField()
    raw = models.JSONField()
    outcome = models.CharField(max_length=8, choices=Outcome)
    reasons = models.JSONField(default=list)
    notes = models.JSONField(default=list)

    class Meta:
        ordering = ("batch", "sheet", "number")
        constraints = (models.UniqueConstraint(fields=["batch", "sheet", "number"], name="intake_row_once"),)

    def __str__(self) -> str:
        return f"{self.sheet} {self.number}"


class Upload(models.Model):
    """A file that waits until a person has looked at how its columns are read."""

    kind = models.CharField(max_length=40)
    scope = models.CharField(max_length=120)
    sender = models.CharField(max_length=150)
    name = models.CharField(max_length=255)
    content = models.BinaryField()
    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    uploaded_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.name


class RememberedMapping(models.Model):
    """Which column means what in the files of one sender, confirmed by a person."""

    sender = models.CharField(max_length=150)
    kind = models.CharField(max_length=40)
    signature = models.CharField(max_length=64)
    mapping = models.JSONField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["sender", "kind", "signature"], name="intake_mapping_once"),)

    def __str__(self) -> str:
        return f"{self.sender} {self.kind}"
