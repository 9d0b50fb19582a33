from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "selaras.people"
    label = "people"
