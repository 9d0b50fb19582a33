"""The forms of the hall."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from selaras.forum.models import AgendaItem, Forum, Participant, Proposal
from selaras.forum.pages.numbers import NumbersField
from selaras.planning.pages.fields import NumberField, RupiahField


def elements_of(forum: Forum) -> list[str]:
    """The elements that the forum knows, in their order."""
    return list(
        Participant.objects.filter(forum=forum).order_by("element").values_list("element", flat=True).distinct()
    )


class ElementField(forms.CharField):
    """One of the forum's elements, or a new one; the page offers the known ones in the list `elements`."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput({"list": "elements", "autocomplete": "off"})
        super().__init__(max_length=120, widget=widget, **{"label": _("Unsur"), **kwargs})


class AddForm(forms.Form):
    name = forms.CharField(label=_("Nama"), max_length=150, widget=forms.TextInput({"autocomplete": "off"}))
    element = ElementField(help_text=_("Pilih dari daftar, atau tulis unsur baru."))
    institution = forms.CharField(label=_("Lembaga"), max_length=200, required=False)
    role = forms.CharField(label=_("Jabatan"), max_length=120, required=False)


class ItemForm(forms.Form):
    title = forms.CharField(label=_("Acara"), max_length=255, widget=forms.TextInput({"autocomplete": "off"}))
    proposals = NumbersField(
        label=_("Nomor usulan"),
        required=False,
        help_text=_(
            "Bila acara ini membahas usulan: satu nomor atau beberapa, dipisah koma. Kosongkan untuk acara lain."
        ),
    )

    def __init__(self, *args: Any, forum: Forum, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        numbers = self.fields["proposals"]
        assert isinstance(numbers, NumbersField)  # noqa: S101 - declared above
        numbers.forum = forum


class _ProposalField(forms.ModelChoiceField):  # type: ignore[type-arg]  # the class takes none when it runs
    def label_from_instance(self, obj: Proposal) -> str:
        return f"{obj.number} {obj.title}"


class _Speaker(forms.Form):
    """Who speaks: a participant who is here, whose element is known, or an element alone."""

    participant = forms.ModelChoiceField(
        Participant.objects.none(), label=_("Peserta"), required=False, empty_label=_("tanpa nama")
    )
    element = ElementField(required=False, help_text=_("Kosongkan bila peserta dipilih."))

    def __init__(self, *args: Any, item: AgendaItem, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people, on = self.fields["participant"], self.fields["proposal"]
        assert isinstance(people, forms.ModelChoiceField)  # noqa: S101 - declared above
        assert isinstance(on, forms.ModelChoiceField)  # noqa: S101 - declared below
        people.queryset = Participant.objects.filter(forum=item.forum_id, present=True).order_by("element", "name")
        on.queryset = item.proposals.order_by("number")

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if participant := given.get("participant"):
            given["element"] = participant.element
        elif not given.get("element") and "element" not in self.errors:
            self.add_error("element", gettext("Tulis unsur yang berbicara, atau pilih pesertanya."))
        return given


class MotionForm(_Speaker):
    field_order = ("proposal", "volume", "cost", "reason", "participant", "element")
    proposal = _ProposalField(Proposal.objects.none(), label=_("Usulan"), empty_label=None)
    volume = NumberField(label=_("Volume menjadi"), required=False)
    cost = RupiahField(label=_("Biaya menjadi"), required=False, help_text=_("Misalnya 150 jt. Kosongkan bila tetap."))
    reason = forms.CharField(label=_("Alasan"), widget=forms.Textarea({"rows": 3}))


class ObjectionForm(_Speaker):
    field_order = ("text", "proposal", "participant", "element")
    text = forms.CharField(
        label=_("Keberatan"),
        widget=forms.Textarea({"rows": 3}),
        help_text=_("Dimuat di berita acara menurut unsur, tanpa nama orang."),
    )
    proposal = _ProposalField(
        Proposal.objects.none(), label=_("Usulan"), required=False, empty_label=_("acara ini seluruhnya")
    )
