"""The environment's values, read loudly: a value that cannot be read stops the program with one line."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from django.core.exceptions import ImproperlyConfigured

T = TypeVar("T")

_TRUE, _FALSE = {"1", "true", "yes", "on"}, {"0", "false", "no", "off", ""}


def read_text(name: str, default: str = "") -> str:
    """The variable's text, without surrounding blanks."""
    return os.environ.get(name, default).strip()


def read_switch(name: str, *, default: bool) -> bool:
    """The variable as yes or no."""
    text = read_text(name, "on" if default else "off").lower()
    if text not in _TRUE | _FALSE:
        raise ImproperlyConfigured(f"{name} must be on or off, not {text!r}.")
    return text in _TRUE


def read_list(name: str, default: str = "") -> list[str]:
    """The variable as a list separated by commas."""
    return [part.strip() for part in read_text(name, default).split(",") if part.strip()]


def read_number(name: str, default: int, *, lowest: int, highest: int) -> int:
    """The variable as a whole number within bounds."""
    text = read_text(name) or str(default)
    if not text.isdecimal() or not lowest <= int(text) <= highest:
        raise ImproperlyConfigured(f"{name} must be a whole number from {lowest} to {highest}, not {text!r}.")
    return int(text)


def command_environment() -> dict[str, str]:
    """The environment for a command that the web server starts: a command has none of a reader's limits."""
    return {name: value for name, value in os.environ.items() if name != "ARCHIVE_WEB_SERVER"}


def read_terminal_language() -> str:
    """The language of the person at the terminal, as the locale's variables state it, otherwise English."""
    stated = next(filter(None, map(read_text, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    language = re.split(r"[_.@]", stated)[0].lower()
    return language if language in ("fr", "ru", "ar") else "en"


def read_secret(name: str, *, fallback: Path, required: bool) -> str:
    """The variable as a secret; where it may be missing, one is made once and kept in `fallback`."""
    secret = read_text(name)
    if secret:
        return secret
    if required:
        raise ImproperlyConfigured(
            f"{name} must be set when DATABASE_URL is set: a production run has no default."
        )
    return _kept(fallback, lambda: secrets.token_urlsafe(50))


def _kept(path: Path, make: Callable[[], str]) -> str:
    """The text of a private file, made first where there is none; two processes agree on one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip() or _replaced(path, make())
    with os.fdopen(handle, "w") as file:
        file.write(make())
    return path.read_text().strip()


def _replaced(path: Path, text: str) -> str:
    """Fill a file that was left empty by an interrupted run."""
    path.write_text(text)
    return text
