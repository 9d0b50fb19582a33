"""Form fields that read amounts and numbers as people write them: `Rp 150.000.000`, `150 jt`, `90,38`."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from selaras.engines.indonesian import wording
from selaras.engines.tabular import Reading, read_number, read_rupiah


class _ReadField(forms.CharField):
    """Text read by the same rule as the cells of a file."""

    read: ClassVar[Callable[..., Reading]]  # text to its reading, one rule a kind

    def clean(self, value: Any) -> Any:
        reading = type(self).read(super().clean(value))
        if reading.problem:
            raise ValidationError(reading.problem)
        if reading.value is None and self.required:
            raise ValidationError(reading.note or self.error_messages["required"])
        return reading.value


class RupiahField(_ReadField):
    """Whole rupiah."""

    read = staticmethod(read_rupiah)

    def prepare_value(self, value: Any) -> Any:
        return wording.rupiah(value) if isinstance(value, int) else value


class NumberField(_ReadField):
    """A decimal number, with a decimal comma."""

    read = staticmethod(read_number)

    def prepare_value(self, value: Any) -> Any:
        return wording.number(value.normalize()) if isinstance(value, Decimal) else value
