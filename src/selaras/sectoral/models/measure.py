"""Which columns of a dataset say what: the indicator, where, when, how much, and what adds up to what."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from selaras.sectoral.models.dataset import Dataset


class Measure(models.Model):
    """One column of numbers. `member` names the part that the whole column is about (`L` of `jenis kelamin`); where
    `class_column` is set, each row names its own part, and `whole_word` is what stands there for the whole.
    """

    dataset = models.ForeignKey(Dataset, on_delete=models.PROTECT, related_name="measures")
    indicator = models.CharField(max_length=200)
    value_column = models.CharField(max_length=200)
    unit = models.CharField(max_length=60, blank=True)
    step = models.DecimalField(max_digits=20, decimal_places=8, null=True)  # rounded to this; None: as the column shows
    region_column = models.CharField(max_length=200)
    code_system = models.CharField(max_length=80)  # name and version, as `kemendagri 2025`
    period_column = models.CharField(max_length=200, blank=True)
    period = models.CharField(max_length=60, blank=True)
    dimension = models.CharField(max_length=100, blank=True)
    class_column = models.CharField(max_length=200, blank=True)
    whole_word = models.CharField(max_length=100, blank=True)
    member = models.CharField(max_length=100, blank=True)
    members = models.JSONField(default=list)  # the parts of the dimension that add up to the whole; none: unchecked
    regions_add_up = models.BooleanField(default=False)  # a region is the sum of the regions right below it
    set_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        ordering = ("dataset", "indicator", "value_column", "pk")
        constraints = (
            models.UniqueConstraint(
                fields=["dataset", "indicator", "value_column", "member"], name="sectoral_measure_once"
            ),
            models.CheckConstraint(
                condition=Q(period="") & ~Q(period_column="") | ~Q(period="") & Q(period_column=""),
                name="sectoral_measure_has_one_period",
            ),
            models.CheckConstraint(
                condition=Q(dimension="", class_column="", member="", members=[])
                | (~Q(dimension="") & (Q(class_column="") | Q(member=""))),
                name="sectoral_measure_parts_of_a_dimension",
            ),
        )

    def __str__(self) -> str:
        return " ".join(word for word in (self.indicator, self.member) if word)
