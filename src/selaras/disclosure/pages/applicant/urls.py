"""Addresses of who asks: no account is needed."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.gzip import gzip_page

from selaras.disclosure.pages.applicant import mine

urlpatterns = [
    path("informasi/p/<str:token>/", gzip_page(mine.my_request), name="my-request"),
    path("informasi/p/<str:token>/berkas/<int:pk>/", mine.my_file, name="my-file"),
]
