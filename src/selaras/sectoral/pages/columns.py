"""Which column of a sent file is which column of the standard: proposed, decided by a person, remembered."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from selaras.engines.tabular.standard import read_standard
from selaras.people.pages.doors import only, visitor
from selaras.sectoral import rules
from selaras.sectoral.actions.laying_out import map_columns, place_table
from selaras.sectoral.errors import Incomplete, NotNow
from selaras.sectoral.models import Check, Version
from selaras.sectoral.queries import checks_visible_to, versions_at_desk_of


class ColumnsForm(forms.Form):
    """A choice a column of the file; what it holds and why it was proposed stand beside it."""

    def __init__(self, check: Check, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        self.columns = {f"c{place}": one for place, one in enumerate(check.summary["proposed"])}
        standard = read_standard(check.standard.package)
        choices = [("", _("– tidak dipakai –")), *((one.name, one.label) for one in standard.fields)]
        for name, one in self.columns.items():
            told = (
                [_("Isinya: %(cells)s.") % {"cells": "; ".join(one["cells"])}] if one["cells"] else [_("Kolom kosong.")]
            )
            told += [_("Usul kami: %(reason)s.") % {"reason": one["reason"]}] if one["reason"] else []
            self.fields[name] = forms.ChoiceField(
                label=one["column"], choices=choices, required=False, initial=one["field"], help_text=" ".join(told)
            )

    @property
    def said(self) -> dict[str, str]:
        return {one["column"]: self.cleaned_data[name] for name, one in self.columns.items()}

    def tell(self, wrong: dict[str, str]) -> None:
        """The sentences of a refusal, each at its column."""
        names = {one["column"]: name for name, one in self.columns.items()}
        for column, sentence in wrong.items():
            self.add_error(names.get(column), sentence)


class PlaceForm(forms.Form):
    """Where the table stands in the file, for when the reader took the wrong one."""

    sheet = forms.ChoiceField(label=gettext_lazy("Lembar"), required=False)
    header_row = forms.IntegerField(
        label=gettext_lazy("Nomor baris nama kolom"),
        help_text=gettext_lazy("Kosongkan bila kami boleh mencarinya sendiri."),
        required=False,
        min_value=0,
        error_messages={"invalid": gettext_lazy("Tulis nomor barisnya saja, misalnya 5.")},
    )

    def __init__(self, check: Check, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        told = check.summary
        sheet, row = self.fields["sheet"], self.fields["header_row"]
        assert isinstance(sheet, forms.ChoiceField)  # noqa: S101 - declared above
        sheet.choices = [
            (one["name"], _("%(name)s (%(rows)s baris)") % {"name": one["name"], "rows": one["rows"]})
            for one in told["sheets"]
        ]
        sheet.initial = told["sheet"]
        row.initial = told["header_rows"][-1] if told["header_rows"] else None
        if not told["sheets"]:
            del self.fields["sheet"]


@require_http_methods(["GET", "HEAD", "POST"])
@only(rules.works_with_data)
def columns_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide on the columns, or on where the table stands; either way the file is checked again."""
    person = visitor(request)
    version = get_object_or_404(versions_at_desk_of(person), pk=pk)
    check = checks_visible_to(person).filter(version=version, state=Check.State.DONE).first()
    if check is None:
        raise Http404(_("Berkas ini belum dibaca, jadi kolomnya belum diketahui."))
    places = request.POST.get("deed") == "place"
    columns = ColumnsForm(check, *([request.POST] if request.method == "POST" and not places else []))
    place = PlaceForm(check, *([request.POST] if places else []))
    if request.method == "POST" and (_place(version, place, person) if places else _map(version, columns, person)):
        return redirect("data-version", version.pk)
    context = {
        "version": version,
        "columns": columns,
        "place": place,
        "known": sum(bool(one["field"]) for one in check.summary["proposed"]),
        "remembered": check.summary["layout"],
        "missing": _missing(check),
    }
    wrong = columns.errors or place.errors
    return render(request, "sectoral/columns.html", context, status=422 if wrong else 200)


def _missing(check: Check) -> list[str]:
    """What the standard asks for and no column of the file seems to hold."""
    held = {one["field"] for one in check.summary["proposed"]}
    return [one.label for one in read_standard(check.standard.package).fields if one.name not in held]


def _map(version: Version, form: ColumnsForm, person: Any) -> bool:
    if form.is_valid():
        try:
            map_columns(version, form.said, actor=person)
        except Incomplete as refused:
            form.tell(refused.fields)
        except NotNow as refused:
            form.add_error(None, str(refused))
    return not form.errors


def _place(version: Version, form: PlaceForm, person: Any) -> bool:
    if form.is_valid():
        told = form.cleaned_data
        try:
            place_table(version, told.get("sheet", ""), told["header_row"] or 0, actor=person)
        except Incomplete as refused:
            for name, sentence in refused.fields.items():
                form.add_error(name if name in form.fields else None, sentence)
        except NotNow as refused:
            form.add_error(None, str(refused))
    return not form.errors
