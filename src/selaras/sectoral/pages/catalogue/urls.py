"""The addresses of the catalogue. The code of a dataset never changes, and the number of a version neither."""

from __future__ import annotations

from django.urls import path, register_converter
from django.urls.converters import StringConverter
from django.views.decorators.gzip import gzip_page

from selaras.sectoral.exports import metadata as forms
from selaras.sectoral.pages.catalogue import dataset, downloads, listing, metadata, rows
from selaras.sectoral.serving import FORMATS


class _Suffix(StringConverter):
    regex = "|".join(FORMATS)


class _Kind(StringConverter):
    regex = "|".join(forms.FORMATS)


register_converter(_Suffix, "table_format")
register_converter(_Kind, "metadata_format")

urlpatterns = [
    path("data/", gzip_page(listing.list_page), name="catalogue"),
    path("data/<slug:code>/", gzip_page(dataset.dataset_page), name="catalogue-dataset"),
    path("data/<slug:code>/metadata.<metadata_format:kind>", metadata.metadata_file, name="catalogue-metadata"),
    path("data/<slug:code>/tabel/", gzip_page(rows.table_page), name="catalogue-table"),
    path("data/<slug:code>/versi/<int:number>/", gzip_page(dataset.version_page), name="catalogue-version"),
    path(
        "data/<slug:code>/versi/<int:number>/tabel/",
        gzip_page(rows.version_table_page),
        name="catalogue-version-table",
    ),
    path("data/<slug:code>/versi/<int:number>/saringan.csv", downloads.found_file, name="catalogue-found"),
    path("data/<slug:code>/versi/<int:number>/data.<table_format:suffix>", downloads.file, name="catalogue-file"),
]
