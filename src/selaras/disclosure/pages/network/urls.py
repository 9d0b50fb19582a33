"""Addresses of the network of public bodies: what everybody reads, and what the desks keep of themselves."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.gzip import gzip_page

from selaras.disclosure.pages.network import bodies, body, desk, desk_files, helping, mapping, overdue

urlpatterns = [
    path("informasi/badan/", gzip_page(bodies.list_page), name="public-bodies"),
    path("informasi/badan/peta/", gzip_page(mapping.map_page), name="network-map"),
    path("informasi/badan/peta/<str:code>/", gzip_page(mapping.district_map), name="network-map-of-district"),
    path("informasi/badan/<slug:code>/", gzip_page(body.body_page), name="public-body"),
    path("meja/informasi/dibantu/", helping.helped_page, name="helped-villages"),
    path("meja/informasi/terlambat/badan/", overdue.overdue_bodies, name="overdue-bodies"),
    path("meja/informasi/meja-kami/", desk.own_desk, name="desk-own"),
    path("meja/informasi/meja-kami/<slug:code>/", desk.desk_page, name="desk-kept"),
    path("meja/informasi/meja-kami/<slug:code>/data/", desk.describe_page, name="desk-describe"),
    path("meja/informasi/meja-kami/<slug:code>/pejabat/", desk.officer_page, name="officer-new"),
    path("meja/informasi/meja-kami/<slug:code>/pelatihan/", desk.training_page, name="training-new"),
    path("meja/informasi/meja-kami/<slug:code>/pembantu/", desk.helper, name="desk-helper"),
    path("meja/informasi/jaringan/", desk_files.upload_page, name="desks-upload"),
    path("meja/informasi/jaringan/meja-layanan.csv", desk_files.template_file, name="desks-template"),
    path("meja/informasi/jaringan/unggahan/<int:pk>/", desk_files.check_page, name="desks-upload-check"),
    path("meja/informasi/pejabat/<int:pk>/", desk.end_page, name="officer-end"),
]
