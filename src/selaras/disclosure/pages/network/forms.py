"""What the desk's own people enter of it: its address and decree, who holds a post, a training."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from selaras.disclosure.actions.appointing import Appointment
from selaras.disclosure.actions.networking import DESK_FIELDS
from selaras.disclosure.models import Officer, PublicBody
from selaras.people.pages.fields import Choice, Day, TellingForm, Told, worded


class DeskForm(TellingForm):
    address = Told(_("Alamat meja layanan"), longest=255, required=False)
    hours = Told(_("Jam layanan"), _("Misalnya: Senin sampai Jumat 08.00–15.00."), longest=120, required=False)
    phone = Told(_("Telepon"), _("Nomor kantor, bukan nomor pribadi."), longest=30, required=False)
    email = Told(_("Surel"), _("Ke sini meja diberi tahu permohonan yang masuk."), longest=254, required=False)
    decree = Told(_("Keputusan pembentukan PPID"), _("Nomor dan judulnya."), longest=200, required=False)
    decree_date = Day(_("Tanggal keputusan"), required=False)

    def told(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in DESK_FIELDS}


def desk_told(body: PublicBody) -> dict[str, Any]:
    """What the form shows of a desk."""
    return {name: getattr(body, name) for name in DESK_FIELDS}


class OfficerForm(TellingForm):
    post = Choice(_("Jabatan di PPID"), worded(Officer.Post.choices))
    name = Told(_("Nama"), _("Dibaca semua orang: warga harus tahu siapa yang ditanya."), longest=150)
    position = Told(_("Jabatan sehari-hari"), _("Misalnya: Sekretaris Desa."), longest=150, required=False)
    since = Day(_("Menjabat sejak"), required=False)

    def told(self) -> Appointment:
        return Appointment(**{name: self.cleaned_data[name] for name in ("post", "name", "position", "since")})


class EndForm(TellingForm):
    on = Day(_("Hari terakhir menjabat"))


class TrainingForm(TellingForm):
    title = Told(_("Nama pelatihan"), longest=200)
    held_on = Day(_("Tanggal"))
    attended = forms.IntegerField(
        label=_("Berapa orang yang ikut"),
        initial=1,
        error_messages={"required": _("Isi dengan angka."), "invalid": _("Isi dengan angka.")},
    )
