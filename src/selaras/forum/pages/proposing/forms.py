"""The forms of a proposal: what is proposed and where; why it is changed or withdrawn."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from selaras.forum import rules
from selaras.forum.actions.proposing import Content
from selaras.forum.errors import Incomplete
from selaras.forum.models import Forum, Proposal
from selaras.forum.pages.proposing.fields import CoordinateField, PhotosField, PlaceField
from selaras.forum.pages.words import SOURCE_WORDS
from selaras.forum.places import DistrictPlaces
from selaras.government.models import Agency
from selaras.people.models import Role
from selaras.people.queries import Person, roles_of
from selaras.planning.pages.fields import NumberField, RupiahField

_CONTENT = (
    "title", "place", "source", "problem", "rt", "rw", "address", "latitude", "longitude", "volume", "unit", "cost",
    "agency",
)  # fmt: skip
_NUMERIC = {"inputmode": "decimal", "autocomplete": "off"}
_LINES = {"rows": 3}


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Alasan"),
        max_length=600,
        widget=forms.Textarea(attrs=_LINES),
        help_text=_("Tersimpan di riwayat usulan dan dibaca warga. Jangan tulis nama atau nomor orang."),
        error_messages={"required": _("Tulis alasannya, supaya orang lain mengerti.")},
    )


class ProposalForm(forms.Form):
    """What a village writes of one proposal. Amounts may be written as people do: `150 jt`, `1,5`."""

    title = forms.CharField(
        label=_("Yang diusulkan"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Satu pekerjaan di satu tempat. Misalnya: Pembangunan talud jalan Dusun Karang."),
        error_messages={"required": _("Tulis apa yang diusulkan, misalnya “Pembangunan talud RT 02”.")},
    )
    problem = forms.CharField(
        label=_("Mengapa perlu"), required=False, max_length=4000, widget=forms.Textarea(attrs=_LINES)
    )
    rt = forms.CharField(label=_("RT"), required=False, max_length=10, widget=forms.TextInput(attrs=_NUMERIC))
    rw = forms.CharField(label=_("RW"), required=False, max_length=10, widget=forms.TextInput(attrs=_NUMERIC))
    address = forms.CharField(label=_("Dusun, jalan, atau patokan"), required=False, max_length=300)
    latitude = CoordinateField(label=_("Lintang"), required=False, max_length=40)
    longitude = CoordinateField(label=_("Bujur"), required=False, max_length=40)
    volume = NumberField(
        label=_("Volume"),
        widget=forms.TextInput(attrs=_NUMERIC),
        error_messages={"required": _("Isi volume, misalnya 400.")},
    )
    unit = forms.CharField(
        label=_("Satuan"), max_length=60, error_messages={"required": _("Isi satuan, misalnya meter atau unit.")}
    )
    cost = RupiahField(
        label=_("Perkiraan biaya"),
        required=False,
        help_text=_("Boleh ditulis 150 jt. Belum tahu? Kosongkan; perangkat daerah yang menghitung."),
    )
    agency = forms.ModelChoiceField(
        Agency.objects.none(), label=_("Perangkat daerah yang dituju"), required=False, empty_label=_("Belum tahu")
    )
    source = forms.ChoiceField(label=_("Asal usulan"))
    photos = PhotosField(label=_("Foto tempatnya"), help_text=_("Paling banyak 4. Lokasi di dalam foto dihapus."))
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, person: Person, forum: Forum, places: list[DistrictPlaces], *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"submission": uuid4(), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.fields["place"] = PlaceField(
            places, label=_("Tempat"), error_messages={"required": _("Pilih desa, kelurahan, atau kecamatan.")}
        )
        self.fields["agency"].queryset = Agency.objects.filter(region=forum.cycle.region_id)  # type: ignore[attr-defined]
        self.fields["source"].choices = _sources(person)  # type: ignore[attr-defined]

    @property
    def content(self) -> Content:
        return Content(**{name: self.cleaned_data[name] for name in _CONTENT})

    def tell(self, wrong: Incomplete) -> None:
        """What the action found, each sentence beside its field."""
        for field, sentence in wrong.fields.items():
            self.add_error(field if field in self.fields else None, sentence)


class CorrectionForm(ReasonForm, ProposalForm):
    """The same with a reason, and the last event that the person saw."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    field_order = (*ProposalForm.base_fields, "place", "reason", "seen")


def _sources(person: Person) -> list[tuple[str, Any]]:
    """The doors through which this person's proposals come; the draft work plan comes by file alone."""
    roles = roles_of(person)
    if rules.runs_forum(person):
        doors = [one for one in Proposal.Source.values if one != Proposal.Source.WORK_PLAN]
    elif roles.any_of(Role.Kind.DISTRICT_OPERATOR):
        doors = [Proposal.Source.DISTRICT, Proposal.Source.VILLAGE]
    else:
        doors = [Proposal.Source.VILLAGE]
    return [(one, SOURCE_WORDS[one]) for one in doors]


def content_of(proposal: Proposal) -> dict[str, Any]:
    """The fields of the form as a proposal has them now."""
    told = {name: getattr(proposal, name) for name in _CONTENT if name != "place"}
    return {**told, "place": proposal.village_id or proposal.district_id}
