"""What the region plans with: the catalogue, the strategic plan, priorities, ceilings and the draft work plan."""

from __future__ import annotations

from django.db import models

from selaras.government.models import Agency, Region


class Cycle(models.Model):
    """One yearly round of planning of one region."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="cycles")
    year = models.PositiveSmallIntegerField()  # the year that is planned, one after the year of the forum
    closed_at = models.DateTimeField(null=True)  # since a forum locked its decision; nothing of the plan changes then

    class Meta:
        ordering = ("-year",)
        constraints = (models.UniqueConstraint(fields=["region", "year"], name="planning_cycle_once"),)

    def __str__(self) -> str:
        return f"{self.region} {self.year}"


class Stage(models.Model):
    """One stage of a cycle's calendar: from when to when, who must do what. Dates are the region's own, as data."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="stages")
    key = models.SlugField(max_length=40)
    name = models.CharField(max_length=120)
    task = models.CharField(max_length=300, blank=True)
    opens_on = models.DateField()
    closes_on = models.DateField()  # the last day on which it is open
    roles = models.JSONField(default=list)  # kinds of roles that must act
    legal_basis = models.CharField(max_length=255, blank=True)

    class Meta:
        ordering = ("opens_on", "closes_on", "pk")
        constraints = (
            models.UniqueConstraint(fields=["cycle", "key"], name="planning_stage_once"),
            models.CheckConstraint(
                condition=models.Q(closes_on__gte=models.F("opens_on")), name="planning_stage_closes_after_opening"
            ),
        )

    def __str__(self) -> str:
        return self.name


class Catalogue(models.Model):
    """One version of the official list of programmes, activities and subactivities."""

    version = models.CharField(max_length=80, unique=True)
    legal_basis = models.CharField(max_length=255, blank=True)

    def __str__(self) -> str:
        return self.version


class CatalogueEntry(models.Model):
    class Level(models.TextChoices):
        AFFAIR = "affair", "urusan"
        FIELD = "field", "bidang urusan"
        PROGRAMME = "programme", "program"
        ACTIVITY = "activity", "kegiatan"
        SUBACTIVITY = "subactivity", "sub kegiatan"

    catalogue = models.ForeignKey(Catalogue, on_delete=models.CASCADE, related_name="entries")
    code = models.CharField(max_length=20)
    level = models.CharField(max_length=12, choices=Level)
    name = models.CharField(max_length=600)
    performance = models.TextField(blank=True)
    indicator = models.TextField(blank=True)
    unit = models.CharField(max_length=120, blank=True)
    definition = models.TextField(blank=True)

    class Meta:
        ordering = ("code",)
        constraints = (models.UniqueConstraint(fields=["catalogue", "code"], name="planning_entry_code"),)

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Crosswalk(models.Model):
    """What an entry of one catalogue version became in another."""

    class Relation(models.TextChoices):
        SAME = "same", "sama"
        RENAMED = "renamed", "berganti nama"
        MERGED = "merged", "digabung"
        SPLIT = "split", "dipecah"
        DROPPED = "dropped", "dihapus"

    old = models.ForeignKey(Catalogue, on_delete=models.CASCADE, related_name="+")
    old_code = models.CharField(max_length=20)
    new = models.ForeignKey(Catalogue, on_delete=models.CASCADE, related_name="+")
    new_code = models.CharField(max_length=20, blank=True)  # empty where dropped
    relation = models.CharField(max_length=8, choices=Relation)

    class Meta:
        ordering = ("old_code", "new_code")
        constraints = (
            models.UniqueConstraint(fields=["old", "old_code", "new", "new_code"], name="planning_crosswalk_once"),
        )

    def __str__(self) -> str:
        return f"{self.old_code} → {self.new_code or '–'}"


