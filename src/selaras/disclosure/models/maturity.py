"""The yearly monitoring questionnaire of a body: its own answers beside those of the system and of the main PPID."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from selaras.disclosure.models.network import PublicBody


def _within(name: str) -> Q:
    return Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gte": 0, f"{name}__lte": 100})


class Assessment(models.Model):
    """The questionnaire of one body and year, with the method by which it is counted, whole."""

    class State(models.TextChoices):
        DRAFT = "draft", "sedang diisi"
        SENT = "sent", "menunggu verifikasi"
        VERIFIED = "verified", "terverifikasi"

    body = models.ForeignKey(PublicBody, on_delete=models.PROTECT, related_name="assessments")
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    method = models.JSONField()  # of `maturity.questionnaire`: questions, weights, answers, bands
    begun_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    sent_by_name = models.CharField(max_length=150, blank=True)
    claimed = models.DecimalField(
        max_digits=5, decimal_places=2, null=True
    )  # questionnaire points as the body answered
    returned_why = models.TextField(blank=True)  # why it was given back to be mended
    verified_at = models.DateTimeField(null=True)
    verified_by_name = models.CharField(max_length=150, blank=True)
    found = models.DecimalField(max_digits=5, decimal_places=2, null=True)  # questionnaire points as verified
    visit = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    visit_note = models.TextField(blank=True)
    total = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    band = models.CharField(max_length=40, blank=True)
    by_evidence = models.DecimalField(
        max_digits=5, decimal_places=2, null=True
    )  # what the system's evidence gave on the day it was verified

    class Meta:
        ordering = ("body", "-year")
        constraints = (
            models.UniqueConstraint(fields=["body", "year"], name="disclosure_assessment_once_a_year"),
            models.CheckConstraint(
                condition=~Q(state="verified")
                | Q(total__isnull=False, found__isnull=False, visit__isnull=False, verified_at__isnull=False)
                & ~Q(band=""),
                name="disclosure_verified_with_total",
            ),
            models.CheckConstraint(
                condition=Q(state="draft") | Q(sent_at__isnull=False, claimed__isnull=False),
                name="disclosure_sent_with_points",
            ),
            models.CheckConstraint(
                condition=_within("claimed") & _within("found") & _within("visit") & _within("total"),
                name="disclosure_assessment_points_of_100",
            ),
        )

    def __str__(self) -> str:
        return f"{self.body_id} {self.year}"


class AssessmentAnswer(models.Model):
    """What a body answered to one question, what the system would have, and what the main PPID found."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="answers")
    question = models.SlugField(max_length=40)
    choice = models.CharField(max_length=1)
    by_system = models.CharField(max_length=1, blank=True)  # empty: the system knows nothing about it
    system_why = models.TextField(blank=True)
    reason = models.TextField(blank=True)  # why it differs from the system
    link = models.URLField(max_length=500, blank=True)
    saved_at = models.DateTimeField()
    saved_by_name = models.CharField(max_length=150)
    verified = models.CharField(max_length=1, blank=True)
    verified_why = models.TextField(blank=True)
    verified_by_name = models.CharField(max_length=150, blank=True)

    class Meta:
        ordering = ("assessment", "pk")
        constraints = (
            models.UniqueConstraint(fields=["assessment", "question"], name="disclosure_question_answered_once"),
            models.CheckConstraint(
                condition=Q(by_system="") | Q(by_system=models.F("choice")) | ~Q(reason=""),
                name="disclosure_differs_with_reason",
            ),
            models.CheckConstraint(
                condition=Q(verified="") | Q(verified=models.F("choice")) | ~Q(verified_why=""),
                name="disclosure_corrected_with_reason",
            ),
        )

    def __str__(self) -> str:
        return f"{self.assessment_id} {self.question} {self.choice}"


class AssessmentPaper(models.Model):
    """A document that proves an answer: sealed, for the desk and the main PPID alone."""

    answer = models.ForeignKey(AssessmentAnswer, on_delete=models.PROTECT, related_name="papers")
    name = models.CharField(max_length=200)
    sealed = models.BinaryField()
    digest = models.CharField(max_length=64)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ("answer", "pk")
        constraints = (models.UniqueConstraint(fields=["answer", "digest"], name="disclosure_paper_once"),)

    def __str__(self) -> str:
        return self.name
