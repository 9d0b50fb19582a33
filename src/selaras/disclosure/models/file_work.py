"""Work on a large file in the background, for the page that waits for it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from selaras.disclosure.models.answer import WorkingFile


class FileWork(models.Model):
    class Kind(models.TextChoices):
        LOOK = "look", "memeriksa berkas"
        RELEASE = "release", "membuat salinan yang bersih"

    class State(models.TextChoices):
        WAITING = "waiting", "menunggu giliran"
        RUNNING = "running", "sedang dikerjakan"
        DONE = "done", "selesai"
        FAILED = "failed", "gagal"

    file = models.ForeignKey(WorkingFile, on_delete=models.PROTECT, related_name="works")
    kind = models.CharField(max_length=7, choices=Kind)
    keep = models.JSONField(default=list)  # ids of findings that the person left in, of a release
    reason = models.TextField(blank=True)  # why they may stay
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    words = models.CharField(max_length=1000, blank=True)  # why it failed
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    moved_at = models.DateTimeField()

    OPEN = (State.WAITING, State.RUNNING)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["file"], condition=Q(state__in=["waiting", "running"]), name="disclosure_one_work_on_a_file"
            ),
        )

    def __str__(self) -> str:
        return f"{self.file_id} {self.kind} {self.state}"

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN
