"""manage.py serve"""

import os
import socket
import sys
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError, connections
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _


class Command(BaseCommand):
    """Readies the archive (database, static files, samples, an account) and serves it with gunicorn."""

    help = "Migrates, fills an empty archive with the samples, and serves it with gunicorn."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        _require_free_port()
        try:
            call_command("migrate", interactive=False, verbosity=0)
        except OperationalError as error:
            raise CommandError(_("The database cannot be reached: %(reason)s") % {"reason": error}) from error
        call_command("collectstatic", interactive=False, verbosity=0)
        call_command("load_samples", stdout=self.stdout, verbosity=0)
        self._make_account()
        self.stdout.write(
            _("The archive is open at %(address)s (Ctrl-C stops it).") % {"address": _address()}
        )
        self.stdout.flush()
        connections.close_all()
        # gunicorn takes the place of this process: signals reach it directly, and it lets go of the database.
        os.chdir(settings.BASE_DIR)
        arguments = ["-m", "gunicorn", "--config", "gunicorn.conf.py", "archive.wsgi:application"]
        os.execv(sys.executable, [sys.executable, *arguments])  # noqa: S606

    def _make_account(self) -> None:
        """Make the first account, and say its password this once."""
        users = get_user_model().objects
        if users.exists():
            return
        password = get_random_string(16)
        users.create_superuser("admin", password=password)
        self.stdout.write(
            _(
                "Sign in at %(address)s with the name “admin” and the password “%(password)s” (said only this once)."
            )
            % {"address": f"{_address()}admin/", "password": password}
        )


def _address() -> str:
    return f"http://127.0.0.1:{settings.PORT}/"


def _require_free_port() -> None:
    """Say in one line that the port is taken, before anything is started."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", settings.PORT))
        except OSError as error:
            raise CommandError(
                _("Port %(port)d is in use: stop what uses it, or choose another with PORT=8001 make run.")
                % {"port": settings.PORT}
            ) from error
