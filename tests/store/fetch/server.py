"""A server of GDELT's layout on this machine, with its faults: real sockets, nothing pretended."""

from __future__ import annotations

import email.utils
import hashlib
import io
import socket
import ssl
import struct
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

CUT = "the body breaks off in its middle"
RESET = "the connection is reset in the middle of the body"
HANG = "the body stops in its middle, and nothing follows"
DRIP = "the body comes in drops"
SLOW = "the answer comes too late"
LONG = "the body is longer than the list states"
SHORTER = "the body is whole, and shorter than the list states"
ELSEWHERE = "it is at another host"
HOSTILE = "it is at another host, whose name would colour the terminal"
HERE = "it is at another path of this host"
ENDLESS = "it is always at another path"
IGNORE = "a range is asked for, and all is sent"


def row(number: int, actor: str = "JPN", target: str = "RUS", day: str = "20181004") -> str:
    """Return a row of an export of version 2: 61 columns, hand-written."""
    cells = [""] * 61
    cells[0], cells[1], cells[2], cells[3], cells[4] = str(number), day, day[:6], day[:4], "2018.7"
    cells[5], cells[6], cells[7] = f"{actor}GOV", actor.title(), actor
    cells[12] = "GOV"
    cells[15], cells[16], cells[17] = target, target.title(), target
    cells[25], cells[26], cells[27], cells[28] = "1", "040", "040", "04"
    cells[29], cells[30], cells[31], cells[32], cells[33], cells[34] = (
        "1",
        "1.0",
        "2",
        "1",
        "2",
        "0.5",
    )
    cells[59], cells[60] = f"{day}143000", f"https://example.org/{number}"
    return "\t".join(cells)


