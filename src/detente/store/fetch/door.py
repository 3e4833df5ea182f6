"""The door to a server: one connection, asked in turn, with pauses, and for nothing but its own.

What a server answers ends in one of these::

    Troubled           a try that may do better next time: cut off, too slow, overloaded
    ├── Away           nothing answers at that address
    └── Busy           the server asks to be left alone for a while
    Missing            the server has no such file (404, 410)
    Refused            trying again would not help: another host, a certificate, a status
"""

from __future__ import annotations

import random
import re
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TypeVar
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import urllib3
from urllib3.exceptions import HTTPError, ProtocolError, ProxyError, ReadTimeoutError, SSLError

from detente import __version__
from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.store.fetch.manners import Manners, retry_after
from detente.store.tell import Tell, nothing

AGENT = f"detente/{__version__} (record fetch; one connection at a time)"
"""How requests name themselves."""

CHUNK = 1 << 16
"""Bytes read at once."""

_MOVED = (301, 302, 303, 307, 308)
_PASSING = (408, 425, 429, 500, 502, 503, 504)
_HOPS = 3
_LITTLE = 1 << 14  # of the page that comes with a refusal
_WHERE = re.compile(r"^HTTPS?Connection(Pool)?\(.*?\): ")
_HERE = ("localhost", "127.0.0.1", "::1")

Answer = TypeVar("Answer")


class Troubled(Exception):  # noqa: N818 - the words of the project
    """A try that may do better next time; ``asked`` are the seconds the server wants."""

    def __init__(self, why: str, asked: float | None = None) -> None:
        super().__init__(why)
        self.asked = asked


class Away(Troubled):
    """Nothing answers at that address."""


class Busy(Troubled):
    """The server asks to be left alone for a while."""


class Missing(Exception):  # noqa: N818 - the words of the project
    """The server has no such file."""


class Refused(Exception):  # noqa: N818 - the words of the project
    """Trying again would not help."""


def root_of(address: str) -> str:
    """Return the address below which the lists lie, without a slash at its end.

    A last folder of one of GDELT's versions is taken away, so that either way of naming it serves.

    Raises
    ------
    InputError
        When it is no http or https address of a host (R950).

    Examples
    --------
    >>> root_of("http://127.0.0.1:8000/gdeltv2/")
    'http://127.0.0.1:8000'
    """
    try:
        parts = urlsplit(address)
        fine = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        fine = False
    odd = any(not sign.isprintable() or sign.isspace() or sign in "\\?#@" for sign in address)
    if not fine or odd:
        hint = "write it as https://host/folder"
        raise InputError([Problem("R950", f"{address} is no address to fetch from", hint=hint)])
    root = address.rstrip("/")
    for folder in ("/gdeltv2", "/events"):
        root = root.removesuffix(folder)
    return root


def stays(address: str, target: str) -> bool:
    """Tell whether a redirect stays on the host and port, and does not leave https.

    From http to https it may go, both at their usual ports.
    """
    try:
        old, new = urlsplit(address), urlsplit(target)
        ports = (old.port, new.port)
    except ValueError:
        return False
    if new.scheme not in ("http", "https") or old.hostname != new.hostname or new.username:
        return False
    if old.scheme == new.scheme:
        return ports[0] == ports[1]
    return new.scheme == "https" and ports[0] in (None, 80) and ports[1] in (None, 443)


