"""What a web server (granian) loads."""

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "selaras.settings")
application = get_wsgi_application()
import_module(settings.ROOT_URLCONF)  # else the first request to a new process waits for all of it, seconds under load
