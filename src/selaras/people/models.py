"""Who signs in, and what they do at which body."""

from __future__ import annotations

from functools import cached_property

from django.contrib.auth.models import AbstractUser
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from selaras.government.models import Agency, Region


class Account(AbstractUser):
    """A person, or the system itself (which nobody can sign in as)."""

    class Meta:
        constraints = (
            # Who comes through the office's own sign-in is known by this address alone.
            models.UniqueConstraint(Lower("email"), condition=~models.Q(email=""), name="people_account_email_once"),
        )

    def __str__(self) -> str:
        return self.get_full_name() or self.get_username()

    @cached_property
    def stands_in_for(self) -> list[str]:
        """Whose roles this account holds by delegation today, as `name (role)`; the log tells it with each action."""
        if self.pk is None:
            return []
        held = Role.objects.in_force().filter(account=self).exclude(delegated_from=None)
        rows = held.order_by("pk").values_list("delegated_from__account__username", "kind")
        return [f"{username} ({kind})" for username, kind in rows]


class RoleSet(models.QuerySet["Role"]):
    def in_force(self) -> RoleSet:
        """The roles that hold today; a delegated one holds no longer than its source, and falls with who gave it."""
        today = timezone.localdate()
        still = models.Q(until=None) | models.Q(until__gte=today)
        source_still = models.Q(delegated_from__until=None) | models.Q(delegated_from__until__gte=today)
        source = models.Q(delegated_from=None) | (source_still & models.Q(delegated_from__account__is_active=True))
        return self.filter(still, source, account__is_active=True)


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
        DATA_PRODUCER = "data_producer", "produsen data"
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
    reason = models.CharField(max_length=255, blank=True)  # why it was delegated

    objects = RoleSet.as_manager()

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

    @property
    def body(self) -> Region | Agency | None:
        return self.region or self.agency


class Invitation(models.Model):
    """A person asked by link to open an account with one role. The link itself is never kept, only its digest."""

    name = models.CharField(max_length=150)
    email = models.EmailField(blank=True)
    kind = models.CharField(max_length=20, choices=Role.Kind)
    region = models.ForeignKey(Region, null=True, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    token_digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="invitations")
    sent_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    account = models.OneToOneField(Account, null=True, on_delete=models.PROTECT, related_name="invitation")

    class Meta:
        ordering = ("-sent_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(region__isnull=True) | models.Q(agency__isnull=True),
                name="people_invitation_one_body",
            ),
        )

    def __str__(self) -> str:
        return f"{self.name}: {self.get_kind_display()}"

    @property
    def body(self) -> Region | Agency | None:
        return self.region or self.agency

    @property
    def waits(self) -> bool:
        """Whether its link still opens."""
        return self.account_id is None and self.withdrawn_at is None and self.ends_at > timezone.now()


class Session(AbstractBaseSession):
    """A browser that is known here; one in which somebody signed in says who, since when and from where."""

    account = models.ForeignKey(Account, null=True, on_delete=models.CASCADE, related_name="sessions")
    started_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    address = models.GenericIPAddressField(null=True)
    browser = models.CharField(max_length=200, blank=True)

    class Meta(AbstractBaseSession.Meta):
        ordering = ("-seen_at",)

    @classmethod
    def get_session_store_class(cls) -> type:
        from selaras.people.sessions import SessionStore  # the store needs this model

        return SessionStore
