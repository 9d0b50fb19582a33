"""Addresses of the publication list."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.gzip import gzip_page

from selaras.disclosure.pages.publication import answers, data, feeds, files, listing, lists, month, writing

urlpatterns = [
    path("informasi/daftar/", gzip_page(listing.list_page), name="publication"),
    path("informasi/daftar/daftar.csv", data.csv_file, name="publication-csv"),
    path("informasi/daftar/daftar.json", data.json_file, name="publication-json"),
    path("informasi/daftar/umpan.atom", feeds.all_bodies, name="publication-feed"),
    path("informasi/daftar/<int:pk>/", gzip_page(listing.item_page), name="publication-item"),
    path("informasi/daftar/<int:pk>/berkas/", data.item_file, name="publication-file"),
    path("informasi/badan/<slug:code>/daftar/", gzip_page(listing.body_page), name="publication-of-body"),
    path("informasi/badan/<slug:code>/daftar/umpan.atom", feeds.one_body, name="publication-feed-of-body"),
    path("informasi/jawaban/<int:pk>/", gzip_page(answers.answer_page), name="published-answer"),
    path("informasi/jawaban/berkas/<int:pk>/", answers.answer_file, name="published-answer-file"),
    path("meja/informasi/daftar/", month.desk_page, name="publication-desk"),
    path("meja/informasi/daftar/<slug:code>/", month.month_page, name="publication-month"),
    path("meja/informasi/daftar/<slug:code>/baru/", writing.new_page, name="publication-new"),
    path("meja/informasi/daftar/<slug:code>/berkas/", lists.upload_page, name="publication-upload"),
    path("meja/informasi/daftar/unggahan/<int:pk>/", lists.check_page, name="publication-upload-check"),
    path("meja/informasi/daftar/butir/<int:pk>/", writing.change_page, name="publication-change"),
    path("meja/informasi/daftar/butir/<int:pk>/masih-sama/", month.confirm, name="publication-confirm"),
    path("meja/informasi/daftar/butir/<int:pk>/tarik/", writing.withdraw_page, name="publication-withdraw"),
    path("meja/informasi/daftar/langkah/<int:pk>/batal/", month.undo, name="publication-undo"),
    path("meja/informasi/daftar/berkas/<int:pk>/", files.check_page, name="publication-file-check"),
    path("meja/informasi/daftar/berkas/<int:pk>/buang/", files.drop, name="publication-file-drop"),
    path("meja/informasi/pengecualian/<int:pk>/buka/", month.open_exemption, name="publication-open-up"),
]
