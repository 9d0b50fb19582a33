"""Addresses of who asks: no account is needed."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.gzip import gzip_page

from selaras.disclosure.pages.applicant import acting, asking, landing, mine, readdressing, sending

urlpatterns = [
    path("informasi/", gzip_page(landing.information_page), name="information"),
    path("informasi/maklumat/", gzip_page(landing.promise_page), name="service-promise"),
    path("informasi/minta/<slug:code>/", gzip_page(asking.ask), name="ask"),
    path("informasi/minta/<slug:code>/terbit/", gzip_page(landing.hints), name="ask-hints"),
    path("informasi/draf/<str:token>/", gzip_page(sending.check), name="ask-check"),
    path("informasi/draf/<str:token>/badan/", gzip_page(readdressing.body_page), name="ask-body"),
    path("informasi/draf/<str:token>/<slug:slug>/", gzip_page(asking.step), name="ask-step"),
    path("informasi/p/<str:token>/", gzip_page(mine.my_request), name="my-request"),
    path("informasi/p/<str:token>/tanda-terima/", gzip_page(mine.my_receipt), name="my-receipt"),
    path("informasi/p/<str:token>/lengkapi/", gzip_page(acting.complete_page), name="my-request-complete"),
    path("informasi/p/<str:token>/keberatan/", gzip_page(acting.object_page), name="my-request-object"),
    path("informasi/p/<str:token>/tarik/", gzip_page(acting.withdraw_page), name="my-request-withdraw"),
    path("informasi/p/<str:token>/berkas/<int:pk>/", mine.my_file, name="my-file"),
]
