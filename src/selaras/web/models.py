"""What the site itself remembers."""

from __future__ import annotations

from django.db import models


class SignInAttempt(models.Model):
    """One try at signing in that has not succeeded; kept in the database so that all processes count together."""

    username = models.CharField(max_length=150)
    address = models.GenericIPAddressField(null=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = (models.Index(fields=["username", "address", "at"], name="web_sign_in_attempt"),)

    def __str__(self) -> str:
        return f"{self.username} {self.address}"
