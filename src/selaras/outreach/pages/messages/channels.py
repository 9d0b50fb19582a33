"""The channels there are, and where each goes."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from selaras.government.models import Region
from selaras.outreach import rules
from selaras.outreach.actions.channels import add_channel, end_channel
from selaras.outreach.errors import Incomplete, OutreachError
from selaras.outreach.models import Channel
from selaras.people.pages.doors import done, only, visitor
from selaras.people.pages.fields import worded


class ChannelForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("Jenis"), required=False)
    name = forms.CharField(label=gettext_lazy("Nama"), required=False)
    regions = forms.MultipleChoiceField(
        label=gettext_lazy("Kecamatan yang dijangkau"),
        help_text=gettext_lazy("Tanpa pilihan, saluran ini menjangkau semua desa."),
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "choices"}),
    )

    def __init__(self, *args: object) -> None:
        super().__init__(*args)  # type: ignore[arg-type]
        districts = Region.objects.filter(level=Region.Level.DISTRICT)
        self.fields["kind"].choices = worded(Channel.Kind.choices)  # type: ignore[attr-defined]
        self.fields["regions"].choices = [(one.pk, one.name) for one in districts]  # type: ignore[attr-defined]


@only(rules.writes)
@require_http_methods(["GET", "HEAD", "POST"])
def channels_page(request: HttpRequest) -> HttpResponse:
    form = ChannelForm(request.POST) if request.method == "POST" else ChannelForm()
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            add_channel(told["kind"], told["name"], told["regions"], actor=visitor(request))
        except Incomplete as lacks:
            for name, sentence in lacks.fields.items():
                form.add_error(name, sentence)
        else:
            return redirect("message-channels")
    channels = Channel.objects.filter(ended_at=None).prefetch_related("regions")
    rows = [(one, _(one.get_kind_display()), [place.name for place in one.regions.all()]) for one in channels]
    context = {"form": form, "rows": rows}
    return render(request, "outreach/channels.html", context, status=422 if form.errors else 200)


@require_POST
@only(rules.writes)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    channel = get_object_or_404(Channel, pk=pk)
    told = _("Saluran ini tidak dipakai lagi.")
    deed = lambda: end_channel(channel, actor=visitor(request))  # noqa: E731 - what the button does
    return done(request, deed, told, "message-channels", mendable=(OutreachError,))
