"""What a body's list still needs this month, one tap each: it is unchanged, or it is brought up to date."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from selaras.disclosure import queries, rules
from selaras.disclosure.actions.publishing import confirm_item, undo_edition
from selaras.disclosure.actions.withholding import open_up
from selaras.disclosure.models import Edition, Item, PublicBody
from selaras.disclosure.pages.doors import attempt, done
from selaras.disclosure.publication import Entry, completeness_of, endings_of, standing_of
from selaras.people.pages.doors import only, visitor


@only(rules.keeps_lists)
@require_safe
def desk_page(request: HttpRequest) -> HttpResponse:
    """The list of the one desk at which this person works, or a choice where there are several."""
    bodies = list(queries.desks_of(visitor(request)).order_by("kind", "code"))
    if len(bodies) == 1:
        return _month(request, bodies[0])
    complete = completeness_of(bodies, timezone.localdate())
    rows = sorted(((body, complete[body.pk]) for body in bodies), key=lambda row: (row[1].share, row[0].name))
    return render(request, "disclosure/publication/desks.html", {"rows": rows})


@only(rules.keeps_lists)
@require_safe
def month_page(request: HttpRequest, code: str) -> HttpResponse:
    return _month(request, desk_named(request, code))


def desk_named(request: HttpRequest, code: str) -> PublicBody:
    return get_object_or_404(queries.desks_of(visitor(request)), code=code)


def item_of_desk(request: HttpRequest, pk: int) -> Item:
    return get_object_or_404(queries.items().filter(body__in=queries.desks_of(visitor(request))), pk=pk)


def month_address(item: Item) -> str:
    """The month of the item's body, where the deed just done on the item can be undone."""
    return f"{reverse('publication-month', args=[item.body.code])}?butir={item.pk}"


def _month(request: HttpRequest, body: PublicBody) -> HttpResponse:
    today = timezone.localdate()
    standing = standing_of(body, today)
    context = {
        "body": body,
        "today": today,
        "overview": standing,
        "total": len(standing.wanted) + len(standing.settled),
        "settled": _with_deeds(standing.settled),
        "endings": endings_of(body, today),
        "just_done": _just_done(request, body),
    }
    return render(request, "disclosure/publication/month.html", context)


def _with_deeds(entries: Iterable[Entry]) -> list[tuple[Entry, Edition | None]]:
    """Each with its last deed, where that can be undone. One query."""
    found = list(entries)
    editions = Edition.objects.filter(item__in=[one.item for one in found if one.item]).order_by("number")
    last = {edition.item_id: edition for edition in editions.defer("content")}
    return [(one, _undoable(last.get(one.item.pk) if one.item else None)) for one in found]


def _just_done(request: HttpRequest, body: PublicBody) -> dict[str, Any]:
    """The deed that led here, so that a wrong tap is taken back with the next."""
    key = request.GET.get("butir", "")
    seen = queries.editions_visible_to(visitor(request)).filter(item__body=body)
    edition = _undoable(seen.filter(item=int(key)).first() if key.isdecimal() and len(key) < 12 else None)
    return {"edition": edition, "item": edition.item} if edition else {}


def _undoable(edition: Edition | None) -> Edition | None:
    return None if edition is None or edition.kind == Edition.Kind.UNDONE else edition


@require_POST
@only(rules.keeps_lists)
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """“Masih sama”: nothing changed since."""
    item = item_of_desk(request, pk)
    told = _("“%(title)s” masih sama.") % {"title": item.title}
    return done(request, lambda: confirm_item(item, actor=visitor(request)), told, month_address(item))


@require_POST
@only(rules.keeps_lists)
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    edition = get_object_or_404(queries.editions_visible_to(visitor(request)), pk=pk)
    told = _("Langkah itu sudah dibatalkan.")
    return done(
        request,
        lambda: undo_edition(edition, actor=visitor(request)),
        told,
        "publication-month",
        edition.item.body.code,
    )


@require_POST
@only(rules.keeps_lists)
def open_exemption(request: HttpRequest, pk: int) -> HttpResponse:
    """Open what need not be withheld any more, and go on to publish it."""
    desks = queries.desks_of(visitor(request))
    exemption = get_object_or_404(queries.exemptions().filter(body__in=desks), pk=pk)
    told = _("Pengecualiannya berakhir. Sekarang terbitkan informasinya.")
    if not attempt(request, lambda: open_up(exemption, actor=visitor(request)), told):
        return redirect("publication-month", exemption.body.code)
    return redirect(f"{reverse('publication-new', args=[exemption.body.code])}?pengecualian={exemption.pk}")
