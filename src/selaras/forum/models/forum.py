"""The forum itself: who takes part, what they weigh by, what they gave."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from selaras.government.models import Agency
from selaras.planning.models import Catalogue, Cycle


class Forum(models.Model):
    """One Forum Perangkat Daerah of one cycle. `slug` names it in addresses and files."""

    class Rule(models.TextChoices):
        RANKED = "ranked", "urutan nilai"
        OPTIMAL = "optimal", "nilai total tertinggi"
        EQUAL_SHARES = "equal_shares", "bagian setara"

    slug = models.SlugField(unique=True)
    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="forums")
    name = models.CharField(max_length=255)
    host = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="hosted_forums")
    held_on = models.DateField()
    place = models.CharField(max_length=255, blank=True)
    catalogue = models.ForeignKey(Catalogue, null=True, on_delete=models.PROTECT, related_name="+")
    rule = models.CharField(max_length=16, choices=Rule, default=Rule.RANKED)
    synthetic = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    publish_when_locked = models.BooleanField(default=False)  # else the public reads a decision as soon as it is made
    check_in_open = models.BooleanField(default=False)  # whether participants may check in on their own phones

    class Meta:
        ordering = ("-held_on",)

    def __str__(self) -> str:
        return self.name


class Criterion(models.Model):
    """What proposals are weighed by; weights are agreed by the forum."""

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="criteria")
    key = models.SlugField(max_length=40)
    label = models.CharField(max_length=120)
    weight = models.PositiveIntegerField()
    low = models.SmallIntegerField(default=1)
    high = models.SmallIntegerField(default=5)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["forum", "key"], name="forum_criterion_once"),)

    def __str__(self) -> str:
        return self.label


class Participant(models.Model):
    """Who takes part. A personal link is never kept, only its digest; `present` may also come from a file."""

    class Way(models.TextChoices):
        LINK = "link", "tautan pribadi"
        DESK = "desk", "meja daftar hadir"

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="participants")
    number = models.CharField(max_length=20)
    name = models.CharField(max_length=150)
    element = models.CharField(max_length=120)
    role = models.CharField(max_length=120, blank=True)
    institution = models.CharField(max_length=200, blank=True)
    present = models.BooleanField(default=False)
    assessor = models.BooleanField(default=False)
    invited = models.BooleanField(default=True)  # else came without an invitation, and was added at the desk
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="participations"
    )
    checked_in_at = models.DateTimeField(null=True)
    checked_in_by = models.CharField(max_length=4, choices=Way, blank=True)
    token_digest = models.CharField(max_length=64, blank=True)
    link_ends_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["forum", "number"], name="forum_participant_number"),
            models.UniqueConstraint(fields=["forum", "account"], name="forum_participant_account"),
            models.UniqueConstraint(
                fields=["token_digest"], condition=~Q(token_digest=""), name="forum_participant_token"
            ),
            models.CheckConstraint(
                condition=Q(token_digest="", link_ends_at=None) | (~Q(token_digest="") & ~Q(link_ends_at=None)),
                name="forum_participant_link_ends",
            ),
            models.CheckConstraint(
                condition=Q(checked_in_at=None, checked_in_by="")
                | (Q(present=True) & ~Q(checked_in_at=None) & ~Q(checked_in_by="")),
                name="forum_participant_checked_in",
            ),
        )

    def __str__(self) -> str:
        return self.name

    def get_username(self) -> str:
        """What the log calls who acts by a personal link; never the name of a private person."""
        return f"peserta {self.number}"


class Mark(models.Model):
    """What one assessor gave one proposal: criterion key to value. A missing key is a missing score."""

    assessor = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="marks")
    proposal = models.ForeignKey("forum.Proposal", on_delete=models.CASCADE, related_name="marks")
    values = models.JSONField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["assessor", "proposal"], name="forum_mark_once"),)

    def __str__(self) -> str:
        return f"{self.assessor_id} {self.proposal_id}"


class Conflict(models.Model):
    """A declared conflict of interest: the assessor's marks on the proposal are set aside, in the open."""

    assessor = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="conflicts")
    proposal = models.ForeignKey("forum.Proposal", on_delete=models.CASCADE, related_name="conflicts")
    reason = models.CharField(max_length=255)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["assessor", "proposal"], name="forum_conflict_once"),)

    def __str__(self) -> str:
        return self.reason


class Ballot(models.Model):
    """The proposals that one participant approves, by number."""

    participant = models.OneToOneField(Participant, on_delete=models.CASCADE, related_name="ballot")
    approved = models.JSONField()

    def __str__(self) -> str:
        return f"{self.participant_id}: {len(self.approved)}"
