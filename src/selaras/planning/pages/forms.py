"""The forms in which records of the plan are edited, built from their tables."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from selaras.government.models import Region
from selaras.planning.models import Cycle
from selaras.planning.pages.fields import NumberField, RupiahField
from selaras.planning.records import Kind

LABELS = {
    "agency": _("Perangkat daerah"),
    "amount": _("Jumlah"),
    "baseline": _("Keadaan awal"),
    "code": _("Kode"),
    "codes": _("Kode program yang melayaninya"),
    "cost": _("Pagu indikatif"),
    "district": _("Kecamatan"),
    "forward_cost": _("Prakiraan maju: pagu"),
    "forward_target": _("Prakiraan maju: target"),
    "goal": _("Sasaran"),
    "indicator": _("Indikator"),
    "key": _("Nomor baris"),
    "kind": _("Jenis pagu"),
    "location": _("Lokasi"),
    "minimum": _("Paling sedikit dibelanjakan"),
    "must_fund": _("Wajib didanai"),
    "name": _("Nama"),
    "note": _("Catatan"),
    "number": _("Nomor"),
    "programme": _("Kode program"),
    "source_of_funds": _("Sumber dana"),
    "target": _("Target"),
    "unit": _("Satuan"),
    "year": _("Tahun"),
}


class CodesField(forms.CharField):
    """A list of codes, written with commas between."""

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        return [code for part in super().clean(value).split(",") if (code := part.strip())]


class RecordForm(forms.Form):
    """The fields of one kind of record, and the reason of the change."""

    def __init__(self, kind: Kind, cycle: Cycle, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.columns = {name: kind.model._meta.get_field(name) for name in kind.fields}
        for name, column in self.columns.items():
            self.fields[name] = _field(column, cycle)  # type: ignore[arg-type]
        self.fields["reason"] = forms.CharField(
            label=_("Alasan"),
            max_length=300,
            help_text=_("Tersimpan bersama nilai lama dan nilai baru."),
            error_messages={"required": _("Tulis alasannya, supaya orang lain mengerti mengapa angkanya berubah.")},
        )

    @property
    def values(self) -> dict[str, Any]:
        """What was filled in; a column that cannot be empty takes its default where nothing was."""
        return {name: self._value(column) for name, column in self.columns.items()}

    def _value(self, column: Any) -> Any:
        value = self.cleaned_data[column.name]
        return column.get_default() if value is None and not column.null else value


def _field(column: models.Field[Any, Any], cycle: Cycle) -> forms.Field:
    label, needed = LABELS[column.name], not (column.null or column.blank or column.has_default())
    if column.choices:
        return forms.ChoiceField(label=label, choices=[(value, _(str(word))) for value, word in column.flatchoices])
    if isinstance(column, models.ForeignKey):
        return _choice(column, label, needed, cycle)
    if isinstance(column, models.BigIntegerField):
        return RupiahField(label=label, required=needed)
    if isinstance(column, models.DecimalField):
        return NumberField(label=label, required=needed)
    if isinstance(column, models.PositiveSmallIntegerField):
        return forms.IntegerField(label=label, min_value=1, max_value=9999)
    if isinstance(column, models.BooleanField):
        return forms.BooleanField(label=label, required=False)
    if isinstance(column, models.JSONField):
        return CodesField(label=label, required=False)
    length = column.max_length
    return forms.CharField(label=label, required=needed, max_length=length)


def _choice(column: models.ForeignKey[Any, Any], label: Any, needed: bool, cycle: Cycle) -> forms.ModelChoiceField[Any]:
    """Only the region's own agencies and districts can be chosen."""
    own = cycle.region.agencies.all()
    if column.name == "district":
        own = Region.objects.filter(parent=cycle.region, level=Region.Level.DISTRICT)  # type: ignore[assignment]
    return forms.ModelChoiceField(own, label=label, required=needed, empty_label="–")
