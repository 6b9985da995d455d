"""manage.py work [--parent PID] [--once]"""

import asyncio
import os
import signal
import threading
import time
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app

STOP_SECONDS = 2
"""A text that is being written may end; then the job is given back to the queue."""
_PATIENCE = 20  # seconds that a worker without a parent has for its end


class Command(BaseCommand):
    """Does the jobs of the queue until it is stopped; a job that is broken off goes on with the next worker."""

    help = "Does the work that outlasts a request: the texts of uploaded files."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--parent", type=int, metavar="PID", help="stop when this parent process is gone")
        parser.add_argument("--once", action="store_true", help="stop when nothing is left to do")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["parent"]:
            threading.Thread(target=_follow, args=(options["parent"],), daemon=True).start()
        connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]
        with app.replace_connector(connector):
            asyncio.run(_work(wait=not options["once"]))
        self.stdout.write(_("The worker has stopped."))


async def _work(*, wait: bool) -> None:
    async with app.open_async():
        await app.run_worker_async(
            wait=wait,
            delete_jobs="successful",
            shutdown_graceful_timeout=STOP_SECONDS,
            update_heartbeat_interval=5,
            stalled_worker_timeout=20,
        )


def _follow(parent: int) -> None:
    """End as the parent ends, however it ends: a killed server must not leave a worker behind."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(_PATIENCE)
    os._exit(1)
