"""A small closed-loop HTTP client: each connection asks, waits for the whole answer, and asks again."""

from __future__ import annotations

import itertools
import socket
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

_PATIENCE = 60  # seconds


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: seconds until its first byte and until its end."""

    status: int
    headers: dict[str, str]
    body: bytes
    first_byte: float
    whole: float


@dataclass(slots=True)
class Measured:
    """What a row of requests took, in milliseconds, and how many a second were answered."""

    milliseconds: list[float] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    seconds: float = 0.0

    def as_json(self) -> dict[str, float | int | str]:
        """p50, p95, the slowest, requests a second, and which statuses there were."""
        return {
            "n": len(self.milliseconds),
            "p50_ms": percentile(self.milliseconds, 50),
            "p95_ms": percentile(self.milliseconds, 95),
            "max_ms": max(self.milliseconds, default=0.0),
            "a_second": len(self.milliseconds) / self.seconds if self.seconds else 0.0,
            "statuses": ", ".join(str(status) for status in sorted(set(self.statuses))),
        }


class Connection:
    """One kept-alive connection to a server on this machine."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._socket: socket.socket | None = None

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a path; a connection that the server has closed meanwhile is opened again, once."""
        lines = [f"GET {path} HTTP/1.1", f"Host: 127.0.0.1:{self.port}", "Accept-Encoding: identity"]
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
        request = "\r\n".join([*lines, "", ""]).encode()
        was_open = self._socket is not None
        try:
            return self._ask(request)
        except (ConnectionError, EOFError):
            self.close()
            if not was_open:
                raise
            return self._ask(request)

    def close(self) -> None:
        """End the connection."""
        if self._socket:
            self._socket.close()
        self._socket = None

    def _ask(self, request: bytes) -> Answer:
        if self._socket is None:
            self._socket = socket.create_connection(("127.0.0.1", self.port), timeout=_PATIENCE)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        start = time.perf_counter()
        self._socket.sendall(request)
        received = self._socket.recv(65_536)
        first = time.perf_counter() - start
        while b"\r\n\r\n" not in received:
            received += self._more()
        head, _blank, body = received.partition(b"\r\n\r\n")
        status_line, *lines = head.decode("latin-1").split("\r\n")
        headers = {
            name.lower(): value.strip() for name, _colon, value in (line.partition(":") for line in lines)
        }
        status = int(status_line.split()[1])
        whole_body = self._body(status, headers, body)
        answer = Answer(status, headers, whole_body, first, time.perf_counter() - start)
        if headers.get("connection", "").lower() == "close":
            self.close()
        return answer

    def _body(self, status: int, headers: dict[str, str], begun: bytes) -> bytes:
        if status in (204, 304):
            return b""
        if headers.get("transfer-encoding", "").lower() == "chunked":
            pieces = [begun]
            while not b"".join(pieces[-2:]).endswith(b"0\r\n\r\n"):
                pieces.append(self._more())
            return _unchunked(b"".join(pieces))
        pieces, length = [begun], len(begun)
        wanted = int(headers.get("content-length", -1))
        while length != wanted:
            try:
                pieces.append(self._more())
            except EOFError:
                if wanted < 0:
                    break
                raise
            length += len(pieces[-1])
        return b"".join(pieces)

    def _more(self) -> bytes:
        assert self._socket is not None
        piece = self._socket.recv(262_144)
        if not piece:
            raise EOFError("the server ended the connection")
        return piece


def _unchunked(body: bytes) -> bytes:
    pieces, place = [], 0
    while place < len(body):
        line_end = body.index(b"\r\n", place)
        size = int(body[place:line_end].split(b";")[0], 16)
        pieces.append(body[line_end + 2 : line_end + 2 + size])
        place = line_end + 4 + size
    return b"".join(pieces)


def measure(
    port: int, paths: Sequence[str], *, requests: int, clients: int = 1, seconds: float = 10.0, **headers: str
) -> Measured:
    """Ask for these paths in turn over so many connections, until so many answers or seconds are over."""
    turn = iter(itertools.islice(itertools.cycle(paths), requests))
    deadline = time.monotonic() + seconds
    measured = Measured()
    start = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        parts = [pool.submit(_loop, port, turn, deadline, headers) for _ in range(clients)]
        for part in parts:
            for milliseconds, status in part.result():
                measured.milliseconds.append(milliseconds)
                measured.statuses.append(status)
    measured.seconds = time.perf_counter() - start
    return measured


def _loop(
    port: int, turn: Iterator[str], deadline: float, headers: dict[str, str]
) -> list[tuple[float, int]]:
    connection, answers = Connection(port), []
    for path in turn:
        answer = connection.get(path, **headers)
        answers.append((answer.whole * 1000, answer.status))
        if time.monotonic() > deadline:
            break
    connection.close()
    return answers


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` per cent of them lie, by the nearest rank; 0 of none."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share / 100), len(ordered) - 1)] if ordered else 0.0
