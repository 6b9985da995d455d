"""The worker beside the web server."""

import sys
import time

from archive.companion import Companion


def test_the_worker_has_the_servers_environment_without_the_limits_of_a_reader(tmp_path, monkeypatch):
    monkeypatch.setenv("ARCHIVE_WEB_SERVER", "on")
    monkeypatch.setenv("ARCHIVE_TITLE", "Fonds")
    found = tmp_path / "found"
    program = (
        "import os, pathlib, sys, time;"
        "told = os.environ.get('ARCHIVE_WEB_SERVER', 'unset') + ' ' + os.environ['ARCHIVE_TITLE'];"
        "path = pathlib.Path(sys.argv[1]); path.with_suffix('.part').write_text(told);"
        "path.with_suffix('.part').rename(path); time.sleep(60)"
    )
    companion = Companion([sys.executable, "-c", program, str(found)])
    companion.start()
    try:
        for _attempt in range(200):
            if found.exists():
                break
            time.sleep(0.02)
        assert found.read_text() == "unset Fonds"
    finally:
        companion.stop(patience=5)
