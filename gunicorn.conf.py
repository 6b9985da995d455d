"""How gunicorn serves the archive; every value can be changed by its variable (README, Environment)."""

import os
from pathlib import Path

from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")

bind = f"127.0.0.1:{settings.PORT}"
workers = settings.WEB_CONCURRENCY
worker_class = "gthread"
threads = 4
timeout = 60
graceful_timeout = 20
max_requests = 10_000
max_requests_jitter = 1_000
accesslog = "-"
access_log_format = '%(t)s %(m)s %(U)s%(q)s %(s)s %(B)s %(M)sms'
errorlog = "-"
loglevel = "info"
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None
control_socket_disable = True


def _cluster():
    from archive.embedded.cluster import Cluster

    return Cluster.at(Path(settings.DATABASES["default"]["CLUSTER"]))


def on_starting(server):
    """Hold the embedded database for as long as the server lives."""
    if not settings.DATABASE_URL:
        _cluster().acquire()


def on_exit(server):
    """Let go of it; it stops with us if nobody else uses it."""
    if not settings.DATABASE_URL:
        _cluster().release()
