"""What happens in the hall: the agenda and its notes, motions to change a proposal, objections."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from selaras.forum.models.forum import Forum, Participant
from selaras.forum.models.proposal import Proposal


class AgendaItem(models.Model):
    """One item of the agenda: words alone, or a proposal or several that are dealt with together."""

    class State(models.TextChoices):
        WAITING = "waiting", "menunggu"
        FLOOR = "floor", "sedang dibahas"
        DONE = "done", "selesai"

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="agenda")
    position = models.PositiveIntegerField()
    title = models.CharField(max_length=255)
    proposals = models.ManyToManyField(Proposal, related_name="agenda_items")
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    started_at = models.DateTimeField(null=True)  # when it first came to the floor
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("forum", "position", "pk")
        constraints = (
            models.UniqueConstraint(fields=["forum"], condition=Q(state="floor"), name="forum_one_item_on_floor"),
        )

    def __str__(self) -> str:
        return self.title


class Note(models.Model):
    """The secretary's notes of one item. The edition rises with every save, so that no save replaces one unseen."""

    item = models.OneToOneField(AgendaItem, on_delete=models.CASCADE, related_name="note")
    text = models.TextField(blank=True)
    edition = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField(auto_now=True)
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    def __str__(self) -> str:
        return self.text[:40]


class Motion(models.Model):
    """A wish to change the volume or the cost (whole rupiah) of a proposal, and what the forum said to it."""

    class State(models.TextChoices):
        RAISED = "raised", "diajukan"
        SECONDED = "seconded", "didukung"
        ACCEPTED = "accepted", "disetujui"
        REFUSED = "refused", "tidak disetujui"
        WITHDRAWN = "withdrawn", "ditarik"

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="motions")
    item = models.ForeignKey(AgendaItem, null=True, on_delete=models.SET_NULL, related_name="motions")
    proposal = models.ForeignKey(Proposal, on_delete=models.RESTRICT, related_name="motions")
    element = models.CharField(max_length=120)  # on whose behalf it was raised
    participant = models.ForeignKey(Participant, null=True, on_delete=models.SET_NULL, related_name="+")
    volume_from = models.DecimalField(max_digits=16, decimal_places=3, null=True)
    cost_from = models.BigIntegerField(null=True)
    volume_to = models.DecimalField(max_digits=16, decimal_places=3, null=True)  # none: it stays
    cost_to = models.BigIntegerField(null=True)
    reason = models.TextField()
    state = models.CharField(max_length=9, choices=State, default=State.RAISED)
    seconded_by = models.CharField(max_length=120, blank=True)  # the element
    answer = models.TextField(blank=True)  # why it was refused or withdrawn
    replaced = models.JSONField(null=True)  # what the forum had recommended before it was accepted
    raised_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("forum", "pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(volume_to=None, cost_to=None) & ~Q(reason=""), name="forum_motion_changes_something"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["raised", "seconded"], settled_at=None)
                | (~Q(state__in=["raised", "seconded"]) & ~Q(settled_at=None)),
                name="forum_motion_settled",
            ),
            models.CheckConstraint(condition=Q(cost_to=None) | Q(cost_to__gte=0), name="forum_motion_cost"),
        )

    def __str__(self) -> str:
        return f"{self.proposal_id}: {self.get_state_display()}"

    @property
    def is_open(self) -> bool:
        return self.settled_at is None


class Objection(models.Model):
    """What an element does not agree with. It stands in the record of agreement unless it was withdrawn."""

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="objections")
    item = models.ForeignKey(AgendaItem, null=True, on_delete=models.SET_NULL, related_name="objections")
    proposal = models.ForeignKey(Proposal, null=True, on_delete=models.RESTRICT, related_name="+")
    element = models.CharField(max_length=120)
    participant = models.ForeignKey(Participant, null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField()
    answer = models.TextField(blank=True)  # what the forum said to it
    raised_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("forum", "pk")
        constraints = (models.CheckConstraint(condition=~Q(text=""), name="forum_objection_says_something"),)

    def __str__(self) -> str:
        return f"{self.element}: {self.text[:40]}"
