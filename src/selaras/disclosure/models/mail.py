"""Letters by mail: what goes out with each step, once; and what came in, once, with what became of it."""

from __future__ import annotations

from uuid import uuid4

from django.db import models
from django.db.models import Q

from selaras.disclosure.models.exemption import Exemption
from selaras.disclosure.models.request import Request, Step


class Mail(models.Model):
    """One mail to one side about one step, or to a desk about an exemption that ends.

    It is claimed before it is handed over, so that none leaves twice: one that was claimed and never noted as sent may
    have left, and is not sent again by itself.
    """

    class Side(models.TextChoices):
        APPLICANT = "applicant", "pemohon"
        DESK = "desk", "meja layanan"

    key = models.UUIDField(unique=True, default=uuid4, editable=False)  # in its Message-ID
    request = models.ForeignKey(Request, null=True, on_delete=models.PROTECT, related_name="mails")
    step = models.ForeignKey(Step, null=True, on_delete=models.PROTECT, related_name="mails")
    exemption = models.ForeignKey(Exemption, null=True, on_delete=models.PROTECT, related_name="mails")
    side = models.CharField(max_length=9, choices=Side)
    sealed = models.BinaryField(null=True)  # JSON of `mail.words.Written`; emptied when the applicant is erased
    made_at = models.DateTimeField()
    next_at = models.DateTimeField()  # not tried before
    tries = models.PositiveSmallIntegerField(default=0)  # that failed
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    failure = models.CharField(max_length=200, blank=True)  # why the last try failed, without any address

    class Meta:
        ordering = ("pk",)
        indexes = (
            models.Index(fields=["next_at"], condition=Q(claimed_at__isnull=True), name="disclosure_mail_waiting"),
        )
        constraints = (
            models.UniqueConstraint(fields=["step", "side"], name="disclosure_mail_once_a_step"),
            models.CheckConstraint(
                condition=Q(step__isnull=False, request__isnull=False, exemption__isnull=True)
                | Q(step__isnull=True, request__isnull=True, exemption__isnull=False, side="desk"),
                name="disclosure_mail_about_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True) | Q(claimed_at__isnull=False), name="disclosure_mail_claimed_first"
            ),
        )

    def __str__(self) -> str:
        return f"{self.request_id or self.exemption_id} {self.side}"


class Arrival(models.Model):
    """A mail that came in, known by its Message-ID, and what became of it."""

    class Fate(models.TextChoices):
        OPENED = "opened", "menjadi permohonan"
        FILED = "filed", "disimpan pada permohonannya"
        AUTOMATIC = "automatic", "jawaban otomatis, tidak diproses"
        EMPTY = "empty", "kosong, tidak diproses"
        TOO_MANY = "too_many", "terlalu banyak dari satu pengirim, tidak diproses"

    digest = models.CharField(max_length=64, unique=True)  # of the Message-ID
    sender = models.CharField(max_length=64)  # keyed digest of the address: counts, names nobody
    request = models.ForeignKey(Request, null=True, on_delete=models.PROTECT, related_name="arrivals")
    fate = models.CharField(max_length=9, choices=Fate)
    from_applicant = models.BooleanField(default=False)  # the address is the one of the case
    papers = models.PositiveSmallIntegerField(default=0)
    left_out = models.PositiveSmallIntegerField(default=0)  # attachments that were no paper, or too many or large
    sealed = models.BinaryField(null=True)  # JSON of `mail.incoming.Kept`; emptied when the applicant is erased
    arrived_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        indexes = (models.Index(fields=["sender", "arrived_at"], name="disclosure_arrival_sender"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(fate__in=["opened", "filed"], request__isnull=False)
                | Q(fate__in=["automatic", "empty", "too_many"], request__isnull=True),
                name="disclosure_arrival_has_its_case",
            ),
        )

    def __str__(self) -> str:
        return f"{self.arrived_at:%Y-%m-%d} {self.fate}"
