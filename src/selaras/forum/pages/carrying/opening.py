"""Opening the forum of the next year."""

from __future__ import annotations

from datetime import date

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from selaras.forum import queries
from selaras.forum.actions.carrying import open_next_forum
from selaras.forum.errors import ForumError, Incomplete
from selaras.forum.models import Forum
from selaras.people.pages.doors import only, visitor
from selaras.planning import rules as planning


class NextForum(forms.Form):
    slug = forms.CharField(
        label=gettext_lazy("Nama pendek"),
        max_length=50,
        help_text=gettext_lazy("Dipakai di nama berkas, misalnya kebumen-2022."),
    )
    held_on = forms.DateField(
        label=gettext_lazy("Hari sidang"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


@only(planning.may_plan, gettext_lazy("Hanya Bappeda yang dapat membuka forum tahun berikutnya."))
@require_http_methods(["GET", "POST"])
def next_forum(request: HttpRequest) -> HttpResponse:
    """What will go on into the next year, and the button that opens it."""
    forum = queries.newest_decided_forum(request.user)
    following = queries.forum_after(forum) if forum else None
    form = NextForum(request.POST or None, initial=_usual(forum) if forum else None)
    if request.method == "POST" and forum and form.is_valid():
        try:
            made = open_next_forum(forum, **form.cleaned_data, actor=visitor(request))
        except Incomplete as wrong:
            for name, sentence in wrong.fields.items():
                form.add_error(name, sentence)
        except ForumError as wrong:
            form.add_error(None, str(wrong))
        else:
            messages.success(request, _("%(name)s sudah dibuka.") % {"name": made.name})
            return redirect("last-year")
    context = {"forum": forum, "following": following, "form": form}
    return render(request, "forum/carrying/next_forum.html", context)


def _usual(forum: Forum) -> dict[str, object]:
    """The same day a year later, and the short name with its year moved on."""
    year = str(forum.cycle.year)
    slug = forum.slug.replace(year, str(forum.cycle.year + 1)) if year in forum.slug else f"{forum.slug}-{year}"
    day = forum.held_on
    later = date(day.year + 1, day.month, min(day.day, 28))
    return {"slug": slug, "held_on": later}
