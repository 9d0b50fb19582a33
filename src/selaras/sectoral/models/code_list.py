"""The lists of codes that columns are checked against: whose codes, as of which version."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q


class CodeList(models.Model):
    """Codes of two systems collide (94 is Papua in one, Papua Tengah in the other), so a list is system and version."""

    system = models.CharField(max_length=60)
    version = models.CharField(max_length=40)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    name = models.CharField(max_length=200)  # of the file
    file = models.FileField(max_length=255)  # as it came
    digest = models.CharField(max_length=64)
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    imported_at = models.DateTimeField()

    class Meta:
        ordering = ("system", "-version")
        constraints = (
            models.UniqueConstraint(fields=["system", "version"], name="sectoral_code_list_once"),
            models.CheckConstraint(
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="sectoral_code_list_ends_after_it_starts",
            ),
        )

    def __str__(self) -> str:
        return f"{self.system} {self.version}"


class Code(models.Model):
    """A row of a list. One with a `problem` is kept to be seen and is no code of the list."""

    code_list = models.ForeignKey(CodeList, on_delete=models.CASCADE, related_name="codes")
    line = models.PositiveIntegerField()
    code = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    problem = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("code_list", "line")
        constraints = (
            models.UniqueConstraint(
                fields=["code_list", "code"], condition=Q(problem=""), name="sectoral_code_once_in_a_list"
            ),
        )

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
