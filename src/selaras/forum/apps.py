from django.apps import AppConfig


class ForumConfig(AppConfig):
    name = "selaras.forum"
    label = "forum"
