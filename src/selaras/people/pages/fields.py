"""Fields that take in whatever is told: the action judges it, together with all else that is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

Word = Any  # a text, or one that is translated when it is shown


class Told(forms.CharField):
    """Must be told, says the page; that it was not, says the action."""

    def __init__(self, label: Word, hint: Word = "", *, rows: int = 0, longest: int = 5000, **more: Any) -> None:
        widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
        super().__init__(label=label, help_text=hint, max_length=longest, widget=widget, **more)

    def validate(self, value: Any) -> None:
        """Nothing here: an empty one reaches the action."""


class Day(forms.DateField):
    def __init__(self, label: Word, hint: Word = "", *, required: bool = True) -> None:
        super().__init__(
            label=label,
            help_text=hint,
            required=required,
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={
                "required": _("Isi tanggalnya."),
                "invalid": _("Tulis tanggal sebagai tahun-bulan-hari, misalnya 2026-12-31."),
            },
        )


class Choice(forms.ChoiceField):
    """One of a few, shown as buttons to tap unless another widget is named."""

    def __init__(
        self,
        label: Word,
        choices: Iterable[tuple[str, Word]],
        *,
        required: bool = True,
        widget: Any = forms.RadioSelect,
    ) -> None:
        super().__init__(
            label=label,
            choices=list(choices),
            required=required,
            widget=widget,
            error_messages={"invalid_choice": _("Pilih salah satu yang tersedia.")},
        )

    def validate(self, value: Any) -> None:
        """An empty one reaches the action."""
        if value:
            super().validate(value)


class Several(forms.MultipleChoiceField):
    """Any of a few, to tick."""

    def __init__(self, label: Word, choices: Iterable[tuple[str, Word]] = (), hint: Word = "") -> None:
        super().__init__(
            label=label,
            help_text=hint,
            choices=list(choices),
            widget=forms.CheckboxSelectMultiple,
            error_messages={"invalid_choice": _("Pilih salah satu yang tersedia.")},
        )

    def validate(self, value: Any) -> None:
        """None reaches the action."""
        if value:
            super().validate(value)


class TellingForm(forms.Form):
    """The sentences of a refused deed stand beside its fields."""

    def tell(self, wrong: Mapping[str, str]) -> None:
        """Call after `is_valid`."""
        for name, sentence in wrong.items():
            self.add_error(name if name in self.fields else None, sentence)


def worded(choices: Iterable[tuple[str, str]]) -> list[tuple[str, Word]]:
    """The choices of a model with their words in the reader's language."""
    return [(key, _(word)) for key, word in choices]


def day_of(text: str) -> date | None:
    """As the date field of a browser sends it; None where it is no day: the action then asks for it."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
