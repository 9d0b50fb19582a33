"""The addresses of the room of the satisfaction survey."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.gzip import gzip_page

from selaras.satisfaction.pages.desk import comments, follow_up, paper_files, papers, poster, service, services, survey
from selaras.satisfaction.pages.public import asking, listing, results

urlpatterns = [
    path("survei/", gzip_page(listing.surveys_page), name="surveys"),
    path("survei/undangan/<str:token>/", gzip_page(asking.invited_page), name="survey-invited"),
    path("survei/<str:key>/", gzip_page(asking.survey_page), name="survey"),
    path("survei/<str:key>/loket/<slug:desk>/", gzip_page(asking.survey_page), name="survey-at-desk"),
    path("survei/<str:key>/terima-kasih/", gzip_page(listing.thanks_page), name="survey-thanks"),
    path("survei/<str:key>/hasil/", gzip_page(results.results_page), name="survey-results"),
    path("survei/<str:key>/hasil.<str:form>", results.results_file, name="survey-file"),
    path("meja/survei/", services.services_page, name="survey-desk"),
    path("meja/survei/layanan/baru/", services.new_page, name="survey-service-new"),
    path("meja/survei/layanan/<slug:code>/", service.service_page, name="survey-service"),
    path("meja/survei/layanan/<slug:code>/ubah/", services.change_page, name="survey-service-change"),
    path("meja/survei/layanan/<slug:code>/loket/", service.add, name="survey-desk-add"),
    path("meja/survei/layanan/<slug:code>/undangan/", service.invitation_page, name="survey-invite"),
    path("meja/survei/layanan/<slug:code>/buka/", service.open_page, name="survey-open"),
    path("meja/survei/periode/<str:key>/", survey.survey_page, name="survey-period"),
    path("meja/survei/periode/<str:key>/langkah/", survey.act, name="survey-act"),
    path("meja/survei/periode/<str:key>/kertas/", papers.papers_page, name="survey-papers"),
    path("meja/survei/periode/<str:key>/kertas/berkas/", paper_files.papers_file_page, name="survey-papers-file"),
    path("meja/survei/periode/<str:key>/kertas/templat.xlsx", paper_files.template, name="survey-papers-template"),
    path("meja/survei/periode/<str:key>/kertas/<int:pk>.xlsx", paper_files.copy, name="survey-papers-copy"),
    path("meja/survei/periode/<str:key>/saran/", comments.comments_page, name="survey-comments"),
    path(
        "meja/survei/periode/<str:key>/tindak-lanjut/<slug:element>/", follow_up.follow_up_page, name="survey-follow-up"
    ),
    path("meja/survei/periode/<str:key>/poster.<str:form>", poster.poster_file, name="survey-poster"),
]
