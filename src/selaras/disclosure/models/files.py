"""What every file that may go out has in common: it is kept sealed, looked through, and released as a clean copy."""

from __future__ import annotations

from django.db import models


class CheckedFile(models.Model):
    """A file as it lies at the body, sealed, and its released copy once a person has looked at what was found in it."""

    name = models.CharField(max_length=200)
    sealed = models.BinaryField()  # the original: never leaves the desk
    digest = models.CharField(max_length=64)
    looked_at = models.DateTimeField(null=True)  # nothing while a large one waits to be looked through
    findings = models.JSONField(default=list)  # of `engines.redaction`, as shown to the person
    unread = models.JSONField(default=list)  # sentences: what only a person can look at
    kept = models.JSONField(default=list)  # ids of findings that the person left in
    reason = models.TextField(blank=True)  # why they may stay
    released = models.FileField(upload_to="information/%Y", max_length=255, blank=True)
    released_digest = models.CharField(max_length=64, blank=True)
    done = models.JSONField(default=list)  # what was taken out of the released copy
    released_at = models.DateTimeField(null=True)
    added_at = models.DateTimeField()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def public_name(self) -> str:
        """The name under which the copy goes out: it tells of nobody, unless a person decided that it may."""
        from selaras.engines import redaction  # reads every kind of file: most commands need not load that

        told = {one["id"] for one in self.findings if one["place"] == redaction.NAME}
        return self.name if told & set(self.kept) else redaction.clean_name(self.name)
