from __future__ import annotations

import os
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from detente.base.errors import InputError
from detente.store.fetch.door import (
    AGENT,
    Away,
    Busy,
    Door,
    Missing,
    Refused,
    Troubled,
    root_of,
    stays,
)
from detente.store.fetch.manners import Manners
from tests.store.fetch.server import HERE, Site, serving

MAKE = (
    "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 "
    "-nodes -days 2 -subj /CN=127.0.0.1"
)
QUICK = Manners(pause=0.0, tries=2, first_wait=0.001, connect=0.5, read=0.2)


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site(files={"/a": b"hello"})
    with serving(site):
        yield site


def read(door: Door, path: str = "a") -> bytes:
    with door.answer(path) as response:
        return response.read1(100, decode_content=False)


def test_an_answer_is_handed_over(site: Site) -> None:
    assert read(Door(site.address, QUICK)) == b"hello"
    assert site.agents == {AGENT}


def test_a_redirect_on_the_host_keeps_the_connection(site: Site) -> None:
    site.always["/a"] = HERE

    assert read(Door(site.address, QUICK)) == b"hello"
    assert site.connections == 1


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (404, Missing),
        (410, Missing),
        (403, Refused),
        (204, Refused),
        (500, Troubled),
        (429, Busy),
        (503, Busy),
    ],
)
def test_statuses_are_told_apart(site: Site, status: int, kind: type[Exception]) -> None:
    site.always["/a"] = status

    with pytest.raises(kind) as caught:
        read(Door(site.address, QUICK))

    assert type(caught.value) is kind


def test_a_proxy_is_asked_where_one_is_set(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", site.address)
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    site.files["http://far.invalid/a"] = b"from afar"

    assert read(Door("http://far.invalid", QUICK)) == b"from afar"


def test_this_machine_is_never_asked_by_a_proxy(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://far.invalid:1")

    assert read(Door(site.address, QUICK)) == b"hello"


def test_a_proxy_that_is_away_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")

    with pytest.raises(Away):
        read(Door("http://far.invalid", QUICK))


def test_a_certificate_that_does_not_hold_is_refused(tmp_path: Path) -> None:
    site = Site(files={"/a": b"hello"})
    with serving(site, _own_certificate(tmp_path)) as root:
        assert root.startswith("https:")
        with pytest.raises(Refused, match="certificate"):
            read(Door(root, QUICK))


def _own_certificate(folder: Path) -> ssl.SSLContext:
    """Return a context with a certificate that nobody vouches for."""
    key, certificate = folder / "key.pem", folder / "cert.pem"
    subprocess.run(
        [*MAKE.split(), "-keyout", key, "-out", certificate],
        check=True,
        capture_output=True,
        env={"PATH": os.environ["PATH"]},
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


@pytest.mark.parametrize(
    ("start", "location", "followed"),
    [
        ("http://h/a", "https://h/a", True),
        ("http://h/a", "https://h:443/a", True),
        ("http://h:8000/a", "https://h/a", False),
        ("https://h/a", "http://h/a", False),
        ("http://h/a", "http://h:81/a", False),
        ("http://h/a", "http://i/a", False),
        ("http://h/a", "file:///etc/x", False),
        ("http://h/a", "http://u@h/a", False),
        ("http://h/a", "http://h:x/a", False),
    ],
)
def test_redirects_stay_with_the_host_and_do_not_leave_tls(
    start: str, location: str, followed: bool
) -> None:
    assert stays(start, location) == followed


def test_patience_ends(site: Site) -> None:
    told: list[str] = []
    door = Door(site.address, QUICK, lambda what, _done, _total: told.append(what))
    tried: list[int] = []

    def attempt() -> None:
        tried.append(1)
        raise Troubled("again")

    with pytest.raises(Troubled, match="again"):
        door.patiently(attempt)
    assert len(tried) == QUICK.tries
    assert told == ["again; asked again in 0 s"]


@pytest.mark.parametrize(
    "address",
    [
        *("", "x", "ftp://h/", "http://", "http://u:p@h/", "http://h/?a", "http://h/#a"),
        *("http://h:x/", "http://h:99999/", "http://h/ a", "http://h\\a", "http://[::1"),
        "file:///etc",
    ],
)
def test_what_is_no_address_is_told(address: str) -> None:
    with pytest.raises(InputError) as caught:
        root_of(address)

    assert [p.code for p in caught.value.problems] == ["R950"]


@pytest.mark.parametrize("ending", ["", "/", "/gdeltv2", "/gdeltv2/", "/events/"])
def test_either_way_of_naming_the_server_serves(ending: str) -> None:
    root = root_of(f"https://h/mirror{ending}")

    assert root == "https://h/mirror"
    assert urlsplit(root).scheme == "https"
