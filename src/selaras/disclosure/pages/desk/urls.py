"""Addresses of the desk: the queue, one case and its deeds."""

from __future__ import annotations

from django.urls import path

from selaras.disclosure.pages.desk import answering, case, exemptions, files, intake, moving, queue

urlpatterns = [
    path("meja/informasi/", queue.queue, name="information-desk"),
    path("meja/informasi/terlambat/", queue.overdue, name="information-overdue"),
    path("meja/informasi/catat/", intake.intake, name="request-take-down"),
    path("meja/informasi/pengecualian/", exemptions.exemption_list, name="exemptions"),
    path("meja/informasi/pengecualian/baru/", exemptions.weigh_page, name="exemption-new"),
    path("meja/informasi/pengecualian/<int:pk>/", exemptions.exemption_page, name="exemption"),
    path("meja/informasi/kertas/<int:pk>/", case.identity_paper, name="identity-paper"),
    path("meja/informasi/berkas/<int:pk>/", files.check, name="request-file"),
    path("meja/informasi/berkas/<int:pk>/salinan/", files.released_copy, name="request-file-released"),
    path("meja/informasi/berkas/<int:pk>/asli/", files.original_file, name="request-file-original"),
    path("meja/informasi/<int:pk>/", case.case_page, name="request-desk"),
    path("meja/informasi/<int:pk>/tanda-terima/", intake.receipt, name="request-receipt"),
    path("meja/informasi/<int:pk>/berkas/", files.add, name="request-file-add"),
    path("meja/informasi/<int:pk>/jawab/", answering.answer_page, name="request-answer"),
    path("meja/informasi/<int:pk>/teruskan/", moving.move_page, name="request-move"),
    path("meja/informasi/<int:pk>/langkah/<slug:slug>/", case.deed_page, name="request-deed"),
]
