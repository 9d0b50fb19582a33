"""The addresses that everybody may read. They travel compressed: many are read on a weak signal."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.gzip import gzip_page

from selaras.forum.pages.public import data, decided, feeds, money, places, short

urlpatterns = [
    path("", gzip_page(decided.home), name="home"),
    path("pagu/", gzip_page(decided.ceilings), name="ceilings"),
    path("keputusan/", gzip_page(decided.decision_page), name="decision"),
    path("usulan/data/", gzip_page(data.data_page), name="data"),
    path("usulan/data.csv", gzip_page(data.proposal_file), name="proposal-file"),
    path("usulan/data.json", gzip_page(data.proposal_json), name="proposal-json"),
    path("pagu/data.csv", gzip_page(data.ceiling_file), name="ceiling-file"),
    path("pagu/data.json", gzip_page(data.ceiling_json), name="ceiling-json"),
    path("kabar/keputusan.atom", gzip_page(feeds.decisions), name="feed-decisions"),
    path("kabar/kemajuan.atom", gzip_page(feeds.progress), name="feed-progress"),
    path("kabar/kecamatan/<str:code>.atom", gzip_page(feeds.district), name="feed-district"),
    path("peta/", gzip_page(money.money_map), name="map"),
    path("wilayah/", gzip_page(places.places), name="places"),
    path("desa/<str:code>/", gzip_page(places.village), name="village"),
    path("kecamatan/<str:code>/", gzip_page(places.district), name="district"),
    path("opd/<str:code>/", gzip_page(places.agency), name="agency"),
    path("u/<str:code>/", gzip_page(short.short), name="short"),
]
