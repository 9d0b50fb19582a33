"""The forms of accounts and roles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from selaras.government.models import Agency, Region
from selaras.people import rules
from selaras.people.models import Account

_REQUIRED = {"required": _("Isian ini wajib diisi.")}
_CHOOSE = _("Pilih tempatnya dari daftar.")
_WHOLE = "semua"
Choices = list[tuple[str, Any]]


def _villages(districts: Iterable[str] | None) -> Choices:
    """Villages under the name of their district; only of some districts where these are given."""
    rows = Region.objects.filter(level=Region.Level.VILLAGE).select_related("parent").order_by("parent__name", "name")
    if districts is not None:
        rows = rows.filter(parent__in=list(districts))
    groups: dict[str, Choices] = {}
    for village in rows:
        groups.setdefault(str(village.parent), []).append((village.code, village.name))
    return list(groups.items())


def body_choices(kind: str, districts: Iterable[str] | None = None) -> Choices:
    """The bodies at which this role may be held."""
    choices: Choices = []
    for level in rules.bodies_of(kind):
        if level == rules.WHOLE:
            choices.append((_WHOLE, rules.BODY_WORDS[rules.WHOLE]))
        elif level == rules.AGENCY:
            choices += [(f"opd-{agency.pk}", agency.name) for agency in Agency.objects.all()]
        elif level == rules.DISTRICT:
            rows = Region.objects.filter(level=Region.Level.DISTRICT).order_by("name")
            choices += [(district.code, f"Kecamatan {district.name}") for district in rows]
        else:
            choices += _villages(districts)
    return choices


class BodyField(forms.ChoiceField):
    """A body; cleaned to the region and the agency, one of which is None (both for the whole region)."""

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if text == _WHOLE:
            return None, None
        if text.startswith("opd-"):
            return None, Agency.objects.get(pk=text.removeprefix("opd-"))
        return Region.objects.get(pk=text), None


class RoleForm(forms.Form):
    body = BodyField(label=_("Di mana"), error_messages=dict.fromkeys(("required", "invalid_choice"), _CHOOSE))
    until = forms.DateField(
        label=_("Sampai dengan"),
        required=False,
        help_text=_("Hari terakhir peran ini berlaku. Kosongkan bila tetap."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": _("Tulis tanggal sebagai tahun-bulan-hari, misalnya 2026-12-31.")},
    )

    def __init__(self, kind: str, *args: Any, districts: Iterable[str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["body"]
        assert isinstance(field, BodyField)  # noqa: S101 - named above
        choices = body_choices(kind, districts)
        field.choices = choices if len(choices) == 1 else [("", _("Pilih…")), *choices]


class InvitationForm(RoleForm):
    name = forms.CharField(label=_("Nama orang yang diundang"), max_length=150, error_messages=_REQUIRED)
    email = forms.EmailField(
        label=_("Alamat surel"),
        required=False,
        help_text=_("Tanpa alamat surel, cetak undangannya dan serahkan."),
        error_messages={"invalid": _("Alamat surel ini tidak lengkap. Contoh: nama@contoh.go.id.")},
    )
    field_order = ("name", "email", "body")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["until"]


def username_field() -> forms.CharField:
    return forms.CharField(
        label=_("Nama akun"),
        max_length=150,
        help_text=_("Untuk masuk: huruf kecil dan angka, tanpa spasi. Contoh: siti.bappeda."),
        validators=[UnicodeUsernameValidator(message=_("Pakai huruf, angka, atau titik, tanpa spasi."))],
        error_messages=_REQUIRED,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "username"}),
    )


class AccountForm(RoleForm):
    username = username_field()
    name = forms.CharField(label=_("Nama lengkap"), max_length=150, error_messages=_REQUIRED)
    email = forms.EmailField(
        label=_("Alamat surel"),
        required=False,
        error_messages={"invalid": _("Alamat surel ini tidak lengkap. Contoh: nama@contoh.go.id.")},
    )
    field_order = ("username", "name", "email", "body", "until")

    def clean_username(self) -> str:
        return str(self.cleaned_data["username"]).lower()


def _password_field(label: Any, autocomplete: str, hint: Any = "") -> forms.CharField:
    widget = forms.PasswordInput(attrs={"autocomplete": autocomplete})
    return forms.CharField(label=label, strip=False, widget=widget, help_text=hint, error_messages=_REQUIRED)


class NewPasswordForm(forms.Form):
    """A password typed twice; its faults stand beside the field, each with what to do."""

    password = _password_field(
        _("Kata sandi baru"), "new-password", _("Sedikitnya 10 tanda. Tiga kata yang tidak berhubungan mudah diingat.")
    )
    again = _password_field(_("Kata sandi baru, sekali lagi"), "new-password")

    def _account(self) -> Account | None:
        """Who will have it: a password like one's own name is refused."""
        return None

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        password, again = given.get("password"), given.get("again")
        if password and again and password != again:
            self.add_error("again", _("Tidak sama dengan yang pertama. Ketik sekali lagi."))
        elif password:
            try:
                validate_password(password, self._account())
            except ValidationError as weak:
                self.add_error("password", ValidationError([_worded(one) for one in weak.error_list]))
        return given


_WEAK = {
    "password_too_short": _("Terlalu pendek. Pakai sedikitnya 10 tanda."),
    "password_too_common": _("Kata sandi ini terlalu sering dipakai orang. Pilih yang lain."),
    "password_too_similar": _("Terlalu mirip dengan nama atau alamat surel Anda. Pilih yang lain."),
}


def _worded(weak: ValidationError) -> ValidationError:
    """In the house's words; a validator that an office adds speaks for itself."""
    return ValidationError(_WEAK.get(str(weak.code), weak.message), params=weak.params)


class AcceptForm(NewPasswordForm):
    username = username_field()
    name = forms.CharField(label=_("Nama lengkap"), max_length=150, error_messages=_REQUIRED)
    field_order = ("name", "username", "password", "again")

    def __init__(self, *args: Any, email: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._email = email

    def clean_username(self) -> str:
        return str(self.cleaned_data["username"]).lower()

    def _account(self) -> Account:
        given = self.cleaned_data
        return Account(username=given.get("username", ""), first_name=given.get("name", ""), email=self._email)


class OwnPasswordForm(NewPasswordForm):
    old = _password_field(_("Kata sandi sekarang"), "current-password")
    field_order = ("old", "password", "again")

    def __init__(self, account: Account, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account

    def _account(self) -> Account:
        return self.account

    def clean_old(self) -> str:
        old = str(self.cleaned_data["old"])
        if not self.account.check_password(old):
            raise ValidationError(_("Kata sandi sekarang tidak cocok."))
        return old


class DelegationForm(forms.Form):
    username = forms.CharField(
        label=_("Nama akun penerima"),
        max_length=150,
        help_text=_("Tanyakan nama akun yang ia pakai untuk masuk."),
        error_messages=_REQUIRED,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off"}),
    )
    until = forms.DateField(
        label=_("Sampai dengan"),
        help_text=_("Pelimpahan berakhir sendiri sesudah hari ini."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={**_REQUIRED, "invalid": _("Tulis tanggal sebagai tahun-bulan-hari, misalnya 2026-12-31.")},
    )
    reason = forms.CharField(label=_("Alasan"), max_length=255, error_messages=_REQUIRED)


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Kode dari telepon"),
        max_length=20,
        error_messages={"required": _("Ketik kodenya.")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )
