"""The addresses of the hall."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.gzip import gzip_page

from selaras.forum.pages.hall import agenda, cards, desk, item, phone, screen

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
    path("meja/sidang/", agenda.agenda, name="agenda"),
    path("meja/sidang/baru/", agenda.agenda_new, name="agenda-new"),
    path("meja/sidang/baku/", agenda.agenda_fill, name="agenda-fill"),
    path("meja/sidang/langkah/", agenda.agenda_step, name="agenda-step"),
    path("meja/sidang/<int:pk>/", item.item_page, name="agenda-item"),
    path("meja/sidang/<int:pk>/ubah/", agenda.agenda_change, name="agenda-change"),
    path("meja/sidang/<int:pk>/atur/", agenda.agenda_act, name="agenda-act"),
    path("meja/sidang/<int:pk>/catatan/", item.note_keep, name="note-keep"),
    path("meja/sidang/<int:pk>/mosi/", item.motion_raise, name="motion-raise"),
    path("meja/sidang/<int:pk>/keberatan/", item.objection_raise, name="objection-raise"),
    path("meja/mosi/<int:pk>/", item.motion_act, name="motion-act"),
    path("meja/keberatan/<int:pk>/", item.objection_act, name="objection-act"),
    path("layar/", screen.screen, name="screen"),
    path("layar/isi/", screen.screen_part, name="screen-part"),
]
