"""A metadata form as a page asks it: one field for each question, in the blocks and under the numbers of the form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from selaras.sectoral.metadata_forms import Question, Sheet
from selaras.sectoral.models import Metadata
from selaras.sectoral.pages.edition_form import EditionForm

_INVALID = {"invalid_choice": gettext_lazy("Pilih dari daftar.")}
_YES = {"ya": True, "tidak": False}
_WIDGETS: dict[str, Callable[[], forms.Widget]] = {
    "text": forms.TextInput,
    "long": lambda: forms.Textarea(attrs={"rows": 4}),
    "year": lambda: forms.TextInput(attrs={"inputmode": "numeric"}),
}


@dataclass(frozen=True)
class Asked:
    """A block with its fields, as they stand on the page."""

    number: str
    title: str
    fields: list[tuple[BoundField, bool]]  # with whether the form needs an answer


class MetadataForm(EditionForm):
    """Takes in whatever is told; the action says what is missing. `subject` is asked where it names a new form."""

    def __init__(self, sheet: Sheet, *args: Any, names_subject: bool = False, **named: Any) -> None:
        super().__init__(*args, **named)
        self.sheet = sheet
        if names_subject:
            self.fields["subject"] = forms.CharField(label=_subject_word(sheet.form), required=False, max_length=1000)
        for question in sheet.questions:
            self.fields[question.key] = _field(question)

    @classmethod
    def showing(cls, sheet: Sheet, answers: Mapping[str, Any], *, edition: int, subject: str | None) -> MetadataForm:
        """Not sent yet: what was answered, or what is proposed. `subject`: what the new form is about, to be mended."""
        said = {key: _as_field(value) for key, value in answers.items()}
        initial = {**said, "subject": subject or "", "submission": edition}
        return cls(sheet, initial=initial, names_subject=subject is not None)

    @property
    def answers(self) -> dict[str, Any]:
        """What was told, as the action takes it. Call after `is_valid`."""
        told = {one.key: self.cleaned_data.get(one.key) for one in self.sheet.questions}
        yes = {one.key for one in self.sheet.questions if one.kind == "yes"}
        return {key: _YES.get(str(value)) if key in yes else value for key, value in told.items()}

    def tell(self, wrong: Mapping[str, str]) -> None:
        """The sentences of a refused deed, beside their fields. Call after `is_valid`."""
        for name, sentence in wrong.items():
            if name not in self.errors:
                self.add_error(name if name in self.fields else None, sentence)

    def blocks(self) -> list[Asked]:
        return [
            Asked(block.number, block.title, [(self[one.key], one.needed) for one in block.questions])
            for block in self.sheet.blocks
        ]


def _subject_word(form: str) -> str:
    return _("Nama variabel") if form == Metadata.Form.VARIABLE else _("Nama indikator")


def _as_field(value: Any) -> Any:
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    return value


def _field(question: Question) -> forms.Field:
    label = f"{question.number} {question.text}".strip()
    told: dict[str, Any] = {"label": label, "required": False}
    if question.kind == "several":
        choices = list(question.choices.items())
        return forms.MultipleChoiceField(
            choices=choices, widget=forms.CheckboxSelectMultiple, error_messages=_INVALID, **told
        )
    if question.kind in ("one", "yes"):
        choices = list(question.choices.items()) or [("ya", _("Ya")), ("tidak", _("Tidak"))]
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, error_messages=_INVALID, **told)
    return forms.CharField(widget=_WIDGETS[question.kind](), **told)
