"""The form of one item: on top what changes every month, below the other columns of the publication list."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from selaras.disclosure.actions.publishing import Said
from selaras.disclosure.models import Item
from selaras.people.pages.fields import TellingForm, Told

KINDS_OF_FILE = "image/*,.pdf,.xlsx,.docx"
_CATEGORIES = [(key, _(word)) for key, word in Item.Category.choices]
_FORMS = [(key, _(word)) for key, word in Item.Form.choices]
_SAID = tuple(field.name for field in fields(Said))


class ItemForm(TellingForm):
    """The action judges what is told; the form only takes it in and puts each sentence beside its field."""

    title = Told(_("Judul"), longest=200)
    summary = Told(_("Ringkasan isi"), _("Satu atau dua kalimat yang dimengerti warga."), rows=4)
    file = forms.FileField(
        label=_("Foto atau berkas"),
        help_text=_("Foto, PDF, Excel, atau Word. Diperiksa dahulu: nomor dan nama warga tidak ikut terbit."),
        required=False,
        widget=forms.ClearableFileInput(attrs={"accept": KINDS_OF_FILE}),
    )
    link = forms.CharField(
        label=_("Tautan"),
        help_text=_("Bila dokumennya ada di situs lain."),
        required=False,
        max_length=500,
        widget=forms.URLInput(attrs={"inputmode": "url"}),
    )
    category = forms.ChoiceField(label=_("Kategori"), choices=_CATEGORIES, required=False)
    unit = forms.CharField(label=_("Unit yang menguasai"), max_length=150, required=False)
    responsible = forms.CharField(label=_("Penanggung jawab pembuatan"), max_length=150, required=False)
    made_on = forms.DateField(
        label=_("Tanggal dibuat"), required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    made_where = forms.CharField(label=_("Tempat dibuat"), max_length=120, required=False)
    form = forms.ChoiceField(
        label=_("Bentuk yang tersedia"),
        choices=_FORMS,
        required=False,
        initial=Item.Form.RECORDED,
    )
    retention = forms.CharField(label=_("Jangka waktu simpan"), max_length=120, required=False)
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, fixed_category: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._category = fixed_category
        if fixed_category:
            del self.fields["category"]

    def said(self) -> Said:
        """Call after `is_valid`."""
        told = {name: self.cleaned_data[name] for name in _SAID if name in self.cleaned_data}
        return Said(**{"category": self._category, **told})


def told_of(item: Item) -> dict[str, Any]:
    """What the form shows of an item that is there."""
    return {name: getattr(item, name) for name in _SAID}
