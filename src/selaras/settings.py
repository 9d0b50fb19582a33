"""Django settings. Everything an office may change comes from the environment; see docs/operate.md."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import dj_database_url

PACKAGE = Path(__file__).resolve().parent
HOME = Path(os.environ.get("SELARAS_HOME", "var")).resolve()

DEBUG = os.environ.get("SELARAS_DEBUG") == "1"
ALLOWED_HOSTS = os.environ.get("SELARAS_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
SITE = os.environ.get("SELARAS_SITE", "http://localhost:8000").rstrip("/")  # where QR codes lead
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("SELARAS_ORIGINS", "").split(",") if origin]


def _secret_key() -> str:
    """The key of the environment, else one made at first use and kept beside the database, readable by its owner."""
    if given := os.environ.get("SELARAS_SECRET_KEY"):
        return given
    kept = HOME / "secret-key"
    if not kept.exists():
        HOME.mkdir(parents=True, exist_ok=True)
        draft = HOME / f"secret-key.{os.getpid()}"
        draft.write_text(secrets.token_urlsafe(50))
        draft.chmod(0o600)
        try:
            os.link(draft, kept)  # fails where another process was first, so that all use one key
        except FileExistsError:
            pass
        finally:
            draft.unlink()
    return kept.read_text()


SECRET_KEY = _secret_key()

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_tasks_db",
    "leaflet",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "selaras.audit",
    "selaras.intake",
    "selaras.government",
    "selaras.people",
    "selaras.planning",
    "selaras.forum",
    "selaras.disclosure",
    "selaras.sectoral",
    "selaras.exposure",
    "selaras.outreach",
    "selaras.satisfaction",
    "selaras.evidence",
    "selaras.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "selaras.web.middleware.ChosenLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "selaras.people.pages.middleware.SessionsEnd",
    "selaras.people.pages.middleware.SecondStepFirst",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "selaras.web.middleware.ContentSecurityPolicy",
]

ROOT_URLCONF = "selaras.web.urls"
WSGI_APPLICATION = "selaras.web.wsgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]


def _database() -> dict[str, Any]:
    url = os.environ.get("SELARAS_DATABASE_URL", f"sqlite:///{HOME / 'selaras.sqlite3'}")
    database: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=60))
    if database["ENGINE"] == "django.db.backends.sqlite3":
        database["TEST"] = {"NAME": str(HOME / "test.sqlite3")}  # a file, as in an office: threads really meet there
        # IMMEDIATE: a transaction that reads first and writes later would else fail when another wrote meanwhile.
        database["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536;",
        }
    return database


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# What takes long runs in the background, through the database. `inline`: in a thread of the process that asked for it;
# else a worker of its own takes it up (`selaras worker`).
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
WORKER = os.environ.get("SELARAS_WORKER", "own")

AUTH_USER_MODEL = "people.Account"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "sign-in"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "home"
TRUSTED_PROXIES = int(os.environ.get("SELARAS_PROXIES", "0"))  # how many proxies of our own stand before the site
INVITATION_DAYS = int(os.environ.get("SELARAS_INVITATION_DAYS", "7"))
LINK_DAYS = int(os.environ.get("SELARAS_LINK_DAYS", "7"))  # how long after the forum a participant's own link opens

# The code from a telephone: roles that decide must give one, unless it is only offered.
TOTP_REQUIRED = os.environ.get("SELARAS_TOTP", "required") != "offered"
TOTP_GRACE_DAYS = int(os.environ.get("SELARAS_TOTP_GRACE_DAYS", "0"))
MFA_ADAPTER = "selaras.people.second_step.Secrets"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Selaras"
MFA_TOTP_TOLERANCE = 1  # clocks of telephones differ; one step of 30 seconds either way


def _office_sign_in() -> dict[str, Any]:
    """The office's own sign-in (OpenID Connect), where one is named."""
    server = os.environ.get("SELARAS_OIDC_SERVER", "").rstrip("/")
    if not server:
        return {}
    app = {
        "provider_id": "kantor",
        "name": os.environ.get("SELARAS_OIDC_NAME", "akun kantor"),
        "client_id": os.environ.get("SELARAS_OIDC_CLIENT", ""),
        "secret": os.environ.get("SELARAS_OIDC_SECRET", ""),
        "settings": {"server_url": server},
    }
    return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}


