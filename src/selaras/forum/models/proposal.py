"""A proposal, and what each level says of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from selaras.forum.models.forum import Forum
from selaras.government.models import Agency, Region
from selaras.intake.models import Row


class Proposal(models.Model):
    class Source(models.TextChoices):
        VILLAGE = "village", "Musrenbang desa/kelurahan"
        DISTRICT = "district", "Musrenbang kecamatan"
        DPRD = "dprd", "pokok pikiran DPRD"
        FORUM = "forum", "forum"
        WORK_PLAN = "work_plan", "Renja"

    class Status(models.TextChoices):
        PROPOSED = "proposed", "diusulkan"
        ACCEPTED = "accepted", "diterima"
        CHANGED = "changed", "diterima dengan perubahan"
        MERGED = "merged", "digabung"
        REJECTED = "rejected", "ditolak"

    class Ending(models.TextChoices):
        """Why a proposal no longer competes by itself, whatever the forum decides."""

        WITHDRAWN = "withdrawn", "ditarik"
        MERGED = "merged", "digabung"
        SPLIT = "split", "dipecah"

    forum = models.ForeignKey(Forum, on_delete=models.CASCADE, related_name="proposals")
    number = models.CharField(max_length=60)  # the sender's own where that is free in this forum
    sender = models.CharField(max_length=150)  # whose file it came in: a number is unique only there
    own_number = models.CharField(max_length=60)  # the sender's own; made from the content where none was given
    source = models.CharField(max_length=10, choices=Source)
    title = models.CharField(max_length=600)
    problem = models.TextField(blank=True)
    district = models.ForeignKey(Region, null=True, on_delete=models.PROTECT, related_name="+")
    village = models.ForeignKey(Region, null=True, on_delete=models.PROTECT, related_name="+")
    rt = models.CharField(max_length=10, blank=True)
    rw = models.CharField(max_length=10, blank=True)
    address = models.CharField(max_length=300, blank=True)
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    volume = models.DecimalField(max_digits=16, decimal_places=3, null=True)
    unit = models.CharField(max_length=60, blank=True)
    cost = models.BigIntegerField(null=True)
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="proposals")
    handler = models.ForeignKey(  # who would carry it out, once aligned; often the agency asked for
        Agency, null=True, on_delete=models.PROTECT, related_name="handled_proposals"
    )
    field_label = models.CharField(max_length=200, blank=True)  # the field of duty as the sender wrote it
    proposer = models.CharField(max_length=200, blank=True)
    source_of_funds = models.CharField(max_length=80, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.PROPOSED)
    code = models.CharField(max_length=20, blank=True)  # the catalogue entry it was aligned with
    digest = models.CharField(max_length=64)  # of what was sent, so that a resent row is known
    row = models.ForeignKey(Row, null=True, on_delete=models.SET_NULL, related_name="+")
    ending = models.CharField(max_length=10, choices=Ending, blank=True)  # empty: it stands
    routed = models.BooleanField(default=False)  # a person said who carries it out: aligning leaves that alone
    submission = models.UUIDField(null=True, unique=True)  # made by the form, so that sending it twice does no harm

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=["forum", "number"], name="forum_proposal_number"),
            models.UniqueConstraint(fields=["forum", "sender", "own_number"], name="forum_proposal_own_number"),
            models.CheckConstraint(
                condition=models.Q(cost__isnull=True) | models.Q(cost__gte=0), name="forum_proposal_cost"
            ),
        )
        indexes = (
            models.Index(fields=["forum", "status"], name="forum_proposal_status"),
            models.Index(fields=["forum", "district"], name="forum_proposal_district"),
        )

    def __str__(self) -> str:
        return self.title


class Recommendation(models.Model):
    """What one level recommends of a proposal: volume, cost, and always a reason where it differs."""

    class Level(models.TextChoices):
        VILLAGE = "village", "desa/kelurahan"
        DISTRICT = "district", "kecamatan"
        PARTNER = "partner", "mitra Bappeda"
        AGENCY = "agency", "perangkat daerah"
        BUDGET_TEAM = "budget_team", "TAPD"
        FORUM = "forum", "forum"

    class By(models.TextChoices):
        PERSON = "person", "seseorang"
        FILE = "file", "berkas"
        ALIGNING = "aligning", "penyelarasan"

    proposal = models.ForeignKey(Proposal, on_delete=models.CASCADE, related_name="recommendations")
    level = models.CharField(max_length=12, choices=Level)
    by = models.CharField(max_length=8, choices=By, default=By.PERSON)  # aligning replaces its own, a file its own
    supports = models.BooleanField(default=True)
    volume = models.DecimalField(max_digits=16, decimal_places=3, null=True)
    cost = models.BigIntegerField(null=True)
    reason = models.TextField(blank=True)
    changes = models.BooleanField(default=False)  # volume or cost are others than what was asked for
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("proposal", "pk")
        constraints = (
            # Aligning has its own word, so that it neither replaces nor is stopped by what the level itself said.
            models.UniqueConstraint(
                fields=["proposal", "level"], condition=~models.Q(by="aligning"), name="forum_recommendation_once"
            ),
            models.UniqueConstraint(fields=["proposal"], condition=models.Q(by="aligning"), name="forum_sent_on_once"),
            models.CheckConstraint(
                condition=models.Q(supports=True) | ~models.Q(reason=""), name="forum_refusal_has_reason"
            ),
            models.CheckConstraint(
                condition=models.Q(changes=False) | ~models.Q(reason=""), name="forum_change_has_reason"
            ),
        )

    def __str__(self) -> str:
        return self.get_level_display()
