"""The only hand that writes: every write, fsync, rename and removal of a store passes here.

A file of a store is written below ``work``, made safe (fsync), and renamed into its place; then the
folder is made safe as well, since a rename lives in the folder. What a crash leaves is therefore a
whole file or none.
"""

from __future__ import annotations

import hashlib
import io
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

Kind = Literal["folder", "write", "fsync", "rename", "remove"]
"""What can be done to a disk."""

_BUFFER = 1 << 20


class Disk:
    """A disk.

    Parameters
    ----------
    before
        Called before each operation with its kind and place; what it raises stops the operation.
        Tests let it fail.
    """

    def __init__(self, before: Callable[[Kind, Path], None] | None = None) -> None:
        self._before = before or (lambda _kind, _path: None)

    def folder(self, path: Path) -> None:
        """Make a folder and those above it, where they are absent, and make its name safe."""
        if not path.is_dir():
            self.passing(path)
            self.safe_folder(path.parent)

    def passing(self, path: Path) -> None:
        """Make a folder that need not outlast a crash."""
        self._before("folder", path)
        path.mkdir(parents=True, exist_ok=True)

    def create(self, path: Path) -> Sink:
        """Return a new, empty file to write to."""
        return Sink(path, self._before)

    def write(self, path: Path, data: bytes) -> None:
        """Write a small file, and make it safe."""
        with self.create(path) as sink:
            sink.write(data)

    def rename(self, source: Path, target: Path) -> None:
        """Move a file into its place, in one step, and make the folder safe."""
        self._before("rename", target)
        source.replace(target)
        self.safe_folder(target.parent)

    def safe_folder(self, path: Path) -> None:
        """Make a folder's names safe."""
        self._before("fsync", path)
        if os.name == "nt":  # pragma: no cover - folders cannot be opened there
            return
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

    def remove(self, path: Path) -> None:
        """Remove a file, or a folder with what is in it, where it is there."""
        self._before("remove", path)
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)


class Sink(io.BufferedWriter):
    """A file being written; leaving its context without a failure makes it safe.

    Attributes
    ----------
    size
        Bytes written so far.
    """

    def __init__(self, path: Path, before: Callable[[Kind, Path], None]) -> None:
        self._path = path
        self._told = before
        self._hash = hashlib.sha256()
        self.size = 0
        super().__init__(_Raw(path, before), _BUFFER)

    def write(self, data: Any, /) -> int:
        """Write bytes."""
        count = super().write(data)
        self._hash.update(data)
        self.size += count
        return count

    def sha256(self) -> str:
        """Return the SHA-256 of what was written."""
        return self._hash.hexdigest()

    def safe(self) -> None:
        """Bring what was written to the disk."""
        self.flush()
        self._told("fsync", self._path)
        os.fsync(self.fileno())

    def __enter__(self) -> Sink:
        return self

    def __exit__(self, kind: object, *rest: object) -> None:
        try:
            if kind is None:
                self.safe()
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Close the file without another write."""
        self.raw.close()


class _Raw(io.FileIO):
    """The file itself, without a buffer."""

    def __init__(self, path: Path, before: Callable[[Kind, Path], None]) -> None:
        self._path = path
        self._told = before
        super().__init__(path, "wb")

    def write(self, data: Any, /) -> int:
        self._told("write", self._path)
        return super().write(data)
