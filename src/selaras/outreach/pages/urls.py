"""The addresses of the room of outreach."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.gzip import gzip_page

from selaras.outreach.pages.messages import (
    answered,
    channels,
    message,
    public,
    questions,
    replies,
    sheet,
    supervising,
    village,
    writing,
)

urlpatterns = [
    path("pesan/", gzip_page(public.messages_page), name="messages"),
    path("pesan.csv", gzip_page(public.messages_file), name="messages-file"),
    path("pesan/<str:key>/", gzip_page(public.message_page), name="message"),
    path("meja/pesan/", supervising.supervision_page, name="message-desk"),
    path("meja/pesan/saluran/", channels.channels_page, name="message-channels"),
    path("meja/pesan/saluran/<int:pk>/akhiri/", channels.end, name="message-channel-end"),
    path("meja/pesan/baru/", writing.new_page, name="message-new"),
    path("meja/pesan/desa/", gzip_page(village.waiting_page), name="village-messages"),
    path("meja/pesan/desa/<int:pk>/", gzip_page(village.delivery_page), name="village-message"),
    path("meja/pesan/desa/<int:pk>/jawaban/", village.read, name="village-answer-read"),
    path("meja/pesan/pertanyaan/<int:pk>/", questions.answer, name="message-question"),
    path("meja/pesan/<str:key>/", message.message_page, name="message-told"),
    path("meja/pesan/<str:key>/lembar.pdf", sheet.sheet_file, name="message-sheet"),
    path("meja/pesan/<str:key>/tulis/", writing.rewrite_page, name="message-rewrite"),
    path("meja/pesan/<str:key>/ralat/", writing.correct_page, name="message-correct"),
    path("meja/pesan/<str:key>/tarik/", message.withdraw_page, name="message-withdraw"),
    path("meja/pesan/<str:key>/langkah/", message.act, name="message-act"),
    path("meja/pesan/<str:key>/desa/", answered.answers_page, name="message-answers"),
    path("meja/pesan/<str:key>/desa.csv", answered.answers_file, name="message-answers-file"),
    path("meja/pesan/<str:key>/balasan/", replies.replies_page, name="message-replies"),
]
