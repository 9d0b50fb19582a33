"""The search of the bodies: its form, and what the form asks of the network."""

from __future__ import annotations

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from selaras.disclosure import queries
from selaras.disclosure.models import PublicBody
from selaras.disclosure.network import BodyState
from selaras.disclosure.pages.network.words import WORDS
from selaras.government.models import Region
from selaras.people.pages.fields import worded

BY_NAME, BY_RANK = "", "peringkat"


class BodySearch(forms.Form):
    """Every field may stay empty; a wrong one is left out. Names are short: they stand in shared addresses."""

    q = forms.CharField(label=_("Nama badan"), required=False, max_length=120)
    jenis = forms.ChoiceField(
        label=_("Jenis badan"), required=False, choices=[("", _("Semua badan")), *worded(PublicBody.Kind.choices)]
    )
    kecamatan = forms.ModelChoiceField(
        Region.objects.filter(level=Region.Level.DISTRICT, public_body__isnull=False),
        label=_("Kecamatan"),
        required=False,
        empty_label=_("Semua kecamatan"),
    )
    keadaan = forms.ChoiceField(label=_("Keadaan"), required=False, choices=[("", _("Semua keadaan")), *WORDS])
    urut = forms.ChoiceField(
        label=_("Urutan"), required=False, choices=[(BY_NAME, _("menurut nama")), (BY_RANK, _("peringkat"))]
    )

    @property
    def narrows(self) -> bool:
        """Whether anything but the order was asked for."""
        return any(value for name, value in self.cleaned_data.items() if name != "urut")

    @property
    def ranked(self) -> bool:
        return bool(self.cleaned_data.get("urut") == BY_RANK)

    def found(self) -> QuerySet[PublicBody]:
        """The bodies asked for, by name; call after `is_valid`."""
        asked = self.cleaned_data
        bodies = queries.bodies_named(asked.get("q", ""))
        if asked.get("jenis"):
            bodies = bodies.filter(kind=asked["jenis"])
        if place := asked.get("kecamatan"):
            bodies = bodies.filter(Q(region=place) | Q(region__parent=place))
        return bodies

    def kept(self, states: list[BodyState]) -> list[BodyState]:
        """Those that stand as asked, in the order asked for."""
        stage = self.cleaned_data.get("keadaan")
        kept = [one for one in states if not stage or one.stage == stage]
        return sorted(kept, key=lambda one: one.rank) if self.ranked else kept
