"""The addresses that everybody may read. They travel compressed: many are read on a weak signal."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.gzip import gzip_page

from selaras.forum.pages.public import decided, short

urlpatterns = [
    path("", gzip_page(decided.home), name="home"),
    path("pagu/", gzip_page(decided.ceilings), name="ceilings"),
    path("keputusan/", gzip_page(decided.decision_page), name="decision"),
    path("u/<str:code>/", gzip_page(short.short), name="short"),
]
