"""Addresses of calendars and clocks."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
