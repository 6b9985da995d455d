"""The site's own settings, on the database of the benchmark, with one more page: a hello to compare with."""

import os

from archive.settings import *  # noqa: F403
from archive.settings import DATABASES, VAR_DIR

DEBUG = False
DATABASES["default"]["NAME"] = os.environ["BENCH_DATABASE"]
ROOT_URLCONF = "benchmarks.scale.urls"
STATIC_ROOT = VAR_DIR / "bench" / "static"
