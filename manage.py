#!/usr/bin/env python
"""Django's command line for this project."""

import os
import sys

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line
from django.utils import translation


def main() -> None:
    """Run a management command with the project's settings, in the language of the terminal."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    try:
        django.setup()
        translation.activate(settings.TERMINAL_LANGUAGE)
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        sys.exit(f"{error}")


if __name__ == "__main__":
    main()
