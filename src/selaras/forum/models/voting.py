"""Rounds of voting: what is voted on, who may, and one slip for each of them.

In a secret round nothing stored leads from a voter to a slip. Slips are blank and have random keys; a voter takes one
at random, the voter's row then says only that one was taken, and the slip keeps only the digest of a token that the
voter's browser holds. Neither has a time, an order or a maker. What that does not promise: THREAT_MODEL.md.
"""

from __future__ import annotations

import uuid

from django.db import models

from selaras.forum.models.forum import Forum, Participant
from selaras.forum.models.proposal import Proposal


class Round(models.Model):
    class Kind(models.TextChoices):
        SCORING = "scoring", "penilaian"
        APPROVAL = "approval", "pilihan usulan"
        QUESTION = "question", "setuju atau tidak"

    class State(models.TextChoices):
        DRAFT = "draft", "disiapkan"
        OPEN = "open", "dibuka"
        CLOSED = "closed", "ditutup"

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="rounds")
    title = models.CharField(max_length=200)  # of a question: the question
    kind = models.CharField(max_length=8, choices=Kind)
    secret = models.BooleanField(default=False)
    state = models.CharField(max_length=6, choices=State, default=State.DRAFT)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    scales = models.JSONField(default=list)  # the criteria as they stood at the opening: key, label, low, high, weight
    digest = models.CharField(max_length=64, blank=True)  # of all answers, taken at closing

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state="draft", opened_at__isnull=True, closed_at__isnull=True)
                | models.Q(state="open", opened_at__isnull=False, closed_at__isnull=True)
                | models.Q(state="closed", opened_at__isnull=False, closed_at__isnull=False),
                name="forum_round_state_has_times",
            ),
        )

    def __str__(self) -> str:
        return self.title


class RoundItem(models.Model):
    """What is answered once by each voter: a proposal, or the question of the round itself."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="items")
    position = models.PositiveSmallIntegerField()
    proposal = models.ForeignKey(Proposal, null=True, on_delete=models.RESTRICT, related_name="+")

    class Meta:
        ordering = ("round", "position")
        constraints = (
            models.UniqueConstraint(fields=["round", "position"], name="forum_round_position"),
            models.UniqueConstraint(fields=["round", "proposal"], name="forum_round_proposal"),
        )

    def __str__(self) -> str:
        return f"{self.round_id}.{self.position}"


class Voter(models.Model):
    """A participant who may vote in a round, and whether they did. Never how."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="voters")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="+")
    voted = models.BooleanField(default=False)

    class Meta:
        ordering = ("participant",)
        constraints = (models.UniqueConstraint(fields=["round", "participant"], name="forum_voter_once"),)

    def __str__(self) -> str:
        return f"{self.round_id}: {self.participant_id}"


class Slip(models.Model):
    """One ballot paper. All answers are in it, so that each is given once and a post is one write.

    `answers` maps the key of an item to `[edition, value]`; of two posts that pass each other the higher edition stays.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="slips")
    participant = models.ForeignKey(Participant, null=True, on_delete=models.CASCADE, related_name="+")  # named rounds
    token_digest = models.CharField(max_length=64, blank=True)  # secret rounds, once taken
    answers = models.JSONField(default=dict)
    complete = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=0)  # grows with every write: who writes an older one learns of it
    label = models.CharField(max_length=20, blank=True)  # what results call a secret slip; drawn by lot at closing

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["round", "participant"], condition=models.Q(participant__isnull=False), name="forum_slip_once"
            ),
            models.UniqueConstraint(
                fields=["round", "token_digest"], condition=~models.Q(token_digest=""), name="forum_slip_token_once"
            ),
            models.UniqueConstraint(
                fields=["round", "label"], condition=~models.Q(label=""), name="forum_slip_label_once"
            ),
            models.CheckConstraint(
                condition=models.Q(participant__isnull=True) | models.Q(token_digest="", label=""),
                name="forum_slip_named_or_secret",
            ),
        )

    def __str__(self) -> str:
        return self.label or str(self.pk)
