"""The addresses that harvesters ask."""

from __future__ import annotations

from django.urls import include, path

from selaras.sectoral.harvest.ckan import routes

# CKAN's clients send JSON from anywhere: these alone take a request of another site, and only ever read.
_ACTIONS = [
    path("3/action/<str:name>", routes.unknown, name="unknown"),
    path("action/<str:name>", routes.without_version, name="without-version"),
]

urlpatterns = [
    path("api/3/", routes.api.urls),
    path("api/", include((_ACTIONS, "ckan-actions"))),
]
