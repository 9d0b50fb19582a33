"""Addresses of what the days bring to a desk: deadlines and mail."""

from __future__ import annotations

from django.urls import path

from selaras.disclosure.pages.clocks import correspondence, deadlines

urlpatterns = [
    path("meja/informasi/tenggat/", deadlines.deadlines, name="deadlines"),
    path("meja/informasi/<int:pk>/surel/", correspondence.request_mail, name="request-mail"),
    path("informasi/kalender/<str:token>/batas-waktu.ics", deadlines.deadlines_feed, name="deadlines-feed"),
]
