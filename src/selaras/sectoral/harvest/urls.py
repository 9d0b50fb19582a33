"""The addresses that harvesters ask."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpResponseBase
from django.urls import include, path
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import conditional_page

from selaras.sectoral.harvest import feeds, version_pages
from selaras.sectoral.harvest.ckan import routes
from selaras.sectoral.harvest.dcat import pages

# CKAN's clients send JSON from anywhere: these alone take a request of another site, and only ever read.
_ACTIONS = [
    path("3/action/<str:name>", routes.unknown, name="unknown"),
    path("action/<str:name>", routes.without_version, name="without-version"),
]


def _asked_again(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """What has not changed since it was asked last is a 304 without content; the tag is of what is not compressed."""
    return gzip_page(conditional_page(view))


_PACKAGE = _asked_again(version_pages.data_package)
_CATALOGUE, _DATASET = _asked_again(pages.catalogue), _asked_again(pages.dataset)
urlpatterns = [
    path("data/katalog", _asked_again(pages.negotiated), name="data-catalogue"),
    path("data/katalog.jsonld", _CATALOGUE, {"suffix": "jsonld"}, name="data-catalogue-jsonld"),
    path("data/katalog.ttl", _CATALOGUE, {"suffix": "ttl"}, name="data-catalogue-ttl"),
    path("data/<slug:code>.jsonld", _DATASET, {"suffix": "jsonld"}, name="data-jsonld"),
    path("data/<slug:code>.ttl", _DATASET, {"suffix": "ttl"}, name="data-ttl"),
    path("data/<slug:code>/versi/<int:number>/csvw.json", _asked_again(version_pages.csvw), name="data-csvw"),
    path("data/<slug:code>/versi/<int:number>/datapackage.json", _PACKAGE, name="data-package"),
    path("data/perubahan.atom", _asked_again(feeds.atom), name="data-news"),
    path("data/perubahan.json", _asked_again(feeds.json_feed), name="data-news-json"),
    path("api/3/", routes.api.urls),
    path("api/", include((_ACTIONS, "ckan-actions"))),
]
