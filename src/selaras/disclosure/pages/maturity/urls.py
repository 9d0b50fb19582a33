"""Addresses of maturity: the questionnaire at the desks, its verification, and the results for everybody."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.gzip import gzip_page

from selaras.disclosure.pages.maturity import answering, files, own, public, verifying

urlpatterns = [
    path("informasi/kematangan/", gzip_page(public.method_page), name="maturity-method"),
    path("informasi/badan/<slug:code>/kematangan/", gzip_page(public.body_page), name="maturity-of-body"),
    path("meja/informasi/kematangan/", own.desk_page, name="maturity-desk"),
    path("meja/informasi/kematangan/<slug:code>/", own.body_page, name="maturity"),
    path("meja/informasi/kuesioner/<slug:code>/<int:year>/", own.assessment_page, name="assessment"),
    path("meja/informasi/kuesioner/<slug:code>/<int:year>/kirim/", own.send, name="assessment-send"),
    path(
        "meja/informasi/kuesioner/<slug:code>/<int:year>/<slug:key>/", answering.answer_page, name="assessment-answer"
    ),
    path("meja/informasi/bukti-kuesioner/<int:pk>/", answering.paper, name="assessment-paper"),
    path("meja/informasi/verifikasi/", verifying.list_page, name="assessments"),
    path("meja/informasi/verifikasi/<int:pk>/", verifying.verify_page, name="assessment-verify"),
    path("meja/informasi/verifikasi/<int:pk>/terima/", verifying.accept, name="assessment-accept"),
    path("meja/informasi/verifikasi/<int:pk>/kembalikan/", verifying.give_back, name="assessment-return"),
    path("meja/informasi/verifikasi/<int:year>/jawaban.<str:form>", files.answers_file, name="assessments-file"),
]
