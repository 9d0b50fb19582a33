"""A form as it was filled in, without a trace of who did."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q

from selaras.satisfaction.models.service import Desk, Service
from selaras.satisfaction.models.survey import Survey


class Answer(models.Model):
    """`marks`: element key to 1–4; a paper form may leave some open. `key` came from the form: the same key twice is
    one answer. `device` and `network` are tokens of one day and one survey, none where an officer typed it in or an
    invitation brought it; they and `at` are cleared when the survey closes. Neither the key of the row nor its place in
    the table tells the order in which they came.
    """

    class Channel(models.TextChoices):
        LINK = "link", "tautan"
        QR = "qr", "kode QR"
        INVITATION = "invitation", "undangan sesudah dilayani"
        PAPER = "paper", "kertas"
        PHONE = "phone", "telepon"

    TYPED_IN = (Channel.PAPER, Channel.PHONE)

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="answers")
    desk = models.ForeignKey(Desk, null=True, on_delete=models.PROTECT, related_name="+")
    key = models.UUIDField()
    marks = models.JSONField()
    age = models.CharField(max_length=20, blank=True)
    sex = models.CharField(max_length=20, blank=True)
    education = models.CharField(max_length=20, blank=True)
    work = models.CharField(max_length=20, blank=True)
    comment = models.CharField(max_length=1000, blank=True)
    channel = models.CharField(max_length=10, choices=Channel)
    device = models.CharField(max_length=32, blank=True)
    network = models.CharField(max_length=32, blank=True)  # of the address: many phones may share one
    day = models.DateField(null=True)  # none by invitation: where few were invited it would tell whose it was
    at = models.DateTimeField(null=True)  # for telling a burst; none of what was typed in
    cluster = models.CharField(max_length=20, blank=True)  # `why:number` of those that count together; set at closing
    typed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["survey", "key"], name="satisfaction_answer_once"),
            models.CheckConstraint(
                condition=Q(channel__in=["paper", "phone"], typed_by__isnull=False, device="", at__isnull=True)
                | (~Q(channel__in=["paper", "phone"]) & Q(typed_by__isnull=True)),
                name="satisfaction_typed_in_by_an_officer",
            ),
        )

    def __str__(self) -> str:
        return f"{self.survey_id} {self.channel}"


class Invitation(models.Model):
    """A link for one answer after a request was served. Which answer came by it is kept nowhere."""

    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="invitations")
    desk = models.ForeignKey(Desk, null=True, on_delete=models.PROTECT, related_name="+")
    reference = models.CharField(max_length=120)  # the number of what was served, as its room writes it
    token_digest = models.CharField(max_length=64, unique=True)
    invited_at = models.DateTimeField()
    used = models.BooleanField(default=False)  # not when: two times would tell whose answer it was

    class Meta:
        ordering = ("-pk",)
        constraints = (models.UniqueConstraint(fields=["service", "reference"], name="satisfaction_invited_once"),)

    def __str__(self) -> str:
        return f"{self.service_id} {self.reference}"