class Door:
    """One connection to a server.

    Parameters
    ----------
    root
        The address below which everything lies (see :func:`root_of`).
    manners
        How it is asked.
    tell
        Told of waits.
    """

    def __init__(self, root: str, manners: Manners, tell: Tell = nothing) -> None:
        self.root = root
        self.manners = manners
        self._tell = tell
        self._draw = random.Random(manners.seed)  # noqa: S311 - spreads waits, guards nothing
        self._free = 0.0
        timeout = urllib3.Timeout(connect=manners.connect, read=manners.read)
        proxy = _proxy(root)
        self._pool: urllib3.PoolManager = (
            urllib3.ProxyManager(proxy, num_pools=2, maxsize=1, timeout=timeout)
            if proxy
            else urllib3.PoolManager(num_pools=2, maxsize=1, timeout=timeout)
        )

    def close(self) -> None:
        """Close the connection."""
        self._pool.clear()

    def patiently(self, attempt: Callable[[], Answer]) -> Answer:
        """Try something several times, with growing waits between.

        Raises
        ------
        Troubled
            When the last try fails too, or the server asks for a longer wait than is waited.
        Missing, Refused
            At once.
        """
        tried = 0
        while True:
            try:
                return attempt()
            except Troubled as trouble:
                tried += 1
                asked = trouble.asked or 0.0
                if tried >= self.manners.tries or asked > self.manners.longest_wait:
                    raise
                seconds = self.manners.wait(tried, self._draw, trouble.asked)
                self._tell(f"{trouble}; asked again in {seconds:.0f} s", 0, 1)
                time.sleep(seconds)

    @contextmanager
    def answer(
        self, path: str, headers: Mapping[str, str] | None = None
    ) -> Iterator[urllib3.BaseHTTPResponse]:
        """Ask once for what lies at a path below the root; follow its host's own redirects.

        The body is read by the caller, undecoded; what goes wrong while it is read is told as
        :class:`Troubled` as well. Statuses 200, 206 and 416 are handed over.
        """
        address = f"{self.root}/{path}"
        for _ in range(_HOPS + 1):
            response = self._ask(address, headers or {})
            if response.status not in _MOVED:
                break
            target = urljoin(address, response.headers.get("Location", ""))
            _discard(response)
            if not stays(address, target):
                raise Refused(f"{address} sends to another place, {target}")
            address = target
        else:
            raise Refused(f"{self.root}/{path} sends from one address to the next without end")
        try:
            _judge(response, address)
            yield response
        except (HTTPError, OSError) as error:
            if isinstance(error, OSError) and not isinstance(error, ConnectionError):
                raise  # the disk's, not the server's
            raise Troubled(f"the answer broke off: {_words(error)}") from error
        finally:
            _discard(response)
            self._free = time.monotonic() + self.manners.pause

    def body(self, response: urllib3.BaseHTTPResponse) -> Iterator[bytes]:
        """Yield what an answer holds, as it comes and undecoded; give up one that only drips."""
        manners, begun, done = self.manners, time.monotonic(), 0
        while data := response.read1(CHUNK, decode_content=False):
            yield data
            done += len(data)
            taken = time.monotonic() - begun
            if (
                taken > manners.read
                and done < manners.slowest * taken
                and response.length_remaining
            ):
                raise Troubled(f"the answer comes too slowly, {done / taken:.0f} bytes a second")

    def _ask(self, address: str, headers: Mapping[str, str]) -> urllib3.BaseHTTPResponse:
        time.sleep(max(0.0, self._free - time.monotonic()))
        own = {"User-Agent": AGENT, "Accept-Encoding": "identity", **headers}
        try:
            return self._pool.request(
                "GET", address, headers=own, retries=False, redirect=False, preload_content=False
            )
        except SSLError as error:
            raise Refused(f"the certificate of {address} does not hold: {error}") from error
        except ProtocolError as error:
            raise Troubled(f"the connection broke off: {_words(error)}") from error
        except ProxyError as error:
            raise Away(f"the proxy does not answer: {_words(error)}") from error
        except ReadTimeoutError as error:
            raise Troubled(f"no answer in time from {urlsplit(address).netloc}") from error
        except HTTPError as error:
            raise Away(f"{urlsplit(address).netloc} is out of reach: {_words(error)}") from error
        finally:
            self._free = time.monotonic() + self.manners.pause


def _judge(response: urllib3.BaseHTTPResponse, address: str) -> None:
    if response.status in (200, 206, 416):
        return
    if response.status in (404, 410):
        raise Missing(address)
    if response.status in _PASSING:
        asked = retry_after(response.headers.get("Retry-After"))
        kind = Busy if response.status in (429, 503) else Troubled
        raise kind(f"the server answers with status {response.status}", asked)
    raise Refused(f"the server answers {address} with status {response.status}")


def _proxy(root: str) -> str | None:
    parts = urlsplit(root)
    host = parts.hostname or ""
    if host in _HERE or proxy_bypass(host):
        return None
    return getproxies().get(parts.scheme)


def _discard(response: urllib3.BaseHTTPResponse) -> None:
    """Give the connection back where little or nothing is left of the answer; else close it."""
    left = response.length_remaining
    little = _LITTLE if response.status not in (200, 206) else 0
    if left is not None and left <= little:
        response.drain_conn()
    response.close()


def _words(error: Exception) -> str:
    last = str(error.args[-1]) if error.args else ""
    return _WHERE.sub("", last) or type(error).__name__