def export(name: str, *rows: str) -> bytes:
    """Return a zipped export; the same bytes in every run."""
    packed = io.BytesIO()
    stem = name.removesuffix(".zip")
    with zipfile.ZipFile(packed, "w") as archive:
        member = stem if stem.endswith(".CSV") else f"{stem}.csv"
        info = zipfile.ZipInfo(member, (2018, 10, 4, 0, 0, 0))
        archive.writestr(info, "".join(f"{each}\n" for each in rows), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def stamp(day: int, quarter: int) -> str:
    """Return the name of an export of October 2018: its day, and its quarter of an hour."""
    hours, minutes = divmod(quarter * 15, 60)
    return f"201810{day:02}{hours:02}{minutes:02}00.export.CSV.zip"


@dataclass
class Site:
    """What a server has, and what it does wrong.

    Attributes
    ----------
    files
        Bodies by path.
    faults
        By path, what goes wrong at each request, in order; nothing goes wrong after the last. A
        number is a status; a pair of a number and a text a status with ``Retry-After``.
    always
        By path, what goes wrong at every request.
    asked
        Every request: path, and its range.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    faults: dict[str, list[object]] = field(default_factory=dict)
    always: dict[str, object] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    times: list[float] = field(default_factory=list)
    address: str = ""
    validators: bool = True
    connections: int = 0
    hanging: threading.Event = field(default_factory=threading.Event)
    let_go: threading.Event = field(default_factory=threading.Event)

    def publish(self, *names: str, rows: int = 2, listed: bool = True) -> None:
        """Put up exports of version 2, and their lines in the list."""
        for name in names:
            first = int(name[4:12]) * 100
            body = export(name, *(row(first + k) for k in range(rows)))
            self.put(name, body, listed=listed)

    def put(self, name: str, body: bytes, *, listed: bool = True, md5: str = "") -> None:
        """Put up one file."""
        self.files[f"/gdeltv2/{name}"] = body
        if listed:
            self.line(
                f"{len(body)} {md5 or digest(body)} http://data.gdeltproject.org/gdeltv2/{name}"
            )

    def line(self, text: str) -> None:
        """Add a line to the list."""
        path = "/gdeltv2/masterfilelist.txt"
        self.files[path] = self.files.get(path, b"") + text.encode() + b"\n"

    def paths(self) -> list[str]:
        """Return the paths asked for, without the lists."""
        return [path.rpartition("/")[2] for path, _ in self.asked if path.endswith(".zip")]


def digest(body: bytes) -> str:
    """Return an MD5."""
    return hashlib.md5(body).hexdigest()


@contextmanager
def serving(site: Site, tls: ssl.SSLContext | None = None) -> Iterator[str]:
    """Serve a site on a port of this machine; yields its root."""

    class Handler(_Handler):
        pass

    Handler.site = site
    server = _Server(("127.0.0.1", 0), Handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    server.daemon_threads = True
    server.block_on_close = False
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    site.address = f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}"
    try:
        yield site.address
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a reader that is gone."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # one packet an answer: else each waits for the other side's receipt
    disable_nagle_algorithm = True
    site: Site

    def setup(self) -> None:
        self.site.connections += 1
        super().setup()

    def log_message(self, *args: object) -> None:
        pass

    def handle(self) -> None:
        try:
            super().handle()
        except (ConnectionError, ValueError):  # the other side is gone
            self.close_connection = True

    def do_GET(self) -> None:
        site, path = self.site, self.path
        asked = self.headers.get("Range", "")
        site.asked.append((path, asked))
        site.agents.add(self.headers.get("User-Agent", ""))
        site.times.append(time.monotonic())
        planned = site.faults.get(path, [])
        fault = planned.pop(0) if planned else site.always.get(path)
        if isinstance(fault, tuple):
            self._status(fault[0], {"Retry-After": fault[1]})
        elif isinstance(fault, int):
            self._status(fault, {})
        elif fault == ELSEWHERE:
            self._status(302, {"Location": f"http://localhost.invalid{path}"})
        elif fault == HOSTILE:
            self._status(302, {"Location": f"http://x.invalid/\x1b[31m{path}"})
        elif fault == HERE:
            self._status(301, {"Location": f"/moved{path}"})
        elif fault == ENDLESS:
            self._status(301, {"Location": path})
        elif fault == SLOW:
            time.sleep(0.5)
            self.close_connection = True
        elif path.removeprefix("/moved") not in site.files:
            self._status(404, {})
        else:
            self._body(site.files[path.removeprefix("/moved")], asked, fault)

    def _status(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _body(self, body: bytes, asked: str, fault: object) -> None:
        etag = f'"{digest(body)}"'
        sent, status, start = body, 200, 0
        same = self.headers.get("If-Range", etag) in (etag, self._modified())
        if asked and same and fault != IGNORE:
            start = int(asked.removeprefix("bytes=").removesuffix("-"))
            if start >= len(body):
                self._status(416, {})
                return
            sent, status = body[start:], 206
        if fault == LONG:
            sent += b"more"
        if fault == SHORTER:
            sent = sent[:-3]
        self.send_response(status)
        if self.site.validators:
            self.send_header("ETag", etag)
            self.send_header("Last-Modified", self._modified())
        if status == 206:
            self.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        if fault == DRIP:
            for place in range(len(sent)):
                self.wfile.write(sent[place : place + 1])
                self.wfile.flush()
                time.sleep(0.01)
        if fault not in (CUT, RESET, HANG, DRIP):
            self.wfile.write(sent)
        if fault not in (CUT, RESET, HANG):
            return
        self.wfile.write(sent[: len(sent) // 2])
        self.wfile.flush()
        self.close_connection = True
        if fault == HANG:
            self.site.hanging.set()
            self.site.let_go.wait(20)
        if fault == RESET:  # a reset instead of an orderly end
            time.sleep(0.02)
            linger = struct.pack("ii", 1, 0)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            self.connection.close()

    @staticmethod
    def _modified() -> str:
        return email.utils.formatdate(1538663400, usegmt=True)
