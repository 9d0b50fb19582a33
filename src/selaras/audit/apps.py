from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "selaras.audit"
    label = "audit"
