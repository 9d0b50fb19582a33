"""The addresses of the forum room. Public pages travel compressed: many are read on a weak signal."""

from __future__ import annotations

from django.urls import include, path
from django.views.decorators.gzip import gzip_page

from selaras.forum.pages import board, desk, documents, proposals

urlpatterns = [
    path("", include("selaras.forum.pages.public.urls")),
    path("usulan/", gzip_page(proposals.proposal_list), name="proposals"),
    path("usulan/<int:pk>/", gzip_page(proposals.proposal_page), name="proposal"),
    path("usulan/nomor/<path:number>/", proposals.proposal_by_number, name="proposal-by-number"),
    path("dokumen/", gzip_page(documents.document_list), name="documents"),
    path("dokumen/<int:pk>/", documents.document_file, name="document"),
    path("verifikasi/<str:code>/", gzip_page(documents.verification), name="verification"),
    path("", include("selaras.forum.pages.deciding.urls")),
    path("", include("selaras.forum.pages.hall.urls")),
    path("", include("selaras.forum.pages.voting.urls")),
    path("", include("selaras.forum.pages.proposing.urls")),
    path("", include("selaras.forum.pages.progress.urls")),
    path("", include("selaras.forum.pages.carrying.urls")),
    path("", include("selaras.forum.pages.aligning.urls")),
    path("meja/berkas/", desk.files, name="files"),
    path("meja/kiriman/", board.board_page, name="board"),
    path("meja/kiriman/belum.csv", board.silent_file, name="silent-file"),
    path("meja/berkas/<int:pk>/", desk.batch_page, name="batch"),
    path("meja/berkas/<int:pk>/salinan/", desk.annotated_file, name="annotated-file"),
]
