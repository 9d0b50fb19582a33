"""That an account was told by mail what is waiting for it."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Digest(models.Model):
    """One mail to one account on one day; there is no second that day."""

    account = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    tasks = models.PositiveSmallIntegerField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["account", "day"], name="forum_digest_once_a_day"),)

    def __str__(self) -> str:
        return f"{self.account_id} {self.day}"
