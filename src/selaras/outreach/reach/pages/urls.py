"""The addresses of signal and reach."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.gzip import gzip_page

from selaras.outreach.reach.pages import importing, known, source

urlpatterns = [
    path("sinyal/", gzip_page(known.summary_page), name="signal"),
    path("sinyal/<str:code>/", gzip_page(known.district_page), name="signal-district"),
    path("meja/sinyal/", importing.desk_page, name="signal-desk"),
    path("meja/sinyal/kirim/", importing.import_page, name="signal-import"),
    path("meja/sinyal/sumber/<int:pk>/", source.source_page, name="signal-source"),
    path("meja/sinyal/sumber/<int:pk>/arti/", source.explain, name="signal-explain"),
]
