"""Addresses of the network of public bodies."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.gzip import gzip_page

from selaras.disclosure.pages.network import bodies, body, mapping

urlpatterns = [
    path("informasi/badan/", gzip_page(bodies.list_page), name="public-bodies"),
    path("informasi/badan/peta/", gzip_page(mapping.map_page), name="network-map"),
    path("informasi/badan/peta/<str:code>/", gzip_page(mapping.district_map), name="network-map-of-district"),
    path("informasi/badan/<slug:code>/", gzip_page(body.body_page), name="public-body"),
]
