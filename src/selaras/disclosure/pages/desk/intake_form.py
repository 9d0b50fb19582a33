"""The form with which a desk takes a request down: what is asked first, then who asks, then the papers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from selaras.disclosure.actions.requesting import By, Wanted
from selaras.disclosure.identity import FIELDS, Identity
from selaras.disclosure.models import Applicant, IdentityDocument, PublicBody, Request
from selaras.disclosure.papers import Paper, paper_of
from selaras.people.pages.fields import Choice, Day, TellingForm, Told, worded

Channel = Request.Channel
_CHANNELS = worded((key, label) for key, label in Channel.choices if key in {Channel.DESK, Channel.PAPER, Channel.MAIL})
_LATER = _("Yang belum ada boleh dikosongkan; pemohon diminta melengkapinya.")


class Scan(forms.FileField):
    """A paper, photographed on the spot or chosen from the device."""

    def __init__(self, label: Any) -> None:
        widget = forms.FileInput(attrs={"accept": "image/jpeg,image/png,application/pdf"})
        super().__init__(label=label, required=False, widget=widget)


class IntakeForm(TellingForm):
    body = forms.ModelChoiceField(
        PublicBody.objects.none(),
        label=_("Badan publik"),
        empty_label=None,
        to_field_name="code",
        error_messages={"required": _("Pilih badan publiknya."), "invalid_choice": _("Pilih salah satu meja Anda.")},
    )
    channel = Choice(_("Bagaimana permohonan ini datang"), _CHANNELS)
    on = Day(_("Diterima pada"), _("Surat dihitung sejak hari suratnya diterima."))
    subject = Told(_("Informasi yang diminta"), _("Tulis seperti yang diucapkan pemohon."), rows=4)
    purpose = Told(_("Tujuan penggunaan"), rows=2, required=False)
    way = Choice(_("Cara memperoleh"), worded(Request.Way.choices), required=False)
    form = Choice(_("Bentuk salinan"), worded(Request.Form.choices), required=False)
    delivery = Choice(_("Cara mengirimkan"), worded(Request.Delivery.choices), required=False)
    kind = Choice(_("Pemohon"), worded(Applicant.Kind.choices))
    name = Told(_("Nama lengkap"), _LATER, longest=200, required=False)
    identity_number = Told(
        _("Nomor identitas"), _("NIK 16 angka; badan hukum: nomor SK pengesahan."), longest=60, required=False
    )
    address = Told(_("Alamat"), longest=300, required=False)
    phone = Told(_("Nomor telepon"), longest=30, required=False)
    email = Told(_("Surel"), longest=200, required=False)
    job = Told(_("Pekerjaan"), longest=100, required=False)
    by_proxy = forms.BooleanField(label=_("Pemohon bertindak sebagai kuasa orang atau badan lain"), required=False)
    acts_for = Told(_("Nama yang diwakili"), longest=200, required=False)
    identity = Scan(_("Foto kartu identitas"))
    deed = Scan(_("Pengesahan badan hukum"))
    proxy = Scan(_("Surat kuasa"))
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, desks: QuerySet[PublicBody], *args: Any, **kwargs: Any) -> None:
        first = {
            "channel": Channel.DESK,
            "on": timezone.localdate(),
            "kind": Applicant.Kind.PERSON,
            "submission": uuid4(),
        }
        kwargs["initial"] = first | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.fields["body"].queryset = desks  # type: ignore[attr-defined]
        self.fields["phone"].widget.attrs["inputmode"] = "tel"
        self.fields["email"].widget.attrs["inputmode"] = "email"
        self.fields["identity_number"].widget.attrs["autocomplete"] = "off"

    def wanted(self) -> Wanted:
        """Call after `is_valid`."""
        asked = self.cleaned_data
        return Wanted(*(asked[name] for name in ("subject", "purpose", "way", "form", "delivery")))

    def by(self) -> By:
        """Call after `is_valid`. Raises Incomplete where a paper is none."""
        asked = self.cleaned_data
        identity = Identity(**{name: asked[name] for name in FIELDS})
        return By(identity, asked["kind"], asked["by_proxy"], tuple(self._papers()))

    def _papers(self) -> Iterator[Paper]:
        for kind in IdentityDocument.Kind.values:
            if file := self.cleaned_data[kind]:
                yield paper_of(kind, file.read())

    @property
    def scans_lost(self) -> bool:
        """A browser gives a refused form its words back, but not its files."""
        return bool(self.errors and self.files)
