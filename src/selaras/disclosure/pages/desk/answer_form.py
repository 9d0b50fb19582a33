"""The form of an answer: its words, part by part with the fate of each, the files that go out, and what it costs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from selaras.disclosure.actions.answering import Cost, Reply
from selaras.disclosure.actions.answering import Told as ToldPart
from selaras.disclosure.models import Exemption, Part, WorkingFile
from selaras.people.pages.fields import TellingForm, Told, worded
from selaras.planning.pages.fields import RupiahField

PREFIX = "bagian"
MOST_PARTS = 30


class PartForm(TellingForm):
    """One part of what was asked; one that says nothing counts as not there."""

    text = Told(_("Bagian yang diminta"), rows=2, longest=400)
    fate = forms.ChoiceField(
        label=_("Putusan"),
        choices=worded(Part.Fate.choices),
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Pilih putusan untuk setiap bagian.")),
    )
    reason = Told(_("Alasan"), _("Untuk yang tidak diberikan. Pemohon membacanya."), rows=2, required=False)
    exemption = forms.ChoiceField(
        label=_("Uji konsekuensi"),
        help_text=_("Untuk yang dikecualikan."),
        required=False,
        error_messages={"invalid_choice": _("Uji konsekuensi itu belum disetujui, atau masanya sudah lewat.")},
    )

    def __init__(self, *args: Any, tests: Sequence[Exemption] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._tests = {str(one.pk): one for one in tests}
        known = [(key, f"{one.title} ({one.article})") for key, one in self._tests.items()]
        self.fields["exemption"].choices = [("", _("tidak dikecualikan")), *known]  # type: ignore[attr-defined]

    @property
    def says_nothing(self) -> bool:
        told = self.cleaned_data
        return not (told.get("text") or told.get("reason") or told.get("exemption"))

    def told(self) -> ToldPart:
        """Call after `is_valid`."""
        told = self.cleaned_data
        return ToldPart(told["text"], told["fate"], told["reason"], self._tests.get(told["exemption"]))


class AnswerForm(TellingForm):
    text = Told(
        _("Jawaban"),
        _("Yang pertama dibaca pemohon: apa yang diberikan dan di mana mengambilnya."),
        rows=8,
        longest=20_000,
    )
    files = forms.MultipleChoiceField(  # type: ignore[assignment]  # Django takes the fields off the class
        label=_("Berkas yang diserahkan"), widget=forms.CheckboxSelectMultiple, required=False
    )
    cost = RupiahField(label=_("Biaya salinan"), help_text=_("Kosongkan bila gratis."), required=False)
    cost_note = Told(_("Untuk apa dan cara membayarnya"), longest=255, required=False)

    def __init__(self, files: Iterable[WorkingFile], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._files = {str(file.pk): file for file in files}
        self.fields["files"].choices = [(key, file.name) for key, file in self._files.items()]  # type: ignore[attr-defined]

    def chosen(self) -> list[WorkingFile]:
        """Call after `is_valid`."""
        return [self._files[key] for key in self.cleaned_data["files"]]

    def price(self) -> Cost:
        """Call after `is_valid`."""
        return Cost(int(self.cleaned_data["cost"] or 0), self.cleaned_data["cost_note"])


class Writing:
    """An answer that is being written: new, taken up again, or sent."""

    def __init__(self, files: Sequence[WorkingFile], tests: Sequence[Exemption], data: QueryDict | None, asked: str):
        more = {"form_kwargs": {"tests": tests}, "prefix": PREFIX}
        if data is None:
            every = [str(file.pk) for file in files]
            self.form = AnswerForm(files, initial={"files": every})
            self.parts = _formset(extra=0)(initial=[{"text": asked[:400], "fate": Part.Fate.GIVEN}], **more)
        else:
            self.form = AnswerForm(files, data)
            self.parts = _formset(extra=0)(data, **more)

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), self.parts.is_valid()])

    def reply(self) -> Reply:
        """Call after `is_valid`."""
        parts = [form.told() for form in self.parts.forms if not form.says_nothing]
        return Reply(parts, self.form.cleaned_data["text"], self.form.chosen(), self.form.price())

    @property
    def words(self) -> str:
        return str(self.form["text"].value() or "")


def _formset(extra: int) -> Any:
    return forms.formset_factory(PartForm, extra=extra, max_num=MOST_PARTS, absolute_max=MOST_PARTS)


def with_one_more_part(data: QueryDict) -> QueryDict:
    """The same form with an empty part at its end."""
    grown, key = data.copy(), f"{PREFIX}-TOTAL_FORMS"
    many = grown.get(key, "0")
    grown[key] = str(min(MOST_PARTS, int(many) + 1 if many.isdecimal() else 1))
    return grown


def as_kept(data: QueryDict) -> dict[str, list[str]]:
    """What was typed, as a draft keeps it."""
    return {key: values for key, values in data.lists() if key != "csrfmiddlewaretoken" and not key.startswith("_")}


def from_kept(content: Mapping[str, Any]) -> QueryDict:
    data = QueryDict(mutable=True)
    for key, values in content.items():
        data.setlist(key, values)
    return data
