"""What a body answered: part by part, with the files that were released and what was taken out of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from selaras.disclosure.models.exemption import Exemption
from selaras.disclosure.models.files import CheckedFile
from selaras.disclosure.models.objection import Objection
from selaras.disclosure.models.request import Request


class Answer(models.Model):
    """The one answer to a request; after an objection that was granted, one more for that objection."""

    class Outcome(models.TextChoices):
        GRANTED = "granted", "dikabulkan seluruhnya"
        PARTLY = "partly", "dikabulkan sebagian"
        REFUSED = "refused", "ditolak"
        NOT_HELD = "not_held", "tidak dikuasai"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="answers")
    objection = models.OneToOneField(Objection, null=True, on_delete=models.PROTECT, related_name="answer")
    outcome = models.CharField(max_length=8, choices=Outcome)
    text = models.TextField()
    cost = models.PositiveBigIntegerField(default=0)  # rupiah
    cost_note = models.CharField(max_length=255, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    delivered_at = models.DateTimeField(null=True)
    delivered_how = models.CharField(max_length=120, blank=True)
    published_as = models.CharField(max_length=200, blank=True)  # under which title all may read it; empty: nobody else
    published_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("request", "pk")
        indexes = (models.Index(fields=["request", "objection", "outcome"], name="disclosure_answer_outcome"),)
        constraints = (
            models.UniqueConstraint(
                fields=["request"], condition=Q(objection__isnull=True), name="disclosure_answered_once"
            ),
        )

    def __str__(self) -> str:
        return f"{self.request_id} {self.outcome}"


class AnswerDraft(models.Model):
    """An answer that is being written: it waits for a test's approval, or for tomorrow. Gone once it is sent."""

    request = models.OneToOneField(Request, on_delete=models.PROTECT, related_name="draft")
    content = models.JSONField()  # as the form sent it
    saved_at = models.DateTimeField()
    saved_by_name = models.CharField(max_length=150)

    def __str__(self) -> str:
        return f"draft {self.request_id}"


class Part(models.Model):
    """One part of what was asked, and its fate: given, withheld with the article, or not held and who holds it."""

    class Fate(models.TextChoices):
        GIVEN = "given", "diberikan"
        WITHHELD = "withheld", "dikecualikan"
        NOT_HELD = "not_held", "tidak dikuasai"
        NOT_DOCUMENTED = "not_documented", "belum didokumentasikan"

    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="parts")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=400)
    fate = models.CharField(max_length=14, choices=Fate)
    article = models.CharField(max_length=120, blank=True)
    reason = models.TextField(blank=True)
    exemption = models.ForeignKey(Exemption, null=True, on_delete=models.PROTECT, related_name="parts")

    class Meta:
        ordering = ("answer", "position")
        indexes = (models.Index(fields=["fate", "article", "answer"], name="disclosure_part_fate"),)
        constraints = (
            models.UniqueConstraint(fields=["answer", "position"], name="disclosure_part_position"),
            models.CheckConstraint(
                condition=~Q(fate="withheld") | (~Q(article="") & ~Q(reason="") & Q(exemption__isnull=False)),
                name="disclosure_withheld_has_article_and_test",
            ),
        )

    def __str__(self) -> str:
        return self.text


class WorkingFile(CheckedFile):
    """A file of a case: only its released copy goes out, and only with an answer."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="files")
    answer = models.ForeignKey(Answer, null=True, on_delete=models.PROTECT, related_name="files")

    class Meta(CheckedFile.Meta):
        ordering = ("request", "pk")
        constraints = (
            models.UniqueConstraint(fields=["request", "digest"], name="disclosure_file_once"),
            models.CheckConstraint(
                condition=Q(answer__isnull=True) | Q(released_at__isnull=False),
                name="disclosure_only_released_goes_out",
            ),
            models.CheckConstraint(condition=Q(kept=[]) | ~Q(reason=""), name="disclosure_kept_with_reason"),
        )
