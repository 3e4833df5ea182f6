"""How a server is treated: pauses, tries, waits, and how long an answer may take."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


@dataclass(frozen=True, slots=True)
class Manners:
    """How requests are paced.

    Attributes
    ----------
    pause
        Seconds between the end of one request and the next.
    tries
        How often one thing is asked for.
    first_wait
        Seconds before the second try; doubled for each further one.
    longest_wait
        Seconds that are waited at most. A server that asks for more is left alone.
    connect, read
        Seconds for a connection, and for the next bytes of an answer.
    slowest
        Bytes a second below which an answer is given up, once it has taken ``read`` seconds.
    in_a_row
        Files that may fail one after the other before nothing more is asked.
    seed
        Of the random part of waits.
    """

    pause: float = 1.0
    tries: int = 4
    first_wait: float = 2.0
    longest_wait: float = 300.0
    connect: float = 10.0
    read: float = 60.0
    slowest: float = 500.0
    in_a_row: int = 5
    seed: int = 0

    def wait(self, tried: int, draw: random.Random, asked: float | None = None) -> float:
        """Return the seconds to wait after a number of tries.

        min(longest, first · 2^(tried − 1)), times an even draw from 0.5 to 1, so that many readers
        do not come back at once; never less than the server asked for.

        Parameters
        ----------
        tried
            Tries so far, from 1.
        draw
            Source of the random part.
        asked
            Seconds that the server asked for (``Retry-After``).

        Examples
        --------
        >>> manners = Manners(first_wait=2, longest_wait=10)
        >>> draw = random.Random(7)
        >>> [round(manners.wait(tried, draw), 1) for tried in (1, 2, 3, 4)]
        [1.3, 2.3, 6.6, 5.4]
        """
        spread = 0.5 + draw.random() / 2
        grown: float = self.first_wait * 2.0 ** min(tried - 1, 60)
        return max(min(self.longest_wait, grown) * spread, asked or 0.0)


def retry_after(value: str | None, now: datetime | None = None) -> float | None:
    """Read ``Retry-After``: seconds, or a date of HTTP; ``None`` where it is neither.

    Examples
    --------
    >>> retry_after("120"), retry_after("soon"), retry_after(None)
    (120.0, None, None)
    >>> retry_after("Fri, 31 Dec 1999 23:59:59 GMT", datetime(1999, 12, 31, 23, 59, tzinfo=UTC))
    59.0

    References
    ----------
    RFC 9110, section 10.2.3.
    """
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (moment - (now or datetime.now(UTC))).total_seconds())
