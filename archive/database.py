"""Which PostgreSQL the archive uses: the one DATABASE_URL names, or the embedded one; and its replicas."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

ENGINE = "django.db.backends.postgresql"
EMBEDDED_ENGINE = "archive.embedded"

#: Persistent connections: opening one costs some 6 ms a request.
CONNECTION_SECONDS = 600


#: What a reader's request may take; a page tells how to ask for less where it strikes.
STATEMENT_SECONDS = 5
#: For the web server: what PostgreSQL does for one reader must not take the cores of the others.
WEB_OPTIONS = (
    f"-c statement_timeout={STATEMENT_SECONDS}s -c max_parallel_workers_per_gather=0"
    " -c jit=off -c work_mem=64MB"
)


def database_settings(url: str, *, data: Path, web: bool = False) -> dict[str, Any]:
    """Django's settings for the database at `url`, or the embedded one with its data in `data`.

    For the `web` server each statement has its time, commands have as long as they need.
    """
    settings = _settings(url, data)
    if web:
        _add_options(settings, WEB_OPTIONS)
    return settings


def replica_settings(urls: Sequence[str], *, web: bool = False) -> dict[str, dict[str, Any]]:
    """Alias → Django's settings for the standby servers at these addresses; a session there changes nothing."""
    replicas = {}
    for number, url in enumerate(urls, start=1):
        settings = _parsed(url, "DATABASE_REPLICA_URLS")
        _add_options(settings, "-c default_transaction_read_only=on", WEB_OPTIONS if web else "")
        # A standby that does not answer is passed over, soon (seconds; milliseconds).
        settings["OPTIONS"] = {"connect_timeout": 2, "tcp_user_timeout": 5_000} | settings["OPTIONS"]
        settings["TEST"] = {"MIRROR": "default"}
        replicas[f"replica_{number}"] = settings
    return replicas


def _add_options(settings: dict[str, Any], *options: str) -> None:
    own = settings.setdefault("OPTIONS", {})
    own["options"] = " ".join(filter(None, (own.get("options", ""), *options)))


def _settings(url: str, data: Path) -> dict[str, Any]:
    if not url:
        return {
            "ENGINE": EMBEDDED_ENGINE,
            "NAME": "archive",
            "CLUSTER": str(data),
            "CONN_MAX_AGE": CONNECTION_SECONDS,
            "CONN_HEALTH_CHECKS": True,
        }
    return _parsed(url, "DATABASE_URL")


def _parsed(url: str, variable: str) -> dict[str, Any]:
    """Raises ImproperlyConfigured, naming the variable the address stands in."""
    try:
        settings = dict(dj_database_url.parse(url, conn_max_age=CONNECTION_SECONDS, conn_health_checks=True))
    except ValueError as error:
        raise ImproperlyConfigured(f"{variable} cannot be read as a database address.") from error
    if settings["ENGINE"] != ENGINE:
        raise ImproperlyConfigured(f"{variable} must name a PostgreSQL database: postgres://user@host/name.")
    return settings
