"""The addresses of what became of plan and proposals."""

from __future__ import annotations

from django.urls import path

from selaras.forum.pages.progress import plan, proposals

urlpatterns = [
    path("meja/kemajuan/", proposals.progress, name="progress"),
    path("meja/realisasi/", plan.realisation, name="realisation"),
    path("meja/realisasi/t-c-29.xlsx", plan.evaluation_table, name="evaluation-table"),
]
