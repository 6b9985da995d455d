"""Finds the headless browser the tests drive, and installs one where the machine has none."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_browser() -> str | None:
    """The path of an installed Chromium, if there is one."""
    return os.environ.get("BROWSER_PATH") or next(filter(None, map(shutil.which, NAMES)), None)


def install_browser() -> None:
    """By the system's packages when we may, otherwise by Playwright's own download."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        quiet = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
        subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
        subprocess.run(
            ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], check=True, **quiet
        )
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium-headless-shell"], check=True)


def main() -> None:
    """Do nothing where a browser is there."""
    if find_browser() or _playwright_has_one():
        return
    print("Installing a headless browser for the tests…", flush=True)  # noqa: T201
    try:
        install_browser()
    except (OSError, subprocess.CalledProcessError) as error:
        sys.exit(f"No browser could be installed ({error}): install Chromium, or set BROWSER_PATH to one.")


def _playwright_has_one() -> bool:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return os.path.exists(playwright.chromium.executable_path)  # noqa: PTH110


if __name__ == "__main__":
    main()
