"""Django's PostgreSQL backend, which first sees to it that the embedded server runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.db.backends.postgresql import base

from archive.embedded.cluster import Cluster


class DatabaseWrapper(base.DatabaseWrapper):
    """The server is started at the first connection, not when settings are read."""

    def get_connection_params(self) -> dict[str, Any]:
        cluster = Cluster.at(Path(self.settings_dict["CLUSTER"]))
        self.settings_dict.update(HOST=str(cluster.acquire()), USER=cluster.superuser, PORT="")
        return super().get_connection_params()
