"""The addresses of the openness room."""

from __future__ import annotations

from django.urls import include, path

urlpatterns = [
    path("", include("selaras.disclosure.pages.applicant.urls")),
    path("", include("selaras.disclosure.pages.desk.urls")),
    path("", include("selaras.disclosure.pages.reports.urls")),
    path("", include("selaras.disclosure.pages.publication.urls")),
    path("", include("selaras.disclosure.pages.clocks.urls")),
    path("", include("selaras.disclosure.pages.network.urls")),
    path("", include("selaras.disclosure.pages.maturity.urls")),
]
