"""The search of the publication lists: its form, and what the form asks of the database."""

from __future__ import annotations

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from selaras.disclosure.models import Item, PublicBody
from selaras.disclosure.search import holding
from selaras.government.models import Region

_CATEGORIES = [(key, _(word)) for key, word in Item.Category.choices]
_KINDS = [(key, _(word)) for key, word in PublicBody.Kind.choices]


class ItemSearch(forms.Form):
    """Every field may stay empty; names are short because they stand in shared addresses."""

    q = forms.CharField(label=_("Kata yang dicari"), required=False, max_length=120)
    kategori = forms.ChoiceField(label=_("Kategori"), required=False, choices=[("", _("Semua kategori")), *_CATEGORIES])
    jenis = forms.ChoiceField(label=_("Jenis badan"), required=False, choices=[("", _("Semua badan")), *_KINDS])
    kecamatan = forms.ModelChoiceField(
        Region.objects.filter(level=Region.Level.DISTRICT, public_body__isnull=False),
        label=_("Kecamatan"),
        required=False,
        empty_label=_("Semua kecamatan"),
    )
    badan = forms.SlugField(required=False, max_length=40, widget=forms.HiddenInput)

    @property
    def narrows(self) -> bool:
        return any(self.cleaned_data.values())

    def found(self, items: QuerySet[Item]) -> QuerySet[Item]:
        """The items asked for, the newest first; call after `is_valid`. A wrong filter is left out."""
        asked, wanted = self.cleaned_data, Q()
        if asked.get("kategori"):
            wanted &= Q(category=asked["kategori"])
        if asked.get("jenis"):
            wanted &= Q(body__kind=asked["jenis"])
        if asked.get("badan"):
            wanted &= Q(body__code=asked["badan"])
        if place := asked.get("kecamatan"):
            wanted &= Q(body__in=PublicBody.objects.filter(Q(region=place) | Q(region__parent=place)))
        found = items.filter(wanted)
        if asked.get("q"):
            found = holding(found, asked["q"])
        return found.order_by("-updated_on", "-pk")
