"""Where each number of the brief leads: anchors, links between them, and sources that are safe."""

from __future__ import annotations

from urllib.parse import urlsplit

from markupsafe import Markup

SCHEMES = ("http", "https")


def worth_id(party: str, issue: str, option: str) -> str:
    """Return the anchor of what an option is to a party; ids hold no dot, so no two meet."""
    return f"w-{party}.{issue}.{option}"


def codes_id(party: str, issue: str, option: str) -> str:
    """Return the anchor of the codes an option has for a party."""
    return f"codes-{party}.{issue}.{option}"


def option_id(issue: str, option: str) -> str:
    """Return the anchor of an option."""
    return f"option-{issue}.{option}"


def number_id(key: str) -> str:
    """Return the anchor of a number of the case."""
    return f"n-{key}"


def place_id(place: str) -> str:
    """Return the anchor of an element of the case, such as ``ratifiers.diet``."""
    return f"place-{place}"


def pair_id(kind: str, giver: str, taker: str) -> str:
    """Return the anchor of what one party can bring another, such as ``gift-JPN.RUS``.

    Ids hold hyphens but no dot, so that no two pairs meet.
    """
    return f"{kind}-{giver}.{taker}"


def state_id(shock: str, state: str) -> str:
    """Return the anchor of a state of a shock."""
    return f"state-{shock}.{state}"


def transition_id(shock: str, name: str) -> str:
    """Return the anchor of a transition of a shock."""
    return f"transition-{shock}.{name}"


def number(text: str, target: str) -> Markup:
    """Return a number as a link to where it comes from.

    Examples
    --------
    >>> print(number("14.7", "package-nash"))
    <a class="n" href="#package-nash">14.7</a>
    """
    kind = "n zero" if text in ("0", "0.0") else "n"
    return Markup('<a class="{}" href="#{}">{}</a>').format(kind, target, text)


def source(text: str) -> Markup:
    """Return a source as a link where it is a web address, as text where it is anything else.

    Examples
    --------
    >>> print(source("https://example.org/a"))
    <a class="source" href="https://example.org/a" rel="external noreferrer">example.org</a>
    >>> print(source("javascript:alert(1)"))
    <span class="source" data-source>javascript:alert(1)</span>
    """
    host = web_host(text)
    if host is None:
        return Markup('<span class="source" data-source>{}</span>').format(text)
    return Markup('<a class="source" href="{}" rel="external noreferrer">{}</a>').format(text, host)


def web_host(text: str) -> str | None:
    """Return the host of a web address, without ``www.``; ``None`` of any other text.

    Examples
    --------
    >>> web_host("https://tass.com/politics/918909"), web_host("Kyodo, 11 May 2017")
    ('tass.com', None)
    """
    if any(sign.isspace() or not sign.isprintable() for sign in text):
        return None
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in SCHEMES or not host:
        return None
    return host.removeprefix("www.")
