"""How gunicorn serves the archive; every value can be changed by its variable (README, Environment)."""

import gc
import os
import sys
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
os.environ["ARCHIVE_WEB_SERVER"] = "on"

from django.conf import settings
from django.template.loader import render_to_string
from gunicorn.http.errors import LimitRequestLine
from gunicorn.util import write_nonblock
from gunicorn.workers.gthread import ThreadWorker

from archive.companion import Companion


class Worker(ThreadWorker):
    """Threads; that an address is longer than is read is told in the languages of the site, which gunicorn lacks."""

    def handle_error(self, req, client, addr, exc):
        """Answer what is no request; the address itself, and with it the reader's language, has not been read."""
        if not isinstance(exc, LimitRequestLine):
            super().handle_error(req, client, addr, exc)
            return
        self.log.warning("Invalid request from ip=%s: %s", addr[0] if addr else "", exc)
        page = render_to_string("414.html").encode()
        head = (
            "HTTP/1.1 414 URI Too Long\r\nConnection: close\r\nContent-Type: text/html; charset=utf-8\r\n"
            f"Content-Length: {len(page)}\r\n\r\n"
        )
        try:
            write_nonblock(client, head.encode() + page)
        except OSError:
            self.log.debug("Failed to send error message.")


bind = f"127.0.0.1:{settings.PORT}"
workers = settings.WEB_CONCURRENCY
worker_class = Worker
threads = 4
timeout = 60
graceful_timeout = 20
max_requests = 10_000
max_requests_jitter = 1_000
accesslog = "-"
access_log_format = '%(t)s "%(r)s" %(s)s %(B)s %(M)sms'
errorlog = "-"
loglevel = "info"
# The longest that gunicorn reads: a query of 500 letters takes 3,000 bytes in an address, or 4,500 in some scripts.
limit_request_line = 8190
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None
control_socket_disable = True


#: A page makes some ten thousand objects and lets go of nearly all of them by itself: Python's own 700 would have
#: garbage looked for dozens of times a page.
_GARBAGE = (20_000, 20, 20)

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
    gc.set_threshold(*_GARBAGE)


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
