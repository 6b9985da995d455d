"""The system account the embedded PostgreSQL runs under: PostgreSQL refuses to run as root."""

from __future__ import annotations

import contextlib
import hashlib
import os
import pwd
import shutil
import stat
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

#: Accounts taken for the server when we are root; the last one is made where neither exists.
ROOT_ACCOUNTS = ("postgres", "news-archive")


@dataclass(frozen=True, slots=True)
class Account:
    """A user and group number, and whether we must change to it."""

    user: int
    group: int
    is_other: bool

    @classmethod
    def for_server(cls, data: Path) -> Account:
        """Our own account, or, for root, an unprivileged one that can reach `data`."""
        if os.geteuid() != 0:
            return cls(os.geteuid(), os.getegid(), is_other=False)
        entry = _unprivileged()
        _open_the_way_to(data)
        _open_the_way_to(Path(sys.prefix) / "any")
        return cls(entry.pw_uid, entry.pw_gid, is_other=True)

    def subprocess_options(self) -> dict[str, Any]:
        """What `subprocess.run` needs to run a program under this account."""
        if not self.is_other:
            return {}
        return {"user": self.user, "group": self.group, "extra_groups": []}

    def own(self, path: Path) -> None:
        """Give a file or an empty folder to this account."""
        if self.is_other:
            os.chown(path, self.user, self.group, follow_symlinks=False)

    def socket_folder(self, data: Path) -> Path:
        """A private folder for the socket: short, because a socket's path has 107 bytes at the most."""
        digest = hashlib.sha256(str(data).encode()).hexdigest()[:12]
        folder = Path(tempfile.gettempdir()) / f"news-archive-{self.user}-{digest}"
        with contextlib.suppress(FileExistsError):
            folder.mkdir(mode=0o700)
            self.own(folder)
        found = folder.lstat()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid != self.user or found.st_mode & 0o077:
            raise ImproperlyConfigured(
                f"{folder} must be a private folder of the database's account: remove it."
            )
        return folder


def _unprivileged() -> pwd.struct_passwd:
    """An account that is not root, made where the machine has none that fits."""
    for name in ROOT_ACCOUNTS:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    useradd = shutil.which("useradd") or "/usr/sbin/useradd"
    name = ROOT_ACCOUNTS[-1]
    try:
        subprocess.run(  # noqa: S603
            [useradd, "--system", "--user-group", "--no-create-home", name], check=True, capture_output=True
        )
        return pwd.getpwnam(name)
    except (OSError, subprocess.CalledProcessError) as error:
        raise ImproperlyConfigured(
            "PostgreSQL does not run as root and no account for it could be made: "
            "run as an ordinary user, or set DATABASE_URL."
        ) from error


def _open_the_way_to(path: Path) -> None:
    """Let other accounts pass through (not list) the folders above `path`."""
    for folder in path.parents:
        if folder.exists() and not folder.stat().st_mode & stat.S_IXOTH:
            folder.chmod(folder.stat().st_mode | stat.S_IXOTH)
            print(f"{folder}: other accounts may now pass through, for PostgreSQL.", file=sys.stderr)  # noqa: T201
