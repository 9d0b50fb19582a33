"""The standing facts of a regional government: where, who, when, and by which rule."""

from __future__ import annotations

from django.db import models


class Region(models.Model):
    """A region by its code of the Ministry of Home Affairs, for example 33.05.01.2001."""

    class Level(models.TextChoices):
        PROVINCE = "province", "provinsi"
        REGENCY = "regency", "kabupaten/kota"
        DISTRICT = "district", "kecamatan"
        VILLAGE = "village", "desa/kelurahan"

    code = models.CharField(max_length=13, primary_key=True)
    name = models.CharField(max_length=120)
    level = models.CharField(max_length=10, choices=Level)
    kind = models.CharField(max_length=20, blank=True)  # desa or kelurahan: both are villages, the law differs
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    column = models.PositiveSmallIntegerField(null=True)  # place on the schematic map of the parent's children
    row = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name


class Agency(models.Model):
    """A perangkat daerah; the offices of the kecamatan are agencies too."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="agencies")
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ("code",)
        constraints = (models.UniqueConstraint(fields=["region", "code"], name="government_agency_code"),)

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        return self.short_name or self.name


class Duty(models.Model):
    """A field of government duty (bidang urusan, `2.16`) that an agency holds."""

    agency = models.ForeignKey(Agency, on_delete=models.CASCADE, related_name="duties")
    field_code = models.CharField(max_length=4)

    class Meta:
        ordering = ("field_code",)
        constraints = (models.UniqueConstraint(fields=["agency", "field_code"], name="government_duty_once"),)

    def __str__(self) -> str:
        return self.field_code


class Calendar(models.Model):
    """The holidays of one region in one version; a change makes a new version, and clocks name theirs."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="calendars")
    version = models.PositiveIntegerField()
    note = models.CharField(max_length=255, blank=True)

    class Meta:
        ordering = ("region", "-version")
        constraints = (models.UniqueConstraint(fields=["region", "version"], name="government_calendar_version"),)

    def __str__(self) -> str:
        return f"{self.region} v{self.version}"


class Holiday(models.Model):
    class Kind(models.TextChoices):
        NATIONAL = "national", "libur nasional"
        JOINT_LEAVE = "joint_leave", "cuti bersama"
        LOCAL = "local", "libur daerah"

    calendar = models.ForeignKey(Calendar, on_delete=models.CASCADE, related_name="holidays")
    date = models.DateField()
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12, choices=Kind)
    estimated = models.BooleanField(default=False)

    class Meta:
        ordering = ("date",)
        constraints = (models.UniqueConstraint(fields=["calendar", "date", "name"], name="government_holiday_once"),)

    def __str__(self) -> str:
        return f"{self.date} {self.name}"


class RegulationParameter(models.Model):
    """A deadline, weight, band or form column that comes from a regulation: data, never a constant of the code."""

    class Confidence(models.TextChoices):
        FOUND = "found", "ditemukan dalam teks"
        SECONDARY = "secondary", "sumber sekunder"
        HIGH = "high", "keyakinan tinggi"
        MEDIUM = "medium", "keyakinan sedang"
        LOW = "low", "keyakinan rendah"
        OWN = "own", "aturan Selaras sendiri"

    key = models.CharField(max_length=80)
    value = models.JSONField()
    unit = models.CharField(max_length=40, blank=True)
    legal_basis = models.CharField(max_length=255)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    confidence = models.CharField(max_length=10, choices=Confidence)

    class Meta:
        ordering = ("key", "valid_from")
        constraints = (models.UniqueConstraint(fields=["key", "valid_from"], name="government_parameter_once"),)

    def __str__(self) -> str:
        return self.key
