"""The catalogue and each dataset as JSON-LD and as Turtle."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe
from rdflib import Graph

from selaras.sectoral.harvest.dcat.catalogues import catalogue_graph, dataset_graph
from selaras.sectoral.harvest.dcat.vocabulary import CONTEXT
from selaras.sectoral.harvest.reading import published_as

TURTLE, JSON_LD = "text/turtle", "application/ld+json"
_BY_SUFFIX = {"ttl": TURTLE, "jsonld": JSON_LD}
_LONGEST_PAGE = 9  # digits


@require_safe
def catalogue(request: HttpRequest, suffix: str) -> HttpResponse:
    return _catalogue(request, _BY_SUFFIX[suffix])


@require_safe
def negotiated(request: HttpRequest) -> HttpResponse:
    """In the form that the reader prefers, Turtle where it says nothing."""
    response = _catalogue(request, request.get_preferred_type([TURTLE, JSON_LD, "application/json"]) or TURTLE)
    patch_vary_headers(response, ["Accept"])
    return response


@require_safe
def dataset(request: HttpRequest, code: str, suffix: str) -> HttpResponse:  # noqa: ARG001 - as Django calls it
    one = published_as(code)
    if one is None:
        raise Http404
    return _written(dataset_graph(one), _BY_SUFFIX[suffix])


def _catalogue(request: HttpRequest, kind: str) -> HttpResponse:
    """Raises Http404 where there is no such page."""
    asked = request.GET.get("hal", "1")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) <= _LONGEST_PAGE else 0
    graph = catalogue_graph(number, settings.SITE + request.path)
    if graph is None:
        raise Http404
    return _written(graph, kind)


def _written(graph: Graph, kind: str) -> HttpResponse:
    if kind == TURTLE:
        return HttpResponse(graph.serialize(format="turtle", encoding="utf-8"), content_type=f"{TURTLE}; charset=utf-8")
    told = graph.serialize(format="json-ld", context=CONTEXT, auto_compact=True, encoding="utf-8")
    return HttpResponse(told, content_type=JSON_LD)
