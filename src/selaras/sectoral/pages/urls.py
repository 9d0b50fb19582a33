"""The addresses of the room of sectoral data."""

from __future__ import annotations

from django.urls import path

from selaras.sectoral.pages import codes, columns, dataset, desk, maturity, metadata, questions, version
from selaras.sectoral.pages.catalogue.urls import urlpatterns as catalogue
from selaras.sectoral.pages.conflicts import conflict, crosswalks, measures, queue

urlpatterns = [
    *catalogue,
    path("meja/data/", desk.desk_page, name="data-desk"),
    path("meja/data/baru/", desk.new_page, name="data-new"),
    path("meja/data/daftar-kode/", codes.codes_page, name="data-codes"),
    path("meja/data/daftar-kode/<int:pk>/", codes.code_list_page, name="data-code-list"),
    path("meja/data/kematangan/", maturity.maturity_page, name="data-maturity"),
    path("meja/data/kematangan/berkas.<str:kind>", maturity.maturity_file, name="data-maturity-file"),
    path("meja/data/kematangan/bukti/<int:pk>/", maturity.proof_file, name="data-maturity-proof"),
    path("meja/data/kematangan/<slug:code>/", maturity.level_page, name="data-maturity-level"),
    path("meja/data/versi/<int:pk>/", version.version_page, name="data-version"),
    path("meja/data/versi/<int:pk>/langkah/", version.act, name="data-version-act"),
    path("meja/data/versi/<int:pk>/kolom/", columns.columns_page, name="data-version-columns"),
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
    path("meja/data/himpunan/<slug:code>/standar/kolom/<int:place>/", questions.column_page, name="data-question"),
    path("meja/data/himpunan/<slug:code>/standar/aturan/", questions.rules_page, name="data-rules"),
    path("meja/data/himpunan/<slug:code>/standar/ubah/", questions.change, name="data-standard-change"),
    path("meja/data/himpunan/<slug:code>/metadata/", metadata.metadata_page, name="data-metadata"),
    path(
        "meja/data/himpunan/<slug:code>/metadata/berkas.<str:kind>", metadata.metadata_file, name="data-metadata-file"
    ),
    path(
        "meja/data/himpunan/<slug:code>/metadata/<slug:form>/", metadata.metadata_form_page, name="data-metadata-form"
    ),
]
