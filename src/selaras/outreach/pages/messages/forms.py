"""What the desk fills in about a message; the action judges it, and its sentences stand beside the fields."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from selaras.government.models import Region
from selaras.outreach.actions.writing import Written
from selaras.outreach.models import Message
from selaras.outreach.queries import channels_for
from selaras.people.pages.fields import Day, TellingForm, Word, worded


def submission_of(request: HttpRequest) -> UUID:
    """The form's own key, under which it is kept once."""
    try:
        return UUID(request.POST.get("submission", ""))
    except ValueError:
        return uuid4()


def waited_of(request: HttpRequest) -> timedelta:
    """How long the telephone kept the form until there was a signal; nothing where it does not say."""
    seconds = request.POST.get("waited", "")
    return timedelta(seconds=int(seconds) if seconds.isascii() and seconds.isdecimal() and len(seconds) < 9 else 0)


def moment_of(text: str) -> datetime | None:
    """None where it is no moment with its zone."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo else None


def _text(label: Word, hint: Word = "", *, rows: int = 0, most: int = 5000) -> forms.CharField:
    shown: forms.Widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput(attrs={"maxlength": most})
    return forms.CharField(label=label, help_text=hint, required=False, widget=shown)


class MessageForm(TellingForm):
    kind = forms.ChoiceField(label=gettext_lazy("Jenis"), required=False)
    title = _text(gettext_lazy("Judul"), gettext_lazy("Satu kalimat yang berisi pokok pesan."), most=150)
    claim = _text(gettext_lazy("Kabar bohong yang beredar"), gettext_lazy("Hanya untuk klarifikasi hoaks."), rows=2)
    text = _text(gettext_lazy("Isi pesan"), gettext_lazy("Kalimat pendek, kata sehari-hari."), rows=8)
    audience = _text(gettext_lazy("Untuk siapa"), most=200)
    purpose = _text(gettext_lazy("Mengapa disampaikan"), most=300)
    legal_basis = _text(gettext_lazy("Dasar hukum"), most=300)
    language = forms.ChoiceField(label=gettext_lazy("Bahasa"), required=False)
    valid_from = Day(gettext_lazy("Berlaku mulai"), required=False)
    valid_until = Day(gettext_lazy("Berlaku sampai"), required=False)
    urgent = forms.BooleanField(
        label=gettext_lazy("Mendesak: tanda terima ditunggu dalam hitungan jam"), required=False
    )
    channels = forms.MultipleChoiceField(
        label=gettext_lazy("Saluran"), required=False, widget=forms.CheckboxSelectMultiple(attrs={"class": "choices"})
    )
    regions = forms.MultipleChoiceField(
        label=gettext_lazy("Kecamatan"),
        help_text=gettext_lazy("Tanpa pilihan, pesan ini untuk semua desa."),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices"}),
    )

    def __init__(self, *args: Any, message: Message | None = None, earlier: Message | None = None, **more: Any) -> None:
        """`message`: the one that is written anew or put right; `earlier`: the same where it is put right."""
        super().__init__(*args, **more)
        chosen = message.regions.all() if message else Region.objects.none()
        places = Region.objects.filter(Q(level=Region.Level.DISTRICT) | Q(pk__in=chosen.values("pk")))
        choices = {
            "kind": worded(Message.Kind.choices),
            "language": worded(Message.Language.choices),
            "channels": [(str(one.pk), one.name) for one in channels_for(earlier)],
            "regions": [(one.pk, one.name) for one in places],
        }
        for name, values in choices.items():
            self.fields[name].choices = values  # type: ignore[attr-defined]

    def said(self) -> Written:
        """Call after `is_valid`."""
        told = dict(self.cleaned_data)
        told["channels"] = [int(key) for key in told["channels"]]
        return Written(**told)


def begun_with(said: Written) -> dict[str, Any]:
    return asdict(said) | {"channels": [str(one) for one in said.channels]}
