"""What is known of the signal in a village, each fact with the source that said so."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from selaras.government.models import Region
from selaras.intake.models import Batch


class Signal(models.TextChoices):
    """`NOT_KNOWN` is no class: nobody said, or the code that the source uses has no meaning yet."""

    COVERED = "covered", "tercakup"
    CONSTRAINED = "constrained", "terkendala sinyal"
    BLANK = "blank", "blankspot"
    NOT_KNOWN = "not_known", "belum diketahui"


class Source(models.Model):
    """A list, census, measurement or computation. `stated`: how many villages it says that it names; `all_are`: the
    class that standing in it means, if any. One that was set aside (`ended_at`) is kept, and nothing reads it any more.
    """

    class Way(models.TextChoices):
        MEASUREMENT = "measurement", "pengukuran"
        REPORT = "report", "laporan"
        CENSUS = "census", "pendataan"
        MODEL = "model", "model perambatan"

    TERRAIN = "signal_terrain"  # the kind of a batch that holds a map of heights and no rows

    name = models.CharField(max_length=200)
    way = models.CharField(max_length=12, choices=Way)
    as_of = models.DateField()
    stated = models.PositiveIntegerField(null=True)
    all_are = models.CharField(max_length=12, choices=Signal, blank=True)
    batch = models.OneToOneField(Batch, null=True, on_delete=models.PROTECT, related_name="signal_source")
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    added_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-as_of", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=["name", "as_of"], condition=models.Q(ended_at=None), name="outreach_source_once"
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_terrain(self) -> bool:
        return self.batch is not None and self.batch.kind == self.TERRAIN


class SignalFact(models.Model):
    """`code`: what the source wrote; the office says what it means (`Legend`)."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="facts")
    village = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=40, blank=True)
    signal = models.CharField(max_length=12, choices=Signal)

    class Meta:
        ordering = ("village", "pk")
        constraints = (models.UniqueConstraint(fields=["source", "village"], name="outreach_fact_once"),)

    def __str__(self) -> str:
        return f"{self.village_id} {self.signal}"


class Legend(models.Model):
    """What a code of a source means, as an office said: no code explains itself."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE, related_name="legend")
    code = models.CharField(max_length=40)
    signal = models.CharField(max_length=12, choices=Signal)
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta:
        ordering = ("source", "code")
        constraints = (models.UniqueConstraint(fields=["source", "code"], name="outreach_legend_once"),)

    def __str__(self) -> str:
        return f"{self.code} = {self.signal}"
