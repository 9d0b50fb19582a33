"""Forms of the room: they take in whatever is told, the action judges it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from selaras.engines.routes import KINDS
from selaras.exposure.actions.connecting import Joined
from selaras.exposure.actions.registering import Said
from selaras.exposure.models import MOST_WORTH, System
from selaras.exposure.queries import agencies_of
from selaras.exposure.terms import DETAILS
from selaras.government.models import Agency
from selaras.people.pages.fields import TellingForm, Word, worded
from selaras.people.queries import Person

AS_SOURCE, AS_TARGET = "source", "target"
MOMENT = "%Y-%m-%dT%H:%M"  # as a browser sends day and time


def text_of(label: Any, hint: Any = "", *, rows: int = 0) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(label=label, help_text=hint, required=False, max_length=5000, widget=widget)


def choice_of(label: Any, hint: Any = "") -> forms.ChoiceField:
    wrong = {"invalid_choice": gettext_lazy("Pilih salah satu yang tersedia.")}
    return forms.ChoiceField(label=label, help_text=hint, required=False, error_messages=wrong)


_USUAL = {
    "classification": System.Classification.LIMITED,
    "life_cycle": System.LifeCycle.USED,
    "internet": System.Internet.CLOSED,
    "foothold": System.Foothold.NONE,
}


class OfferingForm(TellingForm):
    def _offer(self, name: str, choices: list[tuple[str, Word]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - declared below
        field.choices = choices


class SystemForm(OfferingForm):
    """One system; the owner is chosen when it is new, and stays."""

    MAIN = ("name", "purpose", "contact_unit", "classification", "holds", "personal_data", "worth")
    PLACE = ("internet", "foothold", "address", "host", "isolated")
    agency = forms.ModelChoiceField(
        label=gettext_lazy("Pemilik"), queryset=Agency.objects.none(), required=False, empty_label=None
    )
    name = text_of(gettext_lazy("Nama sistem"))
    purpose = text_of(gettext_lazy("Untuk apa dipakai"), rows=2)
    contact_unit = text_of(
        gettext_lazy("Bagian yang dihubungi"), gettext_lazy("Nama bidang atau seksi, bukan nama orang.")
    )
    classification = choice_of(gettext_lazy("Klasifikasi data"))
    holds = text_of(gettext_lazy("Data yang disimpan"))
    personal_data = forms.BooleanField(label=gettext_lazy("Menyimpan data pribadi"), required=False)
    worth = forms.IntegerField(
        label=gettext_lazy("Bobot bila jatuh"),
        help_text=gettext_lazy("0 bila bukan sistem inti; 1 sampai 10 untuk sistem inti, 10 yang terberat."),
        required=False,
        min_value=0,
        max_value=MOST_WORTH,
        error_messages={"invalid": gettext_lazy("Tulis bobotnya dengan angka, misalnya 5.")},
    )
    life_cycle = choice_of(gettext_lazy("Daur hidup"))
    internet = choice_of(gettext_lazy("Terbuka dari internet"))
    foothold = choice_of(
        gettext_lazy("Titik masuk"),
        gettext_lazy("Sistem yang dikelola pihak lain, misalnya desa atau vendor, lebih mungkin menjadi titik masuk."),
    )
    address = text_of(gettext_lazy("Alamat web atau nama peladen dalam jaringan"))
    host = text_of(
        gettext_lazy("Peladen"),
        gettext_lazy("Sistem satu perangkat daerah dengan nama peladen yang sama berbagi satu mesin."),
    )
    isolated = forms.BooleanField(
        label=gettext_lazy("Peladen ini memisahkan sistem-sistemnya (kontainer atau mesin virtual)"), required=False
    )

    def __init__(self, person: Person, given: Any = None, *, system: System | None = None, address: str = "") -> None:
        super().__init__(given, initial=_as_it_stands(system) if system else _USUAL | {"address": address})
        if system:
            del self.fields["agency"]
        else:
            agency = self.fields["agency"]
            assert isinstance(agency, forms.ModelChoiceField)  # noqa: S101 - declared above
            agency.queryset = agencies_of(person)
        self._offer("classification", worded(System.Classification.choices))
        self._offer("life_cycle", worded([one for one in System.LifeCycle.choices if one[0] != "retired"]))
        self._offer("internet", worded(System.Internet.choices))
        self._offer("foothold", worded(System.Foothold.choices))
        for key, label in DETAILS.items():
            self.fields[f"detail_{key}"] = text_of(label)

    @property
    def more(self) -> list[forms.BoundField]:
        return [self[f"detail_{key}"] for key in DETAILS]

    def said(self) -> Said:
        told = dict(self.cleaned_data)
        told.pop("agency", None)
        details = {key: told.pop(f"detail_{key}") for key in DETAILS}
        return Said(**{**told, "worth": told["worth"] or 0}, details=details)


def _as_it_stands(system: System) -> dict[str, Any]:
    told = {name: getattr(system, name) for name in (*SystemForm.MAIN, "life_cycle", "internet", "foothold", "address")}
    told |= {"host": system.host.name, "isolated": system.host.isolated} if system.host else {}
    return told | {f"detail_{key}": text for key, text in system.details.items()}


class ConnectionForm(OfferingForm):
    """From the page of one system to another one."""

    kind = choice_of(gettext_lazy("Jenis koneksi"))
    direction = choice_of(
        gettext_lazy("Arah"),
        gettext_lazy(
            "Yang memakai ialah yang memanggil, menjangkau, mengirim berkas, memelihara, menyimpan sandi, atau "
            "menerima login dari sistem yang lain."
        ),
    )
    other = choice_of(gettext_lazy("Sistem yang lain"))
    protected = forms.BooleanField(label=gettext_lazy("Sudah terlindung"), required=False)
    note = text_of(gettext_lazy("Catatan"))

    def __init__(self, system: System, others: Iterable[System], given: Any = None, **drawn: Any) -> None:
        super().__init__(given, initial=drawn)
        self._offer("kind", [(kind.key, f"{_(kind.label)} ({_(kind.protection)})") for kind in KINDS.values()])
        self._offer(
            "direction",
            [
                (AS_SOURCE, _("%(name)s memakai sistem yang lain") % {"name": system.name}),
                (AS_TARGET, _("Sistem yang lain memakai %(name)s") % {"name": system.name}),
            ],
        )
        self._offer("other", [(one.key, f"{one.name} ({one.agency.label})") for one in others])

    def joined(self) -> Joined:
        told = self.cleaned_data
        return Joined(told["kind"], told["protected"], told["note"])
