"""The addresses of the room of sectoral data."""

from __future__ import annotations

from django.urls import path

from selaras.sectoral.pages import dataset, desk, version
from selaras.sectoral.pages.conflicts import conflict, crosswalks, measures, queue

urlpatterns = [
    path("meja/data/", desk.desk_page, name="data-desk"),
    path("meja/data/baru/", desk.new_page, name="data-new"),
    path("meja/data/versi/<int:pk>/", version.version_page, name="data-version"),
    path("meja/data/versi/<int:pk>/langkah/", version.act, name="data-version-act"),
    path("meja/data/versi/<int:pk>/catatan.xlsx", version.annotated_file, name="data-version-annotated"),
    path("meja/data/himpunan/<slug:code>/", dataset.dataset_page, name="data-set"),
    path("meja/data/himpunan/<slug:code>/standar/", dataset.standard_page, name="data-standard"),
    path("meja/data/himpunan/<slug:code>/ukuran/", measures.measures_page, name="data-measures"),
    path("meja/data/ukuran/<int:pk>/hapus/", measures.drop, name="data-measure-drop"),
    path("meja/data/selisih/", queue.queue_page, name="data-conflicts"),
    path("meja/data/selisih/cari/", queue.look, name="data-conflicts-look"),
    path("meja/data/selisih/<int:pk>/", conflict.conflict_page, name="data-conflict"),
    path("meja/data/selisih/<int:pk>/langkah/", conflict.act, name="data-conflict-act"),
    path("meja/data/padanan/", crosswalks.crosswalks_page, name="data-crosswalks"),
    path("meja/data/padanan/kirim/", crosswalks.new_page, name="data-crosswalk-new"),
    path("meja/data/padanan/<int:pk>/", crosswalks.crosswalk_page, name="data-crosswalk"),
]
