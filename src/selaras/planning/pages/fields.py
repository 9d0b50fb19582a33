"""Form fields that read amounts and numbers as people write them: `Rp 150.000.000`, `150 jt`, `90,38`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from selaras.engines.indonesian import wording
from selaras.engines.tabular import Reading, read_number, read_rupiah


class _ReadField(forms.CharField):
    """Text read by the same rules as the cells of a file; a doubt that a file would ask about is asked here too."""

    def _read(self, text: str) -> Reading:
        raise NotImplementedError

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        reading = self._read(text)
        if reading.problem:
            raise ValidationError(reading.problem)
        if reading.value is None and self.required:
            raise ValidationError(reading.note or self.error_messages["required"])
        return reading.value


class RupiahField(_ReadField):
    """Whole rupiah."""

    def _read(self, text: str) -> Reading:
        return read_rupiah(text)

    def prepare_value(self, value: Any) -> Any:
        return wording.rupiah(value) if isinstance(value, int) else value


class NumberField(_ReadField):
    """A decimal number, with a decimal comma."""

    def _read(self, text: str) -> Reading:
        return read_number(text)

    def prepare_value(self, value: Any) -> Any:
        return wording.number(value.normalize()) if isinstance(value, Decimal) else value
