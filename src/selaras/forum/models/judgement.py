"""What people said of what the engines found. It survives aligning and checking anew, which rebuild the findings."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from selaras.forum.models.forum import Forum
from selaras.forum.models.proposal import Proposal
from selaras.government.models import Agency
from selaras.planning.models import Catalogue


class Judgement(models.Model):
    """Who judged, and when."""

    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        abstract = True


class Confirmation(Judgement):
    """The catalogue entry that a person said a proposal means; it stands, and it teaches the matcher."""

    proposal = models.OneToOneField(Proposal, on_delete=models.CASCADE, related_name="confirmation")
    catalogue = models.ForeignKey(Catalogue, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=20, blank=True)  # empty: no entry fits
    text = models.CharField(max_length=600)  # the title as it was read that day: what is taught
    place = models.PositiveSmallIntegerField(null=True)  # of the entry among the suggestions; none where searched for

    class Meta:
        indexes = (models.Index(fields=["by", "at"], name="forum_confirmed_by"),)

    def __str__(self) -> str:
        return f"{self.proposal_id}: {self.code or '–'}"


class GroupVerdict(Judgement):
    """What a person said of proposals that looked alike: which are the same, which are not, which one leads.

    Two members that join are the same; one that joins and one that does not are different; where none joins, all are
    different. A later verdict on two proposals replaces an earlier one. What was found is kept, to be able to undo it.
    """

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="group_verdicts")
    key = models.CharField(max_length=64)  # of the group that was judged
    same = models.BooleanField()
    reason = models.TextField(blank=True)
    found_confidence = models.FloatField()
    found_reason = models.CharField(max_length=400)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["forum", "key"], name="forum_group_verdict_once"),)

    def __str__(self) -> str:
        return f"{self.key}: {self.same}"


class VerdictMember(models.Model):
    verdict = models.ForeignKey(GroupVerdict, on_delete=models.CASCADE, related_name="members")
    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="verdicts")
    joins = models.BooleanField()
    leads = models.BooleanField(default=False)  # chosen to stand for the group
    led = models.BooleanField(default=False)  # stood for it as it was found

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["verdict", "proposal"], name="forum_verdict_member_once"),)

    def __str__(self) -> str:
        return str(self.proposal_id)


class OverlapVerdict(Judgement):
    """What is done about two lines of the draft plan that overlap: one agency takes both, or they stay apart."""

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="overlap_verdicts")
    first = models.CharField(max_length=80)
    second = models.CharField(max_length=80)
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")  # none: kept apart
    reason = models.TextField()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["forum", "first", "second"], name="forum_overlap_verdict_once"),
            models.CheckConstraint(condition=~models.Q(reason=""), name="forum_overlap_verdict_reason"),
        )

    def __str__(self) -> str:
        return f"{self.first} + {self.second}"


class Settlement(Judgement):
    """A finding that a person took off the list, with why. The same line with another fault is a new finding."""

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="settlements")
    item = models.CharField(max_length=80)
    kind = models.CharField(max_length=40)
    sentence = models.CharField(max_length=600)
    note = models.TextField()

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["forum", "item", "kind", "sentence"], name="forum_settlement_once"),
            models.CheckConstraint(condition=~models.Q(note=""), name="forum_settlement_note"),
        )

    def __str__(self) -> str:
        return f"{self.item}: {self.note}"
