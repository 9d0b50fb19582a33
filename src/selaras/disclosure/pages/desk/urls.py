"""Addresses of the desks that answer."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
