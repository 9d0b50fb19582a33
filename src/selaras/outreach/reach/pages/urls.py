"""The addresses of signal and reach."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.gzip import gzip_page

from selaras.outreach.reach.pages import importing, known, mapped, modelling, reporting, source

urlpatterns = [
    path("sinyal/", gzip_page(known.summary_page), name="signal"),
    path("sinyal.csv", gzip_page(known.signal_file), name="signal-file"),
    path("sinyal/peta/", gzip_page(mapped.map_page), name="signal-map"),
    path("sinyal/uji/", reporting.speed_sample, name="signal-speed"),
    path("sinyal/<str:code>/lapor/", gzip_page(reporting.report_page), name="signal-report"),
    path("sinyal/<str:code>/terima-kasih/", gzip_page(reporting.thanks_page), name="signal-thanks"),
    path("sinyal/<str:code>/", gzip_page(known.district_page), name="signal-district"),
    path("meja/sinyal/", importing.desk_page, name="signal-desk"),
    path("meja/sinyal/kirim/", importing.import_page, name="signal-import"),
    path("meja/sinyal/model/", modelling.model_page, name="signal-model"),
    path("meja/sinyal/model/<int:pk>/", modelling.reckoning_page, name="signal-reckoning"),
    path("meja/sinyal/sumber/<int:pk>/", source.source_page, name="signal-source"),
    path("meja/sinyal/sumber/<int:pk>/salinan.xlsx", source.copy, name="signal-source-copy"),
    path("meja/sinyal/sumber/<int:pk>/arti/", source.explain, name="signal-explain"),
    path("meja/sinyal/sumber/<int:pk>/sisihkan/", source.set_aside, name="signal-set-aside"),
]
