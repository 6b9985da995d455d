"""Which PostgreSQL the archive uses: the one DATABASE_URL names, or the embedded one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

ENGINE = "django.db.backends.postgresql"
EMBEDDED_ENGINE = "archive.embedded"

#: Persistent connections: opening one costs some 6 ms a request.
CONNECTION_SECONDS = 600


def database_settings(url: str, *, data: Path) -> dict[str, Any]:
    """Django's settings for the database at `url`, or the embedded one with its data in `data`."""
    if not url:
        return {
            "ENGINE": EMBEDDED_ENGINE,
            "NAME": "archive",
            "CLUSTER": str(data),
            "CONN_MAX_AGE": CONNECTION_SECONDS,
            "CONN_HEALTH_CHECKS": True,
        }
    try:
        settings = dict(dj_database_url.parse(url, conn_max_age=CONNECTION_SECONDS, conn_health_checks=True))
    except ValueError as error:
        raise ImproperlyConfigured("DATABASE_URL cannot be read as a database address.") from error
    if settings["ENGINE"] != ENGINE:
        raise ImproperlyConfigured("DATABASE_URL must name a PostgreSQL database: postgres://user@host/name.")
    return settings
