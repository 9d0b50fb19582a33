"""The addresses of deciding."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.gzip import gzip_page

from selaras.forum.pages.deciding import asking, closing, overrides, session

urlpatterns = [
    path("meja/putusan/", gzip_page(session.deciding), name="deciding"),
    path("meja/putusan/hitung/", session.compute, name="compute"),
    path("meja/putusan/hitung/<int:pk>/", session.computation, name="computation"),
    path("meja/putusan/beda/<slug:rule>/", gzip_page(session.differences), name="rule-differences"),
    path("meja/putusan/andai/", gzip_page(asking.what_if), name="what-if"),
    path("meja/putusan/khusus/", overrides.override_search, name="override-search"),
    path("meja/putusan/khusus/<int:pk>/", overrides.override_page, name="override"),
    path("meja/putusan/khusus/<int:pk>/batal/", overrides.override_undo, name="override-undo"),
    path("meja/putusan/kunci/", closing.lock_decision, name="lock"),
    path("meja/putusan/buka/", closing.unlock_decision, name="unlock"),
    path("meja/putusan/pengumuman/", closing.announce, name="announce"),
    path("meja/putusan/penanda-tangan/", closing.signatory_new, name="signatory-new"),
    path("meja/putusan/penanda-tangan/<int:pk>/hapus/", closing.signatory_drop, name="signatory-drop"),
    path("meja/tanda-tangan/", closing.sign_page, name="sign"),
]
