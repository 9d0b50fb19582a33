"""What is asked of who asks, in steps; each question with why it is asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any, cast
from uuid import uuid4

from django import forms
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from selaras.disclosure.actions.requesting import LONGEST, By, Wanted
from selaras.disclosure.completeness import ASKED
from selaras.disclosure.errors import Incomplete
from selaras.disclosure.identity import FIELDS as OF_IDENTITY
from selaras.disclosure.identity import Identity
from selaras.disclosure.models import Applicant, IdentityDocument, Request
from selaras.disclosure.papers import LARGEST, Paper, paper_of
from selaras.people.pages.fields import Choice, TellingForm, Told, Word, worded

_SCANS = "image/jpeg,image/png,application/pdf"
_LONGEST_SIDE = 1600  # pixels of a photo after the script made it small: every letter of a card can still be read
_EMPTY = _("Ini masih kosong. Isi, supaya permohonan Anda lengkap.")


class Question(Told):
    """One of `ASKED`, in an applicant's own words."""

    def __init__(self, key: str, label: Word = "", *, rows: int = 0, longest: int = LONGEST) -> None:
        one = ASKED[key]
        hint = format_lazy("{} {}", one.why, one.hint) if one.hint else one.why
        super().__init__(label or one.label, hint, rows=rows, longest=longest)


class Pick(Choice):
    """One of a few; that none was chosen is no mistake yet, for a request may be completed later."""

    def __init__(self, label: Word, hint: Word, choices: Iterable[tuple[str, Word]]) -> None:
        super().__init__(label, choices)
        self.help_text = hint

    def validate(self, value: Any) -> None:
        if value:
            super().validate(value)


class Picks(forms.MultipleChoiceField):
    """Some of a few; that none was chosen is told by the action, together with all else that is wrong."""

    def validate(self, value: Any) -> None:
        if value:
            super().validate(value)


class Scan(forms.FileField):
    """A paper, photographed on the spot or chosen from the telephone."""

    def __init__(self, kind: str, *, must: bool = False) -> None:
        one, widget = ASKED[kind], forms.FileInput(attrs={"accept": _SCANS, "data-shrink": _LONGEST_SIDE})
        label, why = cast(Word, one.label), cast(Word, one.why)
        super().__init__(label=label, help_text=why, widget=widget)
        self.kind, self.must = kind, must

    def clean(self, value: Any, initial: Any = None) -> Paper | None:
        if not value:
            if self.must:
                raise forms.ValidationError(_EMPTY)
            return None
        try:
            return paper_of(self.kind, super().clean(value, initial).read(LARGEST + 1))
        except Incomplete as wrong:
            raise forms.ValidationError(str(wrong)) from wrong


class StepForm(TellingForm):
    """One step of the form; what was typed is kept whatever is wrong with it."""

    use_required_attribute = False

    @property
    def typed(self) -> dict[str, str]:
        """Every field that is no file, as it was sent."""
        names = [name for name, field in self.fields.items() if not isinstance(field, (Scan, forms.UUIDField))]
        return {name: str(self.data.get(name, "")) for name in names}

    @property
    def is_private(self) -> bool:
        """Whether it asks who somebody is, which a telephone must not keep: it may be lent or lost."""
        return any(name in OF_IDENTITY or isinstance(field, Scan) for name, field in self.fields.items())


class WhatForm(StepForm):
    subject = Question("subject", rows=5)
    purpose = Question("purpose", rows=2)

    def clean_subject(self) -> str:
        subject = str(self.cleaned_data["subject"])
        if not subject.strip():
            raise forms.ValidationError(_("Tulis informasi apa yang Anda minta."))
        return subject


class FirstForm(WhatForm):
    """The first step of a request that has no draft yet."""

    submission = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"submission": uuid4()} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)


class HowForm(StepForm):
    way = Pick(ASKED["way"].label, ASKED["way"].why, worded(Request.Way.choices))
    form = Pick(_("Bentuk salinan"), _("Berkas digital gratis dan paling cepat."), worded(Request.Form.choices))
    delivery = Pick(ASKED["delivery"].label, ASKED["delivery"].why, worded(Request.Delivery.choices))


