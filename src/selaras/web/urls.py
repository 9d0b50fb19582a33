"""Every address of the site."""

from __future__ import annotations

from django.contrib.auth.views import LogoutView
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from selaras.web import asking_served, forwarding, reaching, sign_in_office, summary, views
from selaras.web.api import api
from selaras.web.sign_in import SignIn
from selaras.web.sign_in_code import sign_in_code

urlpatterns: list[URLPattern | URLResolver] = [
    path("masuk/", SignIn.as_view(), name="sign-in"),
    path("masuk/kode/", sign_in_code, name="sign-in-code"),
    path("masuk/<str:provider_id>/", sign_in_office.start, name="openid_connect_login"),
    path("masuk/<str:provider_id>/kembali/", sign_in_office.finish, name="openid_connect_callback"),
    path("keluar/", LogoutView.as_view(), name="sign-out"),
    path("bahasa/", set_language, name="set-language"),
    path("sehat/", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
    path("meja/", summary.desk, name="desk"),
    path("", include("selaras.people.pages.urls")),
    path("api/v1/", api.urls),
    path("", include("selaras.planning.pages.urls")),
    path("", include("selaras.forum.pages.urls")),
    path("informasi/p/<str:token>/nilai/", asking_served.judge, name="my-request-judge"),
    path("", include("selaras.disclosure.pages.urls")),
    path("", include("selaras.sectoral.pages.urls")),
    path("", include("selaras.sectoral.harvest.urls")),
    path("meja/keamanan/perbaikan/usulkan/", forwarding.propose_page, name="exposure-propose"),
    path("", include("selaras.exposure.pages.urls")),
    path("meja/sinyal/berikutnya/", reaching.next_page, name="signal-next"),
    path("meja/sinyal/berikutnya/usulkan/", reaching.propose, name="signal-propose"),
    path("", include("selaras.outreach.reach.pages.urls")),
    path("", include("selaras.satisfaction.pages.urls")),
    path("", include("selaras.outreach.pages.urls")),
    path("", include("selaras.evidence.pages.urls")),
]
