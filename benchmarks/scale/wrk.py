"""wrk, where the machine has it (Debian's package wrk): a load tool that costs less than our own client."""

from __future__ import annotations

import re
import shutil
import subprocess

_UNITS = {"us": 0.001, "ms": 1.0, "s": 1_000.0, "m": 60_000.0}
_LATENCY = re.compile(r"^\s+(50|90)%\s+([\d.]+)(us|ms|s|m)\s*$", re.MULTILINE)
_RATE = re.compile(r"^Requests/sec:\s+([\d.]+)", re.MULTILINE)
_FAILED = re.compile(r"^\s+Non-2xx or 3xx responses: (\d+)", re.MULTILINE)


def is_there() -> bool:
    """Whether wrk is installed."""
    return shutil.which("wrk") is not None


def measure_one(port: int, path: str, *, clients: int, seconds: int, **headers: str) -> dict[str, float]:
    """One address by so many connections for so many seconds: p50 in milliseconds and requests a second.

    RuntimeError where an answer was neither 2xx nor 3xx, or wrk said nothing that can be read.
    """
    command = ["wrk", "-t1", f"-c{clients}", f"-d{seconds}s", "--latency"]
    for name, value in headers.items():
        command += ["-H", f"{name.replace('_', '-')}: {value}"]
    said = subprocess.run(
        [*command, f"http://127.0.0.1:{port}{path}"], capture_output=True, text=True, check=False
    ).stdout
    return read_report(said)


def read_report(said: str) -> dict[str, float]:
    """The figures of wrk's report."""
    rate, failed = _RATE.search(said), _FAILED.search(said)
    latencies = {share: float(value) * _UNITS[unit] for share, value, unit in _LATENCY.findall(said)}
    if failed or not rate or "50" not in latencies:
        raise RuntimeError(f"wrk: {said[-300:]}")
    return {"p50_ms": latencies["50"], "a_second": float(rate.group(1))}
