"""The question about one column of a standard, with the answer that is proposed and why."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from selaras.engines.tabular.standard import Standard, StandardField
from selaras.sectoral.column_answers import ColumnAnswer
from selaras.sectoral.evidence import proposed_answer, reasons
from selaras.sectoral.models import Draft

_YES_NO = ((True, gettext_lazy("ya")), (False, gettext_lazy("tidak")))
_WHAT = (
    ("text", gettext_lazy("teks")),
    ("code", gettext_lazy("kode dari sebuah daftar")),
    ("integer", gettext_lazy("bilangan bulat")),
    ("number", gettext_lazy("bilangan, boleh pecahan")),
    ("date", gettext_lazy("tanggal")),
    ("year", gettext_lazy("tahun")),
    ("boolean", gettext_lazy("ya atau tidak")),
)
_NUMBERS = (
    ("", gettext_lazy("menurut tiap berkas")),
    ("id", gettext_lazy("1.234,5 (Indonesia)")),
    ("en", gettext_lazy("1,234.5 (Inggris)")),
)


_GROUPS = (
    (gettext_lazy("Isinya"), ("what", "title", "unit", "numbers")),
    (gettext_lazy("Barisnya"), ("required", "key", "warns")),
    (gettext_lazy("Bila kode"), ("system", "names")),
    (gettext_lazy("Batasnya"), ("smallest", "largest", "choices")),
    (gettext_lazy("Artinya"), ("concept", "definition")),
)


def _yes_no(label: Any, help_text: Any = "") -> forms.TypedChoiceField:
    return forms.TypedChoiceField(label=label, choices=_YES_NO, coerce=lambda word: word == "True", help_text=help_text)


class ColumnForm(forms.Form):
    """The parts of a `ColumnAnswer`, in its order."""

    what = forms.ChoiceField(label=gettext_lazy("Apa isinya?"), choices=_WHAT)
    title = forms.CharField(label=gettext_lazy("Nama yang dibaca orang"), required=False, max_length=200)
    unit = forms.CharField(label=gettext_lazy("Satuan"), required=False, max_length=60)
    numbers = forms.ChoiceField(label=gettext_lazy("Bentuk bilangannya"), choices=_NUMBERS, required=False)
    required = _yes_no(gettext_lazy("Wajib diisi di setiap baris?"))
    key = _yes_no(
        gettext_lazy("Menjadi kunci baris?"), gettext_lazy("Kunci mengenali satu baris; tidak boleh berulang.")
    )
    system = forms.CharField(
        label=gettext_lazy("Dari daftar mana, versi mana?"),
        help_text=gettext_lazy("Sistem@versi, misalnya kemendagri@2025: kode yang sama berarti lain pada daftar lain."),
        required=False,
        max_length=101,
        widget=forms.TextInput(attrs={"list": "systems", "autocomplete": "off"}),
    )
    names = forms.ChoiceField(label=gettext_lazy("Kolom yang memuat namanya"), required=False)
    smallest = forms.CharField(label=gettext_lazy("Paling kecil"), required=False, max_length=40)
    largest = forms.CharField(label=gettext_lazy("Paling besar"), required=False, max_length=40)
    choices = forms.CharField(
        label=gettext_lazy("Pilihan yang boleh"),
        help_text=gettext_lazy("Satu pilihan satu baris; kosongkan bila isinya bebas."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    concept = forms.CharField(label=gettext_lazy("Konsep"), required=False, max_length=200)
    definition = forms.CharField(
        label=gettext_lazy("Definisi"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    warns = _yes_no(
        gettext_lazy("Bila keliru, cukup diingatkan?"),
        gettext_lazy("Bila tidak, data yang keliru tidak dapat dirilis."),
    )

    def __init__(self, draft: Draft, described: Standard, one: StandardField, data: QueryDict | None = None) -> None:
        initial = asdict(proposed_answer(draft, described, one))
        initial["choices"] = "\n".join(initial["choices"])
        super().__init__(data, initial=initial)
        names = self.fields["names"]
        assert isinstance(names, forms.ChoiceField)  # noqa: S101 - declared above
        others = [(other.name, other.label) for other in described.fields if other.name != one.name]
        names.choices = [("", _("tidak ada")), *others]
        for part, sentence in reasons(draft, one).items():
            field = self.fields[part]
            field.help_text = " ".join(filter(None, (str(field.help_text), sentence)))

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [(str(legend), [self[name] for name in names]) for legend, names in _GROUPS]

    @property
    def answer(self) -> ColumnAnswer:
        said = dict(self.cleaned_data)
        lines = tuple(line.strip() for line in said.pop("choices").splitlines() if line.strip())
        return ColumnAnswer(**said, choices=lines)
