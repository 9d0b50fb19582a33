"""The addresses of the alignment desk."""

from __future__ import annotations

from django.urls import path

from selaras.forum.pages.aligning import findings, groups, matches, overlaps

urlpatterns = [
    path("meja/selaras/cocok/", matches.queue_page, name="align-matches"),
    path("meja/selaras/cocok/kartu/", matches.cards_part, name="align-cards"),
    path("meja/selaras/cocok/ulang/", matches.align_anew, name="align-anew"),
    path("meja/selaras/cocok/<int:pk>/", matches.match_page, name="align-match"),
    path("meja/selaras/cocok/<int:pk>/batal/", matches.undo, name="align-match-undo"),
    path("meja/selaras/katalog/", matches.catalogue_part, name="align-catalogue"),
    path("meja/selaras/ganda/", groups.groups_page, name="align-groups"),
    path("meja/selaras/ganda/<int:pk>/", groups.judge, name="align-group"),
    path("meja/selaras/ganda/putusan/<int:pk>/batal/", groups.undo, name="align-group-undo"),
    path("meja/selaras/tumpang-tindih/", overlaps.overlaps_page, name="align-overlaps"),
    path("meja/selaras/tumpang-tindih/<int:pk>/", overlaps.judge, name="align-overlap"),
    path("meja/selaras/tumpang-tindih/putusan/<int:pk>/batal/", overlaps.undo, name="align-overlap-undo"),
    path("meja/selaras/indikator/", findings.findings_page, name="align-findings"),
    path("meja/selaras/indikator/<int:pk>/buka/", findings.reopen, name="align-finding-reopen"),
    path("meja/selaras/indikator/periksa/", findings.check_anew, name="align-check"),
]
