"""What an applicant brings to the desk, or sends it by letter: the form of each, with the day on which it came."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from selaras.disclosure.pages.applicant.forms import AsksWhatIsMissing
from selaras.disclosure.pages.desk.deed_forms import DeedForm
from selaras.disclosure.pages.desk.standing import Standing
from selaras.government.queries import parameter_value
from selaras.people.pages.fields import Day, Several, Told

_CAME = _("Surat dihitung sejak hari suratnya diterima.")


class CompletionForm(DeedForm, AsksWhatIsMissing):
    on = Day(_("Diterima pada"), _CAME)

    def first(self, standing: Standing) -> dict[str, Any]:  # noqa: ARG002 - as declared above
        return {"on": timezone.localdate()}

    def offer(self, standing: Standing) -> None:
        self.ask_for(standing.case.missing)

    def clean(self) -> dict[str, Any]:
        """With what the deed takes: `wanted` and `by`."""
        return {**super().clean(), "wanted": self.wanted, "by": self.by}


class ObjectionTakenDownForm(DeedForm):
    on = Day(_("Diterima pada"), _CAME)
    grounds = Several(_("Alasan keberatan"), hint=_("Pilih semua yang cocok dengan perkataan atau surat pemohon."))
    text = Told(_("Apa yang dikeberatkan pemohon"), _("Tulis seperti yang diucapkan atau ditulis pemohon."), rows=5)
    submission = forms.UUIDField(widget=forms.HiddenInput)

    def first(self, standing: Standing) -> dict[str, Any]:  # noqa: ARG002 - as declared above
        return {"on": timezone.localdate(), "submission": uuid4()}

    def offer(self, standing: Standing) -> None:
        known = parameter_value("disclosure.objection_grounds", standing.today)
        self.fields["grounds"].choices = [(key, f"{words}.") for key, words in known.items()]  # type: ignore[attr-defined]
