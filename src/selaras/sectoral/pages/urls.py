"""The addresses of the room of sectoral data."""

from __future__ import annotations

from django.urls import path

from selaras.sectoral.pages import dataset, desk, maturity, metadata, version

urlpatterns = [
    path("meja/data/", desk.desk_page, name="data-desk"),
    path("meja/data/baru/", desk.new_page, name="data-new"),
    path("meja/data/kematangan/", maturity.maturity_page, name="data-maturity"),
    path("meja/data/kematangan/berkas.<str:kind>", maturity.maturity_file, name="data-maturity-file"),
    path("meja/data/kematangan/bukti/<int:pk>/", maturity.proof_file, name="data-maturity-proof"),
    path("meja/data/kematangan/<slug:code>/", maturity.level_page, name="data-maturity-level"),
    path("meja/data/versi/<int:pk>/", version.version_page, name="data-version"),
    path("meja/data/versi/<int:pk>/langkah/", version.act, name="data-version-act"),
    path("meja/data/versi/<int:pk>/catatan.xlsx", version.annotated_file, name="data-version-annotated"),
    path("meja/data/himpunan/<slug:code>/", dataset.dataset_page, name="data-set"),
    path("meja/data/himpunan/<slug:code>/standar/", dataset.standard_page, name="data-standard"),
    path("meja/data/himpunan/<slug:code>/metadata/", metadata.metadata_page, name="data-metadata"),
    path(
        "meja/data/himpunan/<slug:code>/metadata/berkas.<str:kind>", metadata.metadata_file, name="data-metadata-file"
    ),
    path(
        "meja/data/himpunan/<slug:code>/metadata/<slug:form>/", metadata.metadata_form_page, name="data-metadata-form"
    ),
]
