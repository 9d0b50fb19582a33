"""The forms of the hall."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from selaras.forum.models import Forum, Participant


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
