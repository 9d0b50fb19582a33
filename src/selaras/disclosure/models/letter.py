"""Letters of a case: the wording an office gives them, and each letter that was written, with its digests."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from selaras.disclosure.models.network import PublicBody
from selaras.disclosure.models.request import Request


class LetterKind(models.TextChoices):
    RECEIPT = "receipt", "Tanda bukti permohonan informasi"
    INCOMPLETE = "incomplete", "Surat keterangan permohonan belum lengkap"
    EXTENSION = "extension", "Pemberitahuan perpanjangan waktu"
    ANSWER = "answer", "Pemberitahuan tertulis atas permohonan informasi"
    REFUSAL = "refusal", "Keputusan penolakan permohonan informasi"
    TRANSFER = "transfer", "Pemberitahuan penerusan permohonan"
    OBJECTION = "objection", "Tanda bukti keberatan"
    SUPERIOR = "superior", "Tanggapan atasan PPID atas keberatan"


class LetterTemplate(models.Model):
    """One version of a letter's wording, with fields in braces. Only ever added; the newest of a body binds.

    Without a body it holds for all that have none of their own. An empty text goes back to what the next one says.
    """

    kind = models.CharField(max_length=10, choices=LetterKind)
    body = models.ForeignKey(PublicBody, null=True, on_delete=models.PROTECT, related_name="letter_templates")
    version = models.PositiveIntegerField()
    text = models.TextField(blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made_by_name = models.CharField(max_length=150)

    class Meta:
        ordering = ("kind", "body", "-version")
        constraints = (
            models.UniqueConstraint(fields=["kind", "body", "version"], name="disclosure_template_version"),
            models.UniqueConstraint(
                fields=["kind", "version"], condition=Q(body__isnull=True), name="disclosure_template_version_for_all"
            ),
        )

    def __str__(self) -> str:
        return f"{self.kind} {self.body_id or ''} {self.version}"


class Letter(models.Model):
    """A letter that was written: what it is `about` is one deed of the case, so that asked for twice it is one letter.

    Its files hold who asks: they lie sealed in the storage, and go when the applicant is erased.
    """

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="letters")
    kind = models.CharField(max_length=10, choices=LetterKind)
    about = models.CharField(max_length=40)  # `answer:12`: the kind of deed and its key
    edition = models.PositiveSmallIntegerField(default=1)  # written anew after the wording or the facts changed
    number = models.CharField(max_length=90, unique=True)
    template = models.ForeignKey(LetterTemplate, null=True, on_delete=models.PROTECT, related_name="letters")
    wording_digest = models.CharField(max_length=64)  # of the text it was written from
    content_digest = models.CharField(max_length=64)  # of all that it says
    pdf = models.FileField(upload_to="letters/%Y", max_length=255, blank=True)
    pdf_digest = models.CharField(max_length=64)  # of the file as it is handed out
    docx = models.FileField(upload_to="letters/%Y", max_length=255, blank=True)
    docx_digest = models.CharField(max_length=64)
    dated_on = models.DateField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made_by_name = models.CharField(max_length=150)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("request", "pk")
        constraints = (
            models.UniqueConstraint(fields=["request", "kind", "about", "edition"], name="disclosure_letter_once"),
            models.CheckConstraint(
                condition=Q(erased_at__isnull=True) & ~Q(pdf="") & ~Q(docx="")
                | Q(erased_at__isnull=False, pdf="", docx=""),
                name="disclosure_letter_kept_or_erased",
            ),
        )

    def __str__(self) -> str:
        return self.number
