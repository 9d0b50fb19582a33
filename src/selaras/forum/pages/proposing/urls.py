"""The addresses of proposing."""

from __future__ import annotations

from django.urls import path

from selaras.forum.pages.proposing import files, own, recommending, reshaping, writing

urlpatterns = [
    path("meja/usulan/", own.own_page, name="own-proposals"),
    path("meja/usulan/baru/", writing.new_page, name="proposal-new"),
    path("meja/usulan/tempat.json", writing.places_data, name="proposal-places"),
    path("meja/usulan/<int:pk>/ubah/", writing.correct_page, name="proposal-correct"),
    path("meja/usulan/<int:pk>/tarik/", writing.withdraw_page, name="proposal-withdraw"),
    path("meja/usulan/<int:pk>/", reshaping.history_page, name="proposal-desk"),
    path("meja/usulan/<int:pk>/gabung/", reshaping.merge_page, name="proposal-merge"),
    path("meja/usulan/<int:pk>/pecah/", reshaping.split_page, name="proposal-split"),
    path("meja/usulan/<int:pk>/teruskan/", reshaping.reroute_page, name="proposal-reroute"),
    path("meja/rekomendasi/", recommending.list_page, name="recommend-list"),
    path("meja/rekomendasi/<int:pk>/", recommending.one_page, name="recommend"),
    path("meja/usulan/tindakan/<int:pk>/batal/", own.undo_deed, name="deed-undo"),
    path("meja/usulan/berkas/", files.upload_page, name="upload"),
    path("meja/usulan/berkas/lembar.xlsx", files.sheet_file, name="offline-sheet"),
    path("meja/usulan/berkas/<int:pk>/", files.check_page, name="upload-check"),
    path("meja/usulan/berkas/<int:pk>/buang/", files.drop, name="upload-drop"),
    path("meja/foto/<int:pk>/", writing.photo_file, name="photo"),
]