class StrategicTarget(models.Model):
    """What the strategic plan of an agency promises of one indicator for one year."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="strategic_targets")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="strategic_targets")
    code = models.CharField(max_length=20, blank=True)
    indicator = models.CharField(max_length=400)
    unit = models.CharField(max_length=80, blank=True)
    baseline = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    year = models.PositiveSmallIntegerField()
    target = models.DecimalField(max_digits=20, decimal_places=4, null=True)

    class Meta:
        ordering = ("agency", "indicator", "year")
        constraints = (
            models.UniqueConstraint(
                fields=["cycle", "agency", "code", "indicator", "year"],
                name="planning_strategic_target_once",
                violation_error_message="Target indikator ini untuk tahun itu sudah ada. Ubah yang sudah ada.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.indicator} {self.year}"


class RegionalPriority(models.Model):
    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="priorities")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=300)
    goal = models.CharField(max_length=400, blank=True)
    codes = models.JSONField(default=list)  # programme codes (or fields) that serve it

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(
                fields=["cycle", "number"],
                name="planning_priority_number",
                violation_error_message="Nomor prioritas ini sudah dipakai. Pilih nomor lain.",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Ceiling(models.Model):
    """Whole rupiah that may be spent on what it covers. Sectoral: agency, programme. Territorial: district."""

    class Kind(models.TextChoices):
        TOTAL = "total", "seluruh daerah"
        AGENCY = "agency", "perangkat daerah"
        PROGRAMME = "programme", "program"
        DISTRICT = "district", "kecamatan"
        SOURCE = "source", "sumber dana"

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="ceilings")
    kind = models.CharField(max_length=10, choices=Kind)
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="ceilings")
    programme = models.CharField(max_length=20, blank=True)
    district = models.ForeignKey(Region, null=True, on_delete=models.PROTECT, related_name="ceilings")
    source_of_funds = models.CharField(max_length=80, blank=True)
    amount = models.BigIntegerField()
    minimum = models.BigIntegerField(default=0)  # what must at least be spent inside it

    class Meta:
        ordering = ("kind", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["cycle", "kind", "agency", "programme", "district", "source_of_funds"],
                name="planning_ceiling_once",
                nulls_distinct=False,
                violation_error_message="Pagu untuk hal ini sudah ada. Ubah yang sudah ada.",
            ),
            models.CheckConstraint(
                condition=models.Q(amount__gte=0),
                name="planning_ceiling_not_negative",
                violation_error_message="Pagu tidak boleh negatif.",
            ),
            models.CheckConstraint(
                condition=models.Q(minimum__gte=0, minimum__lte=models.F("amount")),
                name="planning_minimum_inside_ceiling",
                violation_error_message="Belanja paling sedikit tidak boleh negatif atau melebihi pagunya.",
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.amount}"


class WorkPlanItem(models.Model):
    """One line of the draft work plan (Renja) of an agency."""

    cycle = models.ForeignKey(Cycle, on_delete=models.CASCADE, related_name="work_plan")
    key = models.CharField(max_length=80)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="work_plan")
    code = models.CharField(max_length=20)
    name = models.CharField(max_length=600)
    indicator = models.CharField(max_length=400, blank=True)
    unit = models.CharField(max_length=80, blank=True)
    baseline = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    target = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    location = models.CharField(max_length=255, blank=True)
    region = models.ForeignKey(Region, null=True, on_delete=models.PROTECT, related_name="+")
    cost = models.BigIntegerField()
    source_of_funds = models.CharField(max_length=80, blank=True)
    forward_target = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    forward_cost = models.BigIntegerField(null=True)
    must_fund = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    carried_from = models.ForeignKey(  # the line of the year before that it goes on with
        "self", null=True, on_delete=models.SET_NULL, related_name="carried_to"
    )

    class Meta:
        ordering = ("code", "key")
        constraints = (
            models.UniqueConstraint(
                fields=["cycle", "key"],
                name="planning_work_plan_key",
                violation_error_message="Nomor baris ini sudah dipakai. Pilih nomor lain.",
            ),
            models.CheckConstraint(
                condition=models.Q(cost__gte=0),
                name="planning_work_plan_cost",
                violation_error_message="Pagu indikatif tidak boleh negatif.",
            ),
        )

    def __str__(self) -> str:
        return self.name


class Realisation(models.Model):
    """What one line of the plan has achieved and spent from the start of its year to the end of a quarter."""

    item = models.ForeignKey(WorkPlanItem, on_delete=models.CASCADE, related_name="realisations")
    quarter = models.PositiveSmallIntegerField()
    value = models.DecimalField(max_digits=20, decimal_places=4, null=True)  # in the unit of the line's target
    spent = models.BigIntegerField()  # whole rupiah
    note = models.CharField(max_length=400, blank=True)
    reported_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("item", "quarter")
        constraints = (
            models.UniqueConstraint(fields=["item", "quarter"], name="planning_realisation_once"),
            models.CheckConstraint(
                condition=models.Q(quarter__gte=1, quarter__lte=4), name="planning_realisation_quarter"
            ),
            models.CheckConstraint(condition=models.Q(spent__gte=0), name="planning_realisation_spent"),
        )

    def __str__(self) -> str:
        return f"{self.item_id} TW {self.quarter}"
