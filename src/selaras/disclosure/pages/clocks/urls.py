"""Addresses of what the days bring: holidays, deadlines and mail."""

from __future__ import annotations

from django.urls import path

from selaras.disclosure.pages.clocks import correspondence, deadlines, holiday_lists, holidays

urlpatterns = [
    path("kalender/libur/", holidays.holidays, name="holidays"),
    path("kalender/libur/baru/", holidays.holiday_new, name="holiday-new"),
    path("kalender/libur/berkas/", holiday_lists.upload_page, name="holiday-list"),
    path("kalender/libur/berkas/<int:pk>/", holiday_lists.check_page, name="holiday-list-check"),
    path("kalender/libur/<int:pk>/", holidays.holiday_page, name="holiday"),
    path("meja/informasi/tenggat/", deadlines.deadlines, name="deadlines"),
    path("meja/informasi/<int:pk>/surel/", correspondence.request_mail, name="request-mail"),
    path("informasi/kalender/<str:token>/batas-waktu.ics", deadlines.deadlines_feed, name="deadlines-feed"),
]
