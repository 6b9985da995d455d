"""The settings of the archive, from the environment: the one place that reads it."""

from __future__ import annotations

from pathlib import Path

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

from archive.database import database_settings, replica_settings
from archive.environment import (
    read_list,
    read_number,
    read_secret,
    read_switch,
    read_terminal_language,
    read_text,
)
from articles.languages import LANGUAGES as TEXT_LANGUAGES

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

DEBUG = read_switch("DEBUG", default=False)
PORT = read_number("PORT", 8000, lowest=1, highest=65535)

WEB_CONCURRENCY = read_number("WEB_CONCURRENCY", 2, lowest=1, highest=64)

DATABASE_URL = read_text("DATABASE_URL")
# What serves readers says so of itself (archive/wsgi.py); everything else is a command.
IS_WEB_SERVER = read_switch("ARCHIVE_WEB_SERVER", default=False)
DATABASES = {
    "default": database_settings(DATABASE_URL, data=VAR_DIR / "postgres", web=IS_WEB_SERVER),
}
# Standby servers that readers who are not signed in read from.
REPLICAS = replica_settings(read_list("DATABASE_REPLICA_URLS"), web=IS_WEB_SERVER)
DATABASES |= REPLICAS
DATABASE_ROUTERS = ["archive.replicas.Router"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

SECRET_KEY = read_secret(
    "SECRET_KEY", fallback=VAR_DIR / "secret_key", required=bool(DATABASE_URL) and not DEBUG
)
ALLOWED_HOSTS = read_list("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = read_list("CSRF_TRUSTED_ORIGINS")

ARCHIVE_TITLE = read_text("ARCHIVE_TITLE") or "Archives Maroc–Russie"
# Whom to write to about the archive; told to those who harvest it (OAI-PMH).
DEFAULT_FROM_EMAIL = read_text("ARCHIVE_EMAIL") or "webmaster@localhost"
ARCHIVE_LANGUAGES = read_list("ARCHIVE_LANGUAGES", "fr,en,ru,ar")
if unknown := [code for code in ARCHIVE_LANGUAGES if code not in TEXT_LANGUAGES]:
    raise ImproperlyConfigured(f"ARCHIVE_LANGUAGES holds unknown language codes: {', '.join(unknown)}.")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_filters",
    "csp",
    "procrastinate.contrib.django",
    "articles",
]
MIDDLEWARE = [
    "archive.loopback.exempt_loopback",
    "django.middleware.security.SecurityMiddleware",
    "archive.loopback.end_exemption",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "articles.middleware.PublicPages",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
]
ROOT_URLCONF = "archive.urls"
WSGI_APPLICATION = "archive.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "archive.steady.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "articles.context.archive",
            ],
        },
    },
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# The languages of the interface; those of the texts are another matter (ARCHIVE_LANGUAGES).
LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", _("French")), ("en", _("English")), ("ru", _("Russian")), ("ar", _("Arabic"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["archive.formats"]
# Commands speak the language of the terminal where the interface has it, otherwise English.
TERMINAL_LANGUAGE = read_terminal_language()
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# Public pages by the archive's version, in each process.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "TIMEOUT": 3600,
        "OPTIONS": {"MAX_ENTRIES": 300},
    }
}

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = VAR_DIR / "static"
# The longest text that is read (20 MiB) can also be gone over and edited, with all its mentions; files that are
# uploaded go to disk, not through memory.
DATA_UPLOAD_MAX_MEMORY_SIZE = 64 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000
DATA_UPLOAD_MAX_NUMBER_FILES = 1_000
MEDIA_ROOT = Path(read_text("MEDIA_ROOT") or VAR_DIR / "media")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# Always strict but in DEBUG; requests to the loopback address are exempt (archive.loopback).
SECURE_SSL_REDIRECT = not DEBUG
SECURE_HSTS_SECONDS = 0 if DEBUG else 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SESSION_COOKIE_SECURE = not DEBUG
CSRF_COOKIE_SECURE = not DEBUG
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "articles.views.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "stdout": {"class": "logging.StreamHandler", "stream": "ext://sys.stdout", "formatter": "line"}
    },
    "root": {"handlers": ["stdout"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["stdout"], "level": "INFO", "propagate": False},
        # It tells of each start and end, once a minute at the least.
        "procrastinate": {"level": "WARNING"},
    },
}
