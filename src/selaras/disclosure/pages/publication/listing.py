"""What everybody reads of the publication lists: the search over all bodies, the list of one, one item."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from selaras.disclosure import queries
from selaras.disclosure.models import Edition, Exemption, Item
from selaras.disclosure.pages.publication.searching import ItemSearch
from selaras.disclosure.publication import Entry, is_over, standing_of

PAGE = 20
FIELD_WORDS = {
    "category": _("kategori"),
    "title": _("judul"),
    "summary": _("ringkasan"),
    "unit": _("unit yang menguasai"),
    "responsible": _("penanggung jawab"),
    "made_on": _("waktu pembuatan"),
    "made_where": _("tempat pembuatan"),
    "form": _("bentuk"),
    "retention": _("jangka waktu simpan"),
    "link": _("tautan"),
    "file": _("berkas"),
}


@require_safe
def list_page(request: HttpRequest) -> HttpResponse:
    """The search over the lists of all bodies; what was withdrawn is read on the list of its body."""
    form = ItemSearch(request.GET)
    form.is_valid()
    found = form.found(queries.items().filter(withdrawn_on=None))
    page = Paginator(found, PAGE).get_page(request.GET.get("hal"))
    return render(request, "disclosure/publication/list.html", {"form": form, "page": page})


@require_safe
def body_page(request: HttpRequest, code: str) -> HttpResponse:
    """The whole list of one body: what is there, what lacks, what is withheld and until when."""
    body = get_object_or_404(queries.bodies(), code=code)
    today = timezone.localdate()
    standing = standing_of(body, today)
    required = [one for one in standing.entries if one.required]
    context = {
        "body": body,
        "overview": standing,
        "required": len(required),
        "published": sum(one.standing is not None for one in required),
        "groups": _groups(standing.entries),
        "withdrawn": [one.item for one in standing.entries if one.item and not one.standing],
        "exemptions": [(one, is_over(one, today)) for one in _withheld(code)],
    }
    return render(request, "disclosure/publication/body.html", context)


def _withheld(code: str) -> Iterable[Exemption]:
    return queries.exemptions().filter(body__code=code)


def _groups(entries: Iterable[Entry]) -> list[tuple[object, list[Entry]]]:
    """What stands, under the word of its category."""
    there = [(entry, entry.standing) for entry in entries]
    groups = [
        (_(word), [entry for entry, item in there if item and item.category == category])
        for category, word in Item.Category.choices
    ]
    return [(word, found) for word, found in groups if found]


@require_safe
def item_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One item with the columns of the publication list and how it came about."""
    item = get_object_or_404(queries.items().select_related("file"), pk=pk)
    context = {
        "item": item,
        "editions": [(one, _changed(one)) for one in item.editions.all()],
    }
    return render(request, "disclosure/publication/item.html", context)


def _changed(edition: Edition) -> str:
    return ", ".join(str(FIELD_WORDS[name]) for name in edition.changed)
