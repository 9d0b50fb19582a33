"""The addresses of the planning room."""

from __future__ import annotations

from django.urls import path
from django.views.decorators.gzip import gzip_page

from selaras.planning.pages import calendar, plan

urlpatterns = [
    path("kalender/", gzip_page(calendar.calendar), name="calendar"),
    path("kalender/selaras.ics", calendar.calendar_feed, name="calendar-feed"),
    path("kalender/<str:token>/tugas-saya.ics", calendar.own_calendar, name="own-calendar"),
    path("meja/kalender/<int:pk>/", calendar.stage_page, name="stage"),
    path("rencana/<slug:kind>/", gzip_page(plan.plan_list), name="plan"),
    path("meja/rencana/<slug:kind>/baru/", plan.record_new, name="plan-new"),
    path("meja/rencana/<slug:kind>/<int:pk>/", plan.record_page, name="plan-record"),
]
