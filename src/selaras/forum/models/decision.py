"""What the forum decided, by which rule, from which inputs."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from selaras.forum.models.forum import Forum
from selaras.forum.models.proposal import Proposal


class Decision(models.Model):
    """One run of one rule. `document` is the whole decision.json, compressed: it replays to the same result."""

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="decisions")
    rule = models.CharField(max_length=16, choices=Forum.Rule)
    version = models.CharField(max_length=20)
    inputs_digest = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)
    document = models.BinaryField()
    summary = models.JSONField(default=dict)
    audit_head = models.CharField(max_length=64)
    decided_at = models.DateTimeField(auto_now_add=True)
    current = models.BooleanField(default=True)
    locked_at = models.DateTimeField(null=True)
    locked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["forum"], condition=models.Q(current=True), name="forum_one_current_decision"
            ),
            models.CheckConstraint(
                condition=models.Q(locked_at__isnull=True, locked_by__isnull=True)
                | models.Q(locked_at__isnull=False, locked_by__isnull=False),
                name="forum_lock_has_a_hand",
            ),
        )

    def __str__(self) -> str:
        return f"{self.forum} {self.rule}"

    @property
    def verification_code(self) -> str:
        """Twelve signs of the digest in groups of four, as a person reads them aloud."""
        short = self.digest[:12].upper()
        return "-".join(short[at : at + 4] for at in range(0, 12, 4))


class Material(models.Model):
    """What a decision is asked "what if" by: its problem and the share of each criterion, packed by `what_if`."""

    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, related_name="material")
    data = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.decision_id}: {len(self.data)}"


class Outcome(models.Model):
    """What became of one proposal in one decision, and why."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="outcomes")
    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="outcomes")
    status = models.CharField(max_length=10, choices=Proposal.Status)
    rank = models.PositiveIntegerField(null=True)
    score = models.IntegerField(null=True)
    volume = models.DecimalField(max_digits=16, decimal_places=3, null=True)
    cost = models.BigIntegerField(null=True)
    reason = models.CharField(max_length=30)
    sentence = models.TextField()
    detail = models.JSONField(default=dict)

    class Meta:
        ordering = ("decision", "rank")
        constraints = (models.UniqueConstraint(fields=["decision", "proposal"], name="forum_outcome_once"),)

    def __str__(self) -> str:
        return self.get_status_display()


def _document_path(document: Document, name: str) -> str:
    """By its content, so that a document written again replaces nothing that a reader may be downloading."""
    return f"forum/{document.decision.forum.slug}/{document.decision_id}/{document.digest[:12]}/{name}"


class Document(models.Model):
    """One file written from a decision."""

    decision = models.ForeignKey(Decision, on_delete=models.CASCADE, related_name="documents")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    file = models.FileField(upload_to=_document_path, max_length=255)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    tells_signatures = models.BooleanField(default=False)  # written after signing, so not part of what is signed

    class Meta:
        ordering = ("decision", "position")
        constraints = (models.UniqueConstraint(fields=["decision", "position"], name="forum_document_position"),)

    def __str__(self) -> str:
        return self.title
