"""The news of the catalogue as Atom and as JSON Feed."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from selaras.sectoral.harvest.news import News, news

ATOM = "application/atom+xml; charset=utf-8"


@require_safe
def atom(request: HttpRequest) -> HttpResponse:
    feed = Atom1Feed(
        title=_title(),
        link=_home(),
        description=_title(),
        language="id",
        feed_url=settings.SITE + request.path,
    )
    for one in news():
        feed.add_item(
            title=one.title,
            link=one.link,
            description=one.text,
            unique_id=one.key,
            pubdate=one.at,
            updateddate=one.at,
            categories=(one.kind,),
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=ATOM)


@require_safe
def json_feed(request: HttpRequest) -> JsonResponse:
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": _title(),
        "home_page_url": _home(),
        "feed_url": settings.SITE + request.path,
        "language": "id",
        "items": [_item(one) for one in news()],
    }
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False}, content_type="application/feed+json")


def _item(one: News) -> dict[str, Any]:
    at = one.at.isoformat()
    told = {"id": one.key, "url": one.link, "title": one.title, "content_text": one.text, "tags": [one.kind]}
    return {**told, "date_published": at, "date_modified": at}


def _title() -> str:
    return "Selaras: " + _("Perubahan data")


def _home() -> str:
    return f"{settings.SITE}/data/"
