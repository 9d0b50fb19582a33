from django.apps import AppConfig


class GovernmentConfig(AppConfig):
    name = "selaras.government"
    label = "government"
