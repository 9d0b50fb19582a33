"""Every address of the site."""

from __future__ import annotations

from django.contrib.auth.views import LogoutView
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from selaras.web import views
from selaras.web.sign_in import SignIn

urlpatterns: list[URLPattern | URLResolver] = [
    path("masuk/", SignIn.as_view(), name="sign-in"),
    path("keluar/", LogoutView.as_view(), name="sign-out"),
    path("bahasa/", set_language, name="set-language"),
    path("sehat/", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
    path("", include("selaras.planning.pages.urls")),
    path("", include("selaras.forum.pages.urls")),
]
