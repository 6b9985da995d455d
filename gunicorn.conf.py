"""How gunicorn serves the archive; every value can be changed by its variable (README, Environment)."""

import gc
import os
import sys
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
os.environ["ARCHIVE_WEB_SERVER"] = "on"

from django.conf import settings

from archive.companion import Companion

bind = f"127.0.0.1:{settings.PORT}"
workers = settings.WEB_CONCURRENCY
worker_class = "gthread"
threads = 4
timeout = 60
graceful_timeout = 20
max_requests = 10_000
max_requests_jitter = 1_000
accesslog = "-"
access_log_format = '%(t)s "%(r)s" %(s)s %(B)s %(M)sms'
errorlog = "-"
loglevel = "info"
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None
control_socket_disable = True


_companions = []


def _cluster():
    from archive.embedded.cluster import Cluster

    return Cluster.at(Path(settings.DATABASES["default"]["CLUSTER"]))


def on_starting(server):
    """Hold the embedded database for as long as the server lives."""
    if not settings.DATABASE_URL:
        _cluster().acquire()


def post_worker_init(worker):
    """What is loaded at the start stays: no collection of garbage need go through it, which takes 50 ms."""
    gc.collect()
    gc.freeze()


def when_ready(server):
    """Have a worker beside us for what outlasts a request."""
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "work", "--parent", str(os.getpid())]
    _companions.append(Companion(command))
    _companions[-1].start()


def on_exit(server):
    """Stop the worker, let go of the database; it stops with us if nobody else uses it."""
    while _companions:
        _companions.pop().stop(patience=10)
    if not settings.DATABASE_URL:
        _cluster().release()