class WhoForm(StepForm):
    kind = Pick(
        _("Anda meminta sebagai"), _("Menentukan bukti apa yang perlu dilampirkan."), worded(Applicant.Kind.choices)
    )
    name = Question("name", longest=200)
    identity_number = Question("identity_number", longest=60)
    address = Question("address", longest=300)
    phone = Question("contact", _("Nomor telepon"), longest=30)
    email = Question("contact", _("Alamat surel"), longest=200)
    job = Told(_("Pekerjaan"), _("Kolom register yang ditetapkan peraturan."), longest=100, required=False)
    by_proxy = forms.BooleanField(label=_("Saya meminta sebagai kuasa orang atau badan lain"), required=False)
    acts_for = Told(ASKED["acts_for"].label, ASKED["acts_for"].why, longest=200, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"kind": Applicant.Kind.PERSON} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        _prepare(self)


class PapersForm(StepForm):
    """The papers that this kind of applicant needs."""

    def __init__(self, kinds: Iterable[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind in kinds:
            self.fields[kind] = Scan(kind)

    @property
    def papers(self) -> list[Paper]:
        return list(_papers(self))


class AsksWhatIsMissing(TellingForm):
    """What the desk named as missing, and nothing else; here each must be told."""

    def ask_for(self, missing: Iterable[str]) -> None:
        asked = {key: dict(_of_key(key)) for key in missing}
        for fields in asked.values():
            self.fields.update(fields)
        self._names = [list(fields) for fields in asked.values()]
        _prepare(self)

    def clean(self) -> dict[str, Any]:
        """Whichever of telephone and mail is told is enough."""
        told = self.cleaned_data
        for names in self._names:
            if not any(name in self.errors or told.get(name) for name in names):
                self.add_error(names[0], _EMPTY)
        return told

    @property
    def wanted(self) -> Wanted:
        """Call after `is_valid`."""
        told = self.cleaned_data
        return Wanted(*(str(told.get(name) or "") for name in ("subject", "purpose", "way", "form", "delivery")))

    @property
    def by(self) -> By:
        """Call after `is_valid`."""
        identity = Identity(**{name: str(self.cleaned_data.get(name) or "") for name in OF_IDENTITY})
        return By(identity, papers=tuple(_papers(self)))


class CompleteForm(AsksWhatIsMissing, StepForm):
    def __init__(self, missing: Iterable[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask_for(missing)


class ObjectionForm(StepForm):
    """An objection: its grounds in the words of the regulation, and the applicant's own."""

    grounds = Picks(
        label=_("Alasan keberatan"),
        help_text=_("Pilih semua yang cocok. Atasan PPID menjawab menurut alasan ini."),
        widget=forms.CheckboxSelectMultiple,
    )
    text = Told(_("Apa yang Anda keberatkan"), _("Tulis dengan kata-kata sendiri."), rows=5)
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, grounds: Mapping[str, str], *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"submission": uuid4()} | kwargs.get("initial", {})
        super().__init__(*args, **kwargs)
        self.fields["grounds"].choices = [  # type: ignore[attr-defined]
            (letter, f"{words}.") for letter, words in grounds.items()
        ]


class WithdrawForm(StepForm):
    reason = Told(
        _("Alasan"), _("Tidak wajib. Membantu meja layanan memperbaiki diri."), rows=3, longest=600, required=False
    )


def _of_key(key: str) -> Iterator[tuple[str, forms.Field]]:
    """The fields that ask for one of `ASKED`, each to be told."""
    if key in IdentityDocument.Kind.values:
        yield key, Scan(key, must=True)
        return
    known = {**WhatForm.base_fields, **HowForm.base_fields, **WhoForm.base_fields}
    for name in ("phone", "email") if key == "contact" else (key,):
        field = deepcopy(known[name])
        field.required = True
        yield name, field


def _papers(form: forms.Form) -> Iterator[Paper]:
    for kind in IdentityDocument.Kind.values:
        if paper := form.cleaned_data.get(kind):
            yield paper


def _prepare(form: forms.Form) -> None:
    """Which keys a telephone shows, and what the form's script must not keep on it; no browser remembers a NIK."""
    for name in OF_IDENTITY:
        if name in form.fields:
            form.fields[name].widget.attrs["data-private"] = ""
    for name, attrs in (
        ("phone", {"inputmode": "tel", "autocomplete": "tel"}),
        ("email", {"inputmode": "email", "autocomplete": "email"}),
        ("identity_number", {"autocomplete": "off"}),
        ("name", {"autocomplete": "name"}),
        ("address", {"autocomplete": "street-address"}),
    ):
        if name in form.fields:
            form.fields[name].widget.attrs.update(attrs)
