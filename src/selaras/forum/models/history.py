"""What was done with a proposal, which proposals came out of which, and what the place looks like."""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from selaras.forum.models.proposal import Proposal


class Event(models.Model):
    """One deed on one proposal: who, when, why, and the values before and after where some changed. Only ever added.

    The name and the body of who acted stand here as they were that day; the public reads the body alone.
    """

    class Kind(models.TextChoices):
        PROPOSED = "proposed", "diusulkan"
        CORRECTED = "corrected", "dibetulkan"
        RESENT = "resent", "dikirim ulang lewat berkas"
        RECOMMENDED = "recommended", "direkomendasikan"
        REROUTED = "rerouted", "diteruskan ke perangkat daerah lain"
        MERGED = "merged", "digabung"
        SPLIT = "split", "dipecah"
        CARRIED = "carried", "dibawa ke tahun berikutnya"
        WITHDRAWN = "withdrawn", "ditarik"
        UNDONE = "undone", "tindakan dibatalkan"

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(max_length=30)  # of `Kind`, or a word of the room's other parts: no list in the database
    at = models.DateTimeField()
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    actor_name = models.CharField(max_length=150)
    body = models.CharField(max_length=200, blank=True)
    before = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    after = models.JSONField(null=True, encoder=DjangoJSONEncoder)
    reason = models.TextField(blank=True)
    undoes = models.OneToOneField("self", null=True, on_delete=models.CASCADE, related_name="undone_by")

    class Meta:
        ordering = ("proposal", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(kind__in=["corrected", "rerouted", "merged", "split", "withdrawn"])
                | ~models.Q(reason=""),
                name="forum_event_has_reason",
            ),
        )

    def __str__(self) -> str:
        return f"{self.proposal_id} {self.kind}"


class Lineage(models.Model):
    """One proposal went into another, as it stands today; a deed undone takes its row away, its events stay."""

    class Kind(models.TextChoices):
        MERGED = "merged", "digabung ke dalam"
        SPLIT = "split", "dipecah menjadi"
        CARRIED = "carried", "dibawa ke tahun berikutnya sebagai"

    origin = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="descendants")
    result = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="ancestors")
    kind = models.CharField(max_length=8, choices=Kind)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["origin", "result"], name="forum_lineage_once"),
            models.UniqueConstraint(
                fields=["origin"], condition=models.Q(kind="merged"), name="forum_lineage_merged_once"
            ),
            models.CheckConstraint(condition=~models.Q(origin=models.F("result")), name="forum_lineage_other"),
        )

    def __str__(self) -> str:
        return f"{self.origin_id} {self.kind} {self.result_id}"


class Photo(models.Model):
    """A picture of the place, made small, without what a camera writes into it (position, time, device)."""

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="photos")
    file = models.FileField(upload_to="photos/%Y")
    digest = models.CharField(max_length=64)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["proposal", "digest"], name="forum_photo_once"),)

    def __str__(self) -> str:
        return f"{self.proposal_id} {self.width}×{self.height}"
