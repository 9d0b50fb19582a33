"""The form by which a level of maturity is stated."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from selaras.sectoral.actions.stating import Claim, Proof
from selaras.sectoral.maturity import Sheet
from selaras.sectoral.pages.edition_form import EditionForm


class LevelForm(EditionForm):
    """Takes in whatever is told; the action says what is missing."""

    level = forms.ChoiceField(
        label=gettext_lazy("Tingkat"),
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": gettext_lazy("Pilih dari daftar.")},
    )
    note = forms.CharField(
        label=gettext_lazy("Apa yang menunjukkannya"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    link = forms.CharField(label=gettext_lazy("Tautan bukti"), required=False)
    file = forms.FileField(label=gettext_lazy("Berkas bukti"), required=False, allow_empty_file=True)

    def __init__(self, sheet: Sheet, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        field = self.fields["level"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared above
        field.choices = [(str(level), f"{level}: {word}") for level, word in sorted(sheet.method.words.items())]

    @property
    def claim(self) -> Claim:
        said = self.cleaned_data
        return Claim(int(said["level"] or 0), said["note"], said["link"])

    @property
    def proof(self) -> Proof | None:
        sent = self.cleaned_data.get("file")
        return Proof(sent.name or "", sent.read()) if sent else None
