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
    """What an account may do at one body: a village, a district, an agency, or (neither given) the whole region."""

    class Kind(models.TextChoices):
        VILLAGE_OPERATOR = "village_operator", "operator desa/kelurahan"
        DISTRICT_OPERATOR = "district_operator", "operator kecamatan"
        AGENCY_PLANNER = "agency_planner", "perencana perangkat daerah"
        PLANNER = "planner", "Bappeda"
        TREASURY = "treasury", "BPKAD"
        SECRETARY = "secretary", "sekretaris forum"
        PARTICIPANT = "participant", "peserta forum"
        OBSERVER = "observer", "pengamat"
        PPID_OFFICER = "ppid_officer", "petugas PPID"
        PPID_SUPERIOR = "ppid_superior", "atasan PPID"
        DATA_STEWARD = "data_steward", "walidata"
        SECURITY_OFFICER = "security_officer", "petugas keamanan informasi"
        AUDITOR = "auditor", "pemeriksa"
        ADMINISTRATOR = "administrator", "administrator"

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="roles")
    kind = models.CharField(max_length=20, choices=Kind)
    region = models.ForeignKey(Region, null=True, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    until = models.DateField(null=True)  # the last day on which it holds; without one it holds on
    delegated_from = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="delegations")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["account", "kind", "region", "agency"], name="people_role_once", nulls_distinct=False
            ),
            models.CheckConstraint(
                condition=models.Q(region__isnull=True) | models.Q(agency__isnull=True), name="people_role_one_body"
            ),
            models.CheckConstraint(
                condition=models.Q(delegated_from__isnull=True) | models.Q(until__isnull=False),
                name="people_delegation_ends",
            ),
        )

    def __str__(self) -> str:
        return self.get_kind_display()
