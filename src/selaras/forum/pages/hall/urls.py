"""The addresses of the hall."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.gzip import gzip_page

from selaras.forum.pages.hall import cards, desk, phone

urlpatterns = [
    path("hadir/", gzip_page(phone.present), name="present"),
    path("hadir/lepas/", phone.leave, name="present-leave"),
    path("hadir/<str:token>/", gzip_page(phone.personal_link), name="personal-link"),
    path("meja/hadir/", desk.attendance_page, name="attendance"),
    path("meja/hadir/bagian/", desk.attendance_part, name="attendance-part"),
    path("meja/hadir/lewat-telepon/", desk.check_in_door, name="check-in-door"),
    path("meja/hadir/tambah/", desk.participant_add, name="participant-add"),
    path("meja/hadir/kartu/", cards.cards, name="cards"),
    path("meja/hadir/daftar/", cards.attendance_list, name="attendance-list"),
    path("meja/hadir/<int:pk>/", desk.participant_page, name="participant"),
    path("meja/hadir/<int:pk>/catat/", desk.participant_act, name="participant-act"),
]
