"""The addresses of the voting."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.gzip import gzip_page

from selaras.forum.pages.voting import holding, phone, results

urlpatterns = [
    path("suara/", gzip_page(phone.rounds), name="voting"),
    path("suara/<int:pk>/", gzip_page(phone.sheet), name="ballot"),
    path("suara/<int:pk>/mulai/", phone.start, name="ballot-start"),
    path("suara/<int:pk>/kirim/", phone.send, name="ballot-send"),
    path("suara/<int:pk>/hasil/", gzip_page(results.results), name="round-results"),
    path("suara/<int:pk>/hasil.csv", gzip_page(results.results_table), name="round-table"),
    path("suara/<int:pk>/hasil.json", gzip_page(results.results_file), name="round-file"),
    path("meja/suara/", holding.round_list, name="rounds"),
    path("meja/suara/baru/", holding.new_round, name="new-round"),
    path("meja/suara/<int:pk>/", holding.round_page, name="round"),
    path("meja/suara/<int:pk>/kemajuan/", holding.round_progress, name="round-progress"),
]
