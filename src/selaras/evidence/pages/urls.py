"""The addresses of the register of indicators."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.gzip import gzip_page

from selaras.evidence.pages import desk, public

urlpatterns = [
    path("indikator/", gzip_page(public.indicators_page), name="indicators"),
    path("indikator.csv", gzip_page(public.indicators_file), name="indicators-file"),
    path("indikator/<slug:code>/", gzip_page(public.indicator_page), name="indicator"),
    path("meja/indikator/<slug:code>/target/", desk.target_page, name="indicator-target"),
    path("meja/masalah/baru/", desk.problem_page, name="problem-new"),
    path("meja/masalah/<int:pk>/selesai/", desk.settle, name="problem-settle"),
    path("meja/masalah/<int:pk>/buka-lagi/", desk.reopen, name="problem-reopen"),
]
