"""A form that is saved as a new edition: it carries which edition the writer has before the eyes."""

from __future__ import annotations

from django import forms
from django.http import QueryDict

from selaras.sectoral.errors import Overtaken


class EditionForm(forms.Form):
    """`submission` is that edition, 0 where there is none; the draft that the telephone keeps has it too."""

    submission = forms.IntegerField(required=False, min_value=0, max_value=1_000_000, widget=forms.HiddenInput)

    @property
    def over(self) -> int:
        """Call after `is_valid`."""
        return self.cleaned_data["submission"] or 0

    def overtaken(self, refused: Overtaken) -> None:
        """Sent once more, what was typed goes over the edition that is then before the eyes."""
        self.add_error(None, str(refused))
        assert isinstance(self.data, QueryDict)  # noqa: S101 - what a browser sent
        self.data = self.data.copy()
        self.data["submission"] = str(refused.newest)
