"""What will be done about one weak element: written, corrected, and later what came of it."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from selaras.people.pages.doors import only, visitor
from selaras.people.pages.fields import Day, TellingForm
from selaras.satisfaction import rules
from selaras.satisfaction.actions.following_up import Planned, follow_up
from selaras.satisfaction.errors import Incomplete
from selaras.satisfaction.following import followed
from selaras.satisfaction.models import Survey
from selaras.satisfaction.queries import surveys_at_desk_of


class FollowUpForm(TellingForm):
    """Takes in whatever is told; the action judges it."""

    deed = forms.CharField(
        label=gettext_lazy("Apa yang akan dilakukan"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    owner = forms.CharField(
        label=gettext_lazy("Siapa yang melakukannya"),
        help_text=gettext_lazy("Unit atau jabatan, bukan nama orang: halaman ini dibaca umum."),
        required=False,
    )
    due_on = Day(gettext_lazy("Paling lambat"), required=False)
    outcome = forms.CharField(
        label=gettext_lazy("Bagaimana hasilnya"),
        help_text=gettext_lazy("Kosongkan dahulu; isi bila sudah dikerjakan."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@only(rules.keeps_surveys)
@require_http_methods(["GET", "HEAD", "POST"])
def follow_up_page(request: HttpRequest, key: str, element: str) -> HttpResponse:
    who = visitor(request)
    published = surveys_at_desk_of(who).filter(state=Survey.State.PUBLISHED).select_related("result")
    survey = get_object_or_404(published, key=key)
    weak = next((one for one in followed(survey.result) if one.key == element), None)
    if weak is None:
        raise Http404(_("Tindak lanjut ditulis untuk unsur yang terendah. Pilih salah satunya di halaman survei."))
    before = {name: getattr(weak.plan, name) for name in FollowUpForm.base_fields} if weak.plan else {}
    form = FollowUpForm(request.POST) if request.method == "POST" else FollowUpForm(initial=before)
    if request.method == "POST" and form.is_valid():
        try:
            follow_up(survey, element, Planned(**form.cleaned_data), actor=who)
        except Incomplete as lacks:
            form.tell(lacks.fields)
        else:
            messages.success(request, _("Tindak lanjut tersimpan dan tampil di halaman umum."))
            return redirect("survey-period", key)
    context = {"form": form, "survey": survey, "service": survey.service, "weak": weak}
    return render(request, "satisfaction/desk/follow_up.html", context, status=422 if form.errors else 200)
