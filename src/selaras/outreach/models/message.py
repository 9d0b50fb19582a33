"""What is told to whom and why, and what became of it at each village desk."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from selaras.government.models import Region
from selaras.outreach.models.channel import Channel


class Message(models.Model):
    """`earlier` is the message that this one puts right or takes back, as `deed` says; `claim` is the hoax it answers.

    `regions`: the districts and villages it is for; none named means every village.
    """

    class Kind(models.TextChoices):
        NEWS = "news", "pengumuman"
        CALL = "call", "ajakan"
        WARNING = "warning", "peringatan"
        HOAX = "hoax", "klarifikasi hoaks"

    class Language(models.TextChoices):
        INDONESIAN = "id", "Bahasa Indonesia"
        JAVANESE = "jv", "Bahasa Jawa"

    class State(models.TextChoices):
        DRAFT = "draft", "konsep"
        SENT = "sent", "berlaku"
        CORRECTED = "corrected", "diralat"
        WITHDRAWN = "withdrawn", "ditarik"

    class Deed(models.TextChoices):
        CORRECTS = "corrects", "ralat"
        WITHDRAWS = "withdraws", "penarikan"

    key = models.CharField(max_length=12, unique=True)  # in the address, on the sheet and in its QR code
    submission = models.UUIDField(unique=True)  # of the form: the same form twice is one message
    kind = models.CharField(max_length=8, choices=Kind)
    title = models.CharField(max_length=150)
    text = models.TextField()
    claim = models.CharField(max_length=500, blank=True)
    audience = models.CharField(max_length=200)
    purpose = models.CharField(max_length=300)
    legal_basis = models.CharField(max_length=300)
    language = models.CharField(max_length=2, choices=Language, default=Language.INDONESIAN)
    valid_from = models.DateField()
    valid_until = models.DateField()
    urgent = models.BooleanField(default=False)
    channels = models.ManyToManyField(Channel, related_name="messages")
    regions = models.ManyToManyField(Region, related_name="+", blank=True)
    state = models.CharField(max_length=9, choices=State, default=State.DRAFT)
    earlier = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="later")
    deed = models.CharField(max_length=9, choices=Deed, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-urgent", "-sent_at", "-pk")
        constraints = (
            models.CheckConstraint(condition=Q(valid_until__gte=F("valid_from")), name="outreach_ends_after_it_begins"),
            models.CheckConstraint(
                condition=Q(state="draft", sent_at__isnull=True) | (~Q(state="draft") & Q(sent_at__isnull=False)),
                name="outreach_sent_has_its_moment",
            ),
            models.CheckConstraint(
                condition=Q(earlier__isnull=True, deed="") | (Q(earlier__isnull=False) & ~Q(deed="")),
                name="outreach_earlier_has_its_deed",
            ),
        )

    def __str__(self) -> str:
        return self.title

    def is_in_force(self, day: date) -> bool:
        return self.state == self.State.SENT and self.valid_from <= day <= self.valid_until


class Delivery(models.Model):
    """A message at one village desk. `channel`: the first of the chosen ones that goes there, none where none does.

    `reply`: the letter of the slip on paper, which the telephone says in words. `submission`: the form that brought it.
    """

    class Reply(models.TextChoices):
        ANNOUNCED = "A", "diterima, sudah diumumkan"
        RECEIVED = "B", "diterima, akan diumumkan"
        ASKING = "C", "diterima, ada pertanyaan"
        CANNOT = "D", "tidak dapat diumumkan"

    class Way(models.TextChoices):
        PHONE = "phone", "telepon genggam"
        PAPER = "paper", "kertas"

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="deliveries")
    village = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    channel = models.ForeignKey(Channel, null=True, on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField()
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=5, choices=Way, blank=True)
    reply = models.CharField(max_length=1, choices=Reply, blank=True)
    note = models.TextField(blank=True)  # of the newest reply, and of those that arrived after it but were said before
    told_at = models.DateTimeField(null=True)  # when the newest reply was said; the first came at `acknowledged_at`
    submission = models.UUIDField(null=True)
    answer = models.TextField(blank=True)  # to what the desk asked
    answered_at = models.DateTimeField(null=True)
    answer_read_at = models.DateTimeField(null=True)  # by the desk that asked; none again once the answer is another
    reminded_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["message", "village"], name="outreach_delivered_once"),
            models.CheckConstraint(
                condition=Q(acknowledged_at__isnull=True, acknowledged_by__isnull=True, way="", reply="")
                | (Q(acknowledged_at__isnull=False, acknowledged_by__isnull=False) & ~Q(way="") & ~Q(reply="")),
                name="outreach_acknowledged_by_somebody",
            ),
        )
        indexes = (
            models.Index(
                fields=["message", "village", "due_at"],
                condition=Q(acknowledged_at__isnull=True),
                name="outreach_unacknowledged",
            ),
            models.Index(fields=["village", "acknowledged_at"], name="outreach_heard_from"),
        )

    def __str__(self) -> str:
        return f"{self.message_id} {self.village_id}"

    @property
    def is_asking(self) -> bool:
        """It asks, and was not answered since."""
        answered = self.answered_at is not None and self.told_at is not None and self.told_at <= self.answered_at
        return self.reply == self.Reply.ASKING and not answered

    @property
    def is_answer_unread(self) -> bool:
        """The desk asked, was answered, and has not said that it read so."""
        return self.reply == self.Reply.ASKING and not self.is_asking and self.answer_read_at is None
