"""News of the publication lists as Atom: what was published or changed, of all bodies or of one."""

from __future__ import annotations

from datetime import UTC, datetime, time

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from selaras.disclosure import queries
from selaras.disclosure.masking import masked
from selaras.disclosure.models import Item

MOST = 50
TYPE = "application/atom+xml; charset=utf-8"


@require_safe
def all_bodies(request: HttpRequest) -> HttpResponse:
    return _feed(request, _("Informasi publik terbaru"), reverse("publication"), queries.items())


@require_safe
def one_body(request: HttpRequest, code: str) -> HttpResponse:
    body = get_object_or_404(queries.bodies(), code=code)
    page = reverse("publication-of-body", args=[body.code])
    return _feed(request, body.name, page, queries.items().filter(body=body))


def _feed(request: HttpRequest, title: str, page: str, items: QuerySet[Item]) -> HttpResponse:
    feed = Atom1Feed(
        title=f"Selaras: {title}",
        link=settings.SITE + page,
        description=title,
        language="id",
        feed_url=settings.SITE + request.path,
    )
    for item in items.filter(withdrawn_on=None).order_by("-updated_on", "-pk")[:MOST]:
        link = settings.SITE + reverse("publication-item", args=[item.pk])
        at = datetime.combine(item.updated_on, time(), tzinfo=UTC)
        feed.add_item(
            title=f"{item.body.name}: {masked(item.title)}",
            link=link,
            description=masked(item.summary),
            unique_id=f"{link}#{item.updated_on}",
            pubdate=at,
            updateddate=at,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=TYPE)
