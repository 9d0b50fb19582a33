"""The addresses of the way into the next year."""

from __future__ import annotations

from django.urls import path

from selaras.forum.pages.carrying import last_year, opening

urlpatterns = [
    path("meja/usulan-tahun-lalu/", last_year.last_year, name="last-year"),
    path("meja/usulan-tahun-lalu/semua/", last_year.again_all, name="propose-all-again"),
    path("meja/usulan-tahun-lalu/<int:pk>/", last_year.again, name="propose-again"),
    path("meja/forum-berikutnya/", opening.next_forum, name="next-forum"),
]
