"""Each read action as two routes, asked in a query string or with JSON.

Nobody signs in here and nothing is written, so a request from another site may come with no token.
"""
# No `from __future__ import annotations`: the routes are made in a loop, and their annotations are values.

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import resolve
from django.views.decorators.csrf import csrf_exempt
from ninja import Body, NinjaAPI, Query

from selaras import __version__
from selaras.sectoral.harvest.ckan import actions, answers, asking, datastore, envelope
from selaras.sectoral.harvest.ckan.errors import NotFound

Route = Callable[..., Any]


@dataclass(frozen=True)
class Action:
    run: Callable[[Any], Any]
    asked: type[Any]
    answered: Any

    @property
    def name(self) -> str:
        return self.run.__name__


def help_show(asked: asking.ActionName) -> str:
    """What an action answers, in a sentence."""
    for one in ACTIONS:
        if one.name == asked.name:
            return (one.run.__doc__ or "").strip()
    raise NotFound("Not found: Tindakan ini tidak ada. Daftarnya ada di /api/3/openapi.json.")


ACTIONS = (
    Action(actions.package_list, asking.Part, list[str]),
    Action(actions.package_show, asking.ById, answers.Package),
    Action(actions.package_search, asking.Search, answers.Found),
    Action(actions.resource_show, asking.ById, answers.Resource),
    Action(actions.organization_list, asking.Organizations, list[str] | list[dict[str, Any]]),
    Action(actions.organization_show, asking.OrganizationShow, answers.OrganizationWhole),
    Action(actions.status_show, asking.Nothing, answers.Status),
    Action(actions.site_read, asking.Nothing, bool),
    Action(datastore.datastore_search, asking.Rows, answers.RowsFound),
    Action(datastore.datastore_info, asking.OneResource, answers.Table),
    Action(help_show, asking.ActionName, str),
)
REFUSALS = dict.fromkeys((400, 404, 409), answers.Refusal)

api = NinjaAPI(
    title="Selaras: katalog data",
    version=__version__,
    description="The read actions of CKAN's API, version 3, for harvesters. Everything that is out, nothing else.",
    urls_namespace="ckan",
    docs_url=None,  # the usual pages load scripts from other hosts
    openapi_url="openapi.json",
)
envelope.refuse_as_ckan_does(api)


def _by_query(one: Action) -> Route:
    def without(request: HttpRequest) -> Any:
        return envelope.told(request, one.run(one.asked()))

    def by_query(request: HttpRequest, asked: Query[one.asked]) -> Any:  # type: ignore[name-defined]
        return envelope.told(request, one.run(asked))

    return by_query if one.asked.model_fields else without


def _by_json(one: Action) -> Route:
    def by_json(request: HttpRequest, asked: Body[one.asked]) -> Any:  # type: ignore[name-defined]
        return envelope.told(request, one.run(asked))

    return by_json


def _add(one: Action) -> None:
    answer = {200: answers.Envelope[one.answered], **REFUSALS}  # type: ignore[name-defined]
    for method, route in (("GET", _by_query(one)), ("POST", _by_json(one))):
        route.__doc__ = one.run.__doc__
        name = f"{one.name}_{method.lower()}"
        api.api_operation([method], f"/action/{one.name}", response=answer, operation_id=name)(route)


for each in ACTIONS:
    _add(each)


@csrf_exempt
def without_version(request: HttpRequest, name: str) -> HttpResponseBase:
    """`/api/action/…`, where clients that name no version ask."""
    view, args, kwargs = resolve(f"/api/3/action/{name}")
    answer: HttpResponseBase = view(request, *args, **kwargs)
    return answer


@csrf_exempt
def unknown(request: HttpRequest, name: str) -> HttpResponse:
    """As CKAN tells it."""
    return api.create_response(request, f"Bad request - Action name not known: {name[:60]}", status=400)
