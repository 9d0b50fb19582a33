"""Addresses of letters, registers and reports."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.gzip import gzip_page

from selaras.disclosure.pages.reports import letters, register, service_report, statistics, wordings

urlpatterns = [
    path("meja/informasi/<int:pk>/surat/", letters.request_letters, name="request-letters"),
    path("meja/informasi/surat/<int:pk>/<str:form>/", letters.letter_file, name="letter-file"),
    path("meja/informasi/naskah-surat/", wordings.letter_wordings, name="letter-wordings"),
    path("meja/informasi/naskah-surat/<str:kind>/", wordings.letter_wording, name="letter-wording"),
    path("informasi/surat/<str:token>/", letters.my_letters, name="my-letters"),
    path("informasi/surat/<str:token>/<int:pk>/", letters.my_letter, name="my-letter"),
    path("meja/informasi/register/", register.register, name="information-register"),
    path("meja/informasi/laporan/", service_report.service_report, name="service-report"),
    path("meja/informasi/laporan/<int:year>/<str:form>/", service_report.report_file, name="service-report-file"),
    path("informasi/statistik/", gzip_page(statistics.statistics), name="information-statistics"),
    path("informasi/statistik/statistik.csv", statistics.statistics_file, name="information-statistics-file"),
]
