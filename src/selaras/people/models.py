"""Who signs in, and what they do at which body."""

from __future__ import annotations

from django.contrib.auth.models import AbstractUser
from django.db import models

from selaras.government.models import Agency, Region


class Account(AbstractUser):
    """A person, or the system itself (which nobody can sign in as)."""

    def __str__(self) -> str:
        return self.get_full_name() or self.get_username()


class Role(models.Model):
    """What an account may do at one body: a region (a village, a district) or an agency."""

    class Kind(models.TextChoices):
        ADMINISTRATOR = "administrator", "administrator"
        PLANNER = "planner", "Bappeda"
        AGENCY_PLANNER = "agency_planner", "perencana perangkat daerah"
        SECRETARY = "secretary", "sekretaris forum"
        OBSERVER = "observer", "pengamat"

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="roles")
    kind = models.CharField(max_length=20, choices=Kind)
    region = models.ForeignKey(Region, null=True, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["account", "kind", "region", "agency"], name="people_role_once", nulls_distinct=False
            ),
        )

    def __str__(self) -> str:
        return self.get_kind_display()
