"""A disk that fails when it is told to."""

from __future__ import annotations

import errno
import os
from collections import Counter
from pathlib import Path

from detente.store.disk import Disk, Kind


class Faulty(Disk):
    """A disk that counts its operations, and fails at the n-th of a kind, from 1, and ever after.

    Attributes
    ----------
    counts
        Operations asked for, by kind.
    places
        What was asked for, in order.
    """

    def __init__(
        self,
        kind: Kind | None = None,
        number: int = 0,
        *,
        once: bool = False,
        code: int = errno.EIO,
    ) -> None:
        self.counts: Counter[Kind] = Counter()
        self.places: list[tuple[Kind, Path]] = []
        self._fault = (kind, number, once, code)
        super().__init__(self._count)

    def _count(self, kind: Kind, path: Path) -> None:
        self.counts[kind] += 1
        self.places.append((kind, path))
        wanted, number, once, code = self._fault
        reached = self.counts[wanted] if wanted is not None else 0
        if wanted == kind and (reached == number or (reached > number and not once)):
            raise OSError(code, os.strerror(code), str(path))
