"""What the engines found: matches with the catalogue, duplicates, overlaps, faults of indicators."""

from __future__ import annotations

from django.db import models

from selaras.forum.models.forum import Forum
from selaras.forum.models.proposal import Proposal


class Match(models.Model):
    """The catalogue entries nearest to a proposal, best first, as the matcher gave them."""

    proposal = models.OneToOneField(Proposal, on_delete=models.CASCADE, related_name="match")
    fits = models.BooleanField()
    field_code = models.CharField(max_length=4, blank=True)
    field_confidence = models.FloatField(default=0)
    best = models.JSONField()  # [{code, name, confidence, words}]

    def __str__(self) -> str:
        return f"{self.proposal_id}: {self.best[0]['code'] if self.best else '–'}"


class DuplicateGroup(models.Model):
    """Proposals that say the same thing; at most one of them is funded."""

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="duplicate_groups")
    key = models.CharField(max_length=64)
    confidence = models.FloatField()
    reason = models.CharField(max_length=400)
    judged = models.BooleanField(default=False)  # a person said that all its members are the same

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["forum", "key"], name="forum_duplicate_group_once"),)

    def __str__(self) -> str:
        return self.reason


class GroupMember(models.Model):
    group = models.ForeignKey(DuplicateGroup, on_delete=models.CASCADE, related_name="members")
    proposal = models.OneToOneField(Proposal, on_delete=models.CASCADE, related_name="membership")
    leads = models.BooleanField(default=False)  # the one that stands for the group

    def __str__(self) -> str:
        return str(self.proposal_id)


class Overlap(models.Model):
    """Two lines of different agencies at the same place on the same subject."""

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="overlaps")
    first = models.CharField(max_length=80)
    second = models.CharField(max_length=80)
    confidence = models.FloatField()
    reason = models.CharField(max_length=400)

    class Meta:
        ordering = ("-confidence", "pk")
        constraints = (models.UniqueConstraint(fields=["forum", "first", "second"], name="forum_overlap_once"),)

    def __str__(self) -> str:
        return self.reason


class Finding(models.Model):
    """One fault of a line of the draft work plan, with what to do."""

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="findings")
    item = models.CharField(max_length=80)
    kind = models.CharField(max_length=40)
    severity = models.CharField(max_length=10)
    sentence = models.CharField(max_length=600)
    suggestion = models.CharField(max_length=600, blank=True)

    class Meta:
        ordering = ("item", "kind", "pk")

    def __str__(self) -> str:
        return self.sentence
