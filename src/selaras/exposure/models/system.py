"""What an office runs: systems and the hosts that they stand on."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from selaras.exposure.models.keys import LENGTH, new_key
from selaras.government.models import Agency

MOST_WORTH = 10


class Host(models.Model):
    """A machine; who breaks out of one system on it reaches the others."""

    key = models.CharField(max_length=LENGTH, unique=True, default=new_key)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    isolated = models.BooleanField(default=False)  # containers or virtual machines keep its systems apart

    class Meta:
        ordering = ("name", "pk")
        constraints = (models.UniqueConstraint("agency", Lower("name"), name="exposure_host_once"),)

    def __str__(self) -> str:
        return self.name


class System(models.Model):
    """One row of the government's inventory of applications. `worth` above 0 makes it a core system."""

    class Classification(models.TextChoices):
        OPEN = "open", "terbuka"
        LIMITED = "limited", "terbatas"
        SECRET = "secret", "rahasia"

    class LifeCycle(models.TextChoices):
        PLANNED = "planned", "direncanakan"
        BUILT = "built", "dibangun"
        USED = "used", "dipakai"
        RETIRED = "retired", "dihentikan"

    class Internet(models.TextChoices):
        CLOSED = "closed", "tidak terbuka"
        GUARDED = "guarded", "terbuka lewat VPN atau WAF"
        OPEN = "open", "terbuka"

    class Foothold(models.TextChoices):
        """Whether an intruder may begin here, and why that is likelier than elsewhere."""

        NONE = "none", "bukan titik masuk"
        VILLAGE = "village", "sistem desa"
        VENDOR = "vendor", "sistem vendor"
        OTHER = "other", "titik masuk lain"

    key = models.CharField(max_length=LENGTH, unique=True, default=new_key)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    purpose = models.CharField(max_length=500)
    address = models.CharField(max_length=255, blank=True)
    vouched = models.BooleanField(default=False)  # the officer of the region told where it is
    holds = models.CharField(max_length=500, blank=True)
    classification = models.CharField(max_length=8, choices=Classification)
    personal_data = models.BooleanField(default=False)
    life_cycle = models.CharField(max_length=8, choices=LifeCycle, default=LifeCycle.USED)
    worth = models.PositiveSmallIntegerField(default=0)
    internet = models.CharField(max_length=8, choices=Internet, default=Internet.CLOSED)
    foothold = models.CharField(max_length=8, choices=Foothold, default=Foothold.NONE)
    contact_unit = models.CharField(max_length=200)  # a section of the agency, not a private person
    host = models.ForeignKey(Host, null=True, on_delete=models.PROTECT, related_name="systems")
    details = models.JSONField(default=dict)  # further columns of the inventory, as `terms.DETAILS` names them
    registered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    registered_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        ordering = ("name", "pk")
        constraints = (
            models.UniqueConstraint("agency", Lower("name"), name="exposure_system_once"),
            models.CheckConstraint(condition=Q(worth__lte=MOST_WORTH), name="exposure_worth_is_small"),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_core(self) -> bool:
        return self.worth > 0

    @property
    def is_retired(self) -> bool:
        return self.life_cycle == self.LifeCycle.RETIRED
