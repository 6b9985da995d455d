"""The worker beside the web server: started with it, started again when it dies, stopped with it."""

from __future__ import annotations

import logging
import subprocess
import threading
import time
from collections.abc import Sequence

from archive.environment import command_environment

logger = logging.getLogger(__name__)

_LONGEST_PAUSE = 60.0  # seconds between two starts of a worker that dies at once


class Companion:
    """A child process that lives as long as this one; its output goes where ours goes."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = list(command)
        self._stopping = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._keeper = threading.Thread(target=self._keep, name="companion", daemon=True)

    def start(self) -> None:
        """Start it, and again whenever it dies, later and later where it dies at once."""
        self._keeper.start()

    def stop(self, patience: float) -> None:
        """Ask it to end, and end it after `patience` seconds."""
        self._stopping.set()
        for end in (subprocess.Popen.terminate, subprocess.Popen.kill):
            if self._process and self._keeper.is_alive():
                end(self._process)
                self._keeper.join(patience)

    def _keep(self) -> None:
        pause = 1.0
        while not self._stopping.is_set():
            began = time.monotonic()
            # In a session of its own: Ctrl-C is for the server, which ends its companion when it is ready to.
            self._process = subprocess.Popen(  # noqa: S603
                self._command, env=command_environment(), stdin=subprocess.DEVNULL, start_new_session=True
            )
            code = self._process.wait()
            if self._stopping.is_set():
                return
            lived = time.monotonic() - began
            pause = 1.0 if lived > _LONGEST_PAUSE else min(2 * pause, _LONGEST_PAUSE)
            logger.warning("the worker ended with %s after %d s; it is started again", code, lived)
            self._stopping.wait(pause)
