"""A request that is being written by who has no account, and how much came from one address lately."""

from __future__ import annotations

from django.db import models

from selaras.disclosure.models.request import IdentityDocument


class Draft(models.Model):
    """A request that is being written, without an account: only who has the link opens it; it goes after a while."""

    token_digest = models.CharField(max_length=64, primary_key=True)
    sealed = models.BinaryField()  # JSON of `drafts.Sheet`
    saved_at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["saved_at"], name="disclosure_draft_saved"),)

    def __str__(self) -> str:
        return f"draft {self.saved_at:%Y-%m-%d}"


class DraftPaper(models.Model):
    """A paper that was photographed for a draft, sealed. It goes on to the request, or with the draft."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="papers")
    kind = models.CharField(max_length=8, choices=IdentityDocument.Kind)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()  # bytes, of the paper itself
    sealed = models.BinaryField()

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=["draft", "kind"], name="disclosure_draft_paper_once"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.size}"


class Knock(models.Model):
    """Something that came from one address without an account; kept for an hour, for all processes to count."""

    kind = models.CharField(max_length=10)
    sender = models.CharField(max_length=64)  # keyed digest of the address: counts, names nobody
    at = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["kind", "sender", "at"], name="disclosure_knock_recent"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.at:%Y-%m-%d}"
