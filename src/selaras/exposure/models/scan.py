"""What scanners reported, as offices sent it: the report whole, the hosts that it saw, and the findings over time."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from selaras.engines.findings.dates import instant
from selaras.exposure.models.keys import LENGTH, new_key
from selaras.exposure.models.system import Host, System
from selaras.exposure.models.waiting import is_stale
from selaras.government.models import Agency


class Report(models.Model):
    """One file. `agency` is whose register of findings it goes into; none: that of the whole region."""

    class State(models.TextChoices):
        WAITING = "waiting", "menunggu dibaca"
        READ = "read", "terbaca"
        REFUSED = "refused", "ditolak"

    key = models.CharField(max_length=LENGTH, unique=True, default=new_key)
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    file = models.FileField(max_length=255)
    digest = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    state = models.CharField(max_length=7, choices=State, default=State.WAITING)
    words = models.CharField(max_length=1000, blank=True)  # why it was refused
    format = models.CharField(max_length=40, blank=True)
    tool = models.CharField(max_length=300, blank=True)
    scanned_at = models.CharField(max_length=60, blank=True)  # as the tool tells it
    told = models.JSONField(default=dict)  # counts of what it changed, and its doubts
    draft = models.JSONField(default=dict)  # systems and connections of a model, until they are confirmed
    sent_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=["digest", "agency"], condition=~Q(state="refused"), name="exposure_report_once"
            ),
            models.UniqueConstraint(
                fields=["digest"], condition=Q(agency=None) & ~Q(state="refused"), name="exposure_region_report_once"
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_stuck(self) -> bool:
        return self.state == self.State.WAITING and is_stale(self.sent_at)

    @property
    def scanned_day(self) -> datetime | None:
        return instant(self.scanned_at)


class SeenHost(models.Model):
    """A machine or site that a report saw. `words`: its names and addresses, each between blanks."""

    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")  # as of its reports
    name = models.CharField(max_length=300)
    words = models.TextField()
    services = models.JSONField(default=list)  # port, protocol, what answers
    system = models.ForeignKey(System, null=True, on_delete=models.SET_NULL, related_name="seen")
    host = models.ForeignKey(Host, null=True, on_delete=models.SET_NULL, related_name="seen")
    first_seen = models.DateTimeField()
    last_seen = models.DateTimeField()

    class Meta:
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint(fields=["agency", "name"], name="exposure_seen_once"),
            models.UniqueConstraint(fields=["name"], condition=Q(agency=None), name="exposure_region_seen_once"),
        )

    def __str__(self) -> str:
        return self.name


class Finding(models.Model):
    """One weakness at one place. `mark` is the engine's key of it, `told` the engine's finding as last reported.

    A register of findings is an agency's own, or that of the region: what one agency sends changes nobody else's.
    """

    class State(models.TextChoices):
        OPEN = "open", "terbuka"
        REOPENED = "reopened", "kembali terbuka"
        ACCEPTED = "accepted", "risikonya diterima"
        GONE = "gone", "tidak terlihat lagi"

    LIVE = (State.OPEN, State.REOPENED, State.ACCEPTED)

    key = models.CharField(max_length=LENGTH, unique=True, default=new_key)
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    mark = models.CharField(max_length=20)
    format = models.CharField(max_length=40, db_index=True)
    title = models.CharField(max_length=300)
    severity = models.CharField(max_length=8)
    score = models.FloatField(null=True)
    cves = models.JSONField(default=list)
    chance = models.FloatField(null=True)  # of use, by the newest KEV and EPSS lists; none where they know nothing
    seen_host = models.ForeignKey(SeenHost, null=True, on_delete=models.PROTECT, related_name="findings")
    system = models.ForeignKey(System, null=True, on_delete=models.SET_NULL, related_name="findings")
    told = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    first_seen = models.CharField(max_length=40)  # ISO 8601, as the engine has it
    last_seen = models.CharField(max_length=40)
    gone_since = models.CharField(max_length=40, blank=True)
    reopened = models.PositiveIntegerField(default=0)
    reason = models.CharField(max_length=500, blank=True)  # why its risk was accepted, or how it was settled
    judged_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    judged_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=["agency", "mark"], name="exposure_finding_once"),
            models.UniqueConstraint(fields=["mark"], condition=Q(agency=None), name="exposure_region_finding_once"),
            models.CheckConstraint(
                condition=~Q(state="accepted") | ~Q(reason=""), name="exposure_accepted_with_reason"
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def is_live(self) -> bool:
        return self.state in self.LIVE

    @property
    def first_day(self) -> datetime | None:
        return instant(self.first_seen)

    @property
    def last_day(self) -> datetime | None:
        return instant(self.last_seen)

    @property
    def gone_day(self) -> datetime | None:
        return instant(self.gone_since)

    @property
    def where(self) -> str:
        """The place in one word: the path, else host and port, else the image or part that was looked at."""
        told: dict[str, Any] = self.told
        port = f"{told.get('host')}:{told['port']}" if told.get("port") else told.get("host", "")
        return str(
            next(
                filter(
                    None, (told.get("place"), *told.get("places", ()), port, told.get("component"), told.get("target"))
                ),
                "",
            )
        )
