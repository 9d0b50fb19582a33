"""The addresses of the room of sectoral data."""

from __future__ import annotations

from django.urls import path

from selaras.sectoral.pages import dataset, desk, version
from selaras.sectoral.pages.catalogue.urls import urlpatterns as catalogue

urlpatterns = [
    *catalogue,
    path("meja/data/", desk.desk_page, name="data-desk"),
    path("meja/data/baru/", desk.new_page, name="data-new"),
    path("meja/data/versi/<int:pk>/", version.version_page, name="data-version"),
    path("meja/data/versi/<int:pk>/langkah/", version.act, name="data-version-act"),
    path("meja/data/versi/<int:pk>/catatan.xlsx", version.annotated_file, name="data-version-annotated"),
    path("meja/data/himpunan/<slug:code>/", dataset.dataset_page, name="data-set"),
    path("meja/data/himpunan/<slug:code>/standar/", dataset.standard_page, name="data-standard"),
]
