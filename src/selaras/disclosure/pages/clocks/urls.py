"""Addresses of what the days bring: deadlines and holidays."""

from __future__ import annotations

from django.urls import path

from selaras.disclosure.pages.clocks import deadlines

urlpatterns = [
    path("meja/informasi/tenggat/", deadlines.deadlines, name="deadlines"),
    path("informasi/kalender/<str:token>/batas-waktu.ics", deadlines.deadlines_feed, name="deadlines-feed"),
]