SOCIALACCOUNT_ADAPTER = "selaras.web.sign_in_office.OfficeAdapter"
SOCIALACCOUNT_PROVIDERS = _office_sign_in()

# `smtp://user:password@host:587` or `smtps://…:465`; TLS always, but to a mail server on this machine itself.
_MAIL = urlsplit(os.environ.get("SELARAS_MAIL", "console"))
_SMTP = _MAIL.scheme in {"smtp", "smtps"}
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _SMTP else 'console'}.EmailBackend"
EMAIL_HOST = _MAIL.hostname or "localhost"
EMAIL_PORT = _MAIL.port or (465 if _MAIL.scheme == "smtps" else 587)
EMAIL_HOST_USER = unquote(_MAIL.username or "")
EMAIL_HOST_PASSWORD = unquote(_MAIL.password or "")
EMAIL_USE_SSL = _MAIL.scheme == "smtps"
EMAIL_USE_TLS = _MAIL.scheme == "smtp" and EMAIL_HOST not in {"localhost", "127.0.0.1"}
EMAIL_TIMEOUT = 20
MAILBOX = os.environ.get("SELARAS_IMAP", "")  # in which requests by mail arrive; without one nothing is read
DEFAULT_FROM_EMAIL = os.environ.get("SELARAS_MAIL_FROM", "selaras@localhost")

# Under which licence the files of the data page may be used; each file names it.
DATA_LICENCE = os.environ.get("SELARAS_DATA_LICENCE", "CC BY 4.0")
DATA_LICENCE_URL = os.environ.get("SELARAS_DATA_LICENCE_URL", "https://creativecommons.org/licenses/by/4.0/")
# What the open catalogue tells other catalogues: a theme of all its data, and the address that identifiers are made of;
# a site that moves keeps the address it had, so that who copied its data knows it again.
DATA_THEME = os.environ.get("SELARAS_DATA_THEME", "http://publications.europa.eu/resource/authority/data-theme/GOVE")
DATA_THEME_NAME = os.environ.get("SELARAS_DATA_THEME_NAME", "Pemerintahan dan sektor publik")
DATA_BASE = os.environ.get("SELARAS_DATA_BASE", SITE).rstrip("/")

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = os.environ.get("SELARAS_TIME_ZONE", "Asia/Jakarta")
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"


def _files() -> dict[str, Any]:
    """Where documents and photographs lie: this machine's disk, or a bucket that speaks S3.

    `SELARAS_FILES=s3://bucket/folder?endpoint=https://s3.example.go.id&region=id-1`; the keys come from the usual
    AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY. Readers still fetch files through the site, which checks who may.
    """
    place = urlsplit(os.environ.get("SELARAS_FILES", ""))
    if place.scheme != "s3":
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    asked = dict(parse_qsl(place.query))
    options = {
        "bucket_name": place.netloc,
        "location": place.path.strip("/"),
        "endpoint_url": asked.get("endpoint"),
        "region_name": asked.get("region"),
        "default_acl": "private",
        "file_overwrite": True,
    }
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}


STORAGES = {
    "default": _files(),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = HOME / "files"

# Where map tiles come from, `https://…/{z}/{x}/{y}.png`; none unless the office names a host.
TILES = os.environ.get("SELARAS_TILES", "")
LEAFLET_CONFIG = {"NO_GLOBALS": True}

# A site behind TLS sets SELARAS_TLS=1; a demo on this machine speaks plain HTTP.
_TLS = os.environ.get("SELARAS_TLS") == "1"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = _TLS
SECURE_SSL_REDIRECT = _TLS
SECURE_HSTS_SECONDS = 31_536_000 if _TLS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _TLS else None
SESSION_COOKIE_HTTPONLY = True
SESSION_ENGINE = "selaras.people.sessions"
SESSION_COOKIE_AGE = int(float(os.environ.get("SELARAS_SESSION_HOURS", "8")) * 3600)  # from signing in to the end
SESSION_IDLE = int(float(os.environ.get("SELARAS_SESSION_IDLE_MINUTES", "120")) * 60)  # seconds without a request
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
