"""The network of bodies that answer for their information, from the main PPID down to the village."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from selaras.government.models import Agency, Region


class PublicBody(models.Model):
    """A body that the openness law binds: it has a desk, clocks and a publication list of its own.

    `superior` is the body whose superior officer (atasan PPID) answers objections; a desa answers its own. `helper` is
    the body that may act at this desk in its name, as a district does for a village.
    """

    class Kind(models.TextChoices):
        MAIN = "main", "PPID Utama"
        AGENCY = "agency", "perangkat daerah"
        DISTRICT = "district", "kecamatan"
        VILLAGE = "village", "desa"
        URBAN_VILLAGE = "urban_village", "kelurahan"

    kind = models.CharField(max_length=15, choices=Kind)
    code = models.SlugField(max_length=40, unique=True)  # in addresses and in registration numbers
    name = models.CharField(max_length=200)
    region = models.OneToOneField(Region, null=True, on_delete=models.PROTECT, related_name="public_body")
    agency = models.OneToOneField(Agency, null=True, on_delete=models.PROTECT, related_name="public_body")
    superior = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="answered_for")
    helper = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="helped")
    address = models.CharField(max_length=255, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    hours = models.CharField(max_length=120, blank=True)
    decree = models.CharField(max_length=200, blank=True)  # number and title of the decree that formed the desk
    decree_date = models.DateField(null=True)

    class Meta:
        ordering = ("code",)
        constraints = (
            models.CheckConstraint(
                condition=Q(region__isnull=False, agency__isnull=True) | Q(region__isnull=True, agency__isnull=False),
                name="disclosure_body_one_place",
            ),
            models.CheckConstraint(condition=~Q(helper=models.F("pk")), name="disclosure_body_helped_by_other"),
        )

    def __str__(self) -> str:
        return self.name


class Officer(models.Model):
    """Who holds a post in a PPID by decree: a public official, named because people must know whom to ask."""

    class Post(models.TextChoices):
        SUPERIOR = "superior", "atasan PPID"
        HEAD = "head", "PPID"
        DESK = "desk", "petugas layanan informasi"

    body = models.ForeignKey(PublicBody, on_delete=models.CASCADE, related_name="officers")
    post = models.CharField(max_length=10, choices=Post)
    name = models.CharField(max_length=150)
    position = models.CharField(max_length=150, blank=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)

    class Meta:
        ordering = ("body", "post", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["body", "post"],
                condition=Q(until__isnull=True) & ~Q(post="desk"),
                name="disclosure_post_held_by_one",
            ),
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(until__gte=models.F("since")),
                name="disclosure_post_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Training(models.Model):
    """A training that officers of a body attended."""

    body = models.ForeignKey(PublicBody, on_delete=models.CASCADE, related_name="trainings")
    held_on = models.DateField()
    title = models.CharField(max_length=200)
    attended = models.PositiveSmallIntegerField(default=1)

    class Meta:
        ordering = ("body", "-held_on")
        constraints = (
            models.UniqueConstraint(fields=["body", "held_on", "title"], name="disclosure_training_once"),
            models.CheckConstraint(condition=Q(attended__gte=1), name="disclosure_training_attended"),
        )

    def __str__(self) -> str:
        return self.title
