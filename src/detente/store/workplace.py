"""Where a store's unfinished files lie, and who may finish them: locks, and the broom.

Each writer has a folder of its own below ``work``, with a lock that the system drops when the
writer dies. Names that readers see change only under the one lock of the store, for a moment.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import filelock

from detente.base.errors import MissingResource
from detente.store.disk import Disk
from detente.store.entry import PARTS
from detente.store.manifest import LOCK, MANIFEST, WORK, Manifest, is_key, write_form

PATIENCE = 60.0
"""Seconds that a writer waits for another."""


class Workplace:
    """The workplace of a store's folder.

    Parameters
    ----------
    manifest
        The store's manifest.
    disk
        Who writes.
    patience
        Seconds to wait for another writer.
    """

    def __init__(self, manifest: Manifest, disk: Disk, patience: float = PATIENCE) -> None:
        self._manifest = manifest
        self._folder = manifest.folder
        self._disk = disk
        self._patience = patience
        self._swept = False

    @contextmanager
    def own(self) -> Iterator[Path]:
        """Give a folder of one's own for unfinished files; it is removed at the end.

        The store's folders are made where they are absent, and what dead writers left is swept.

        Raises
        ------
        MissingResource
            When the folder cannot be written, or another writer holds it too long.
        InputError
            When the folder is no store (R910) or of a newer form (R901).
        """
        self._manifest.check()
        self._disk.folder(self._folder)
        self._disk.folder(self._folder / WORK)
        with self.alone():
            self._prepare()
            own = self._folder / WORK / secrets.token_hex(8)
            self._disk.passing(own)
            lock = filelock.FileLock(own / LOCK)
            lock.acquire(timeout=0)
        try:
            yield own
        except BaseException:
            self._swept = False
            raise
        finally:
            lock.release()
            self._disk.remove(own)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the store's lock.

        Raises
        ------
        MissingResource
            When another writer holds it too long, or the folder knows no locks.
        """
        lock = filelock.FileLock(self._folder / LOCK)
        try:
            lock.acquire(timeout=self._patience)
        except filelock.Timeout as error:
            said = f"another process has held {lock.lock_file} for {self._patience:g} s"
            raise MissingResource(said) from error
        except NotImplementedError as error:
            raise MissingResource(f"{self._folder} is on a disk that knows no locks") from error
        try:
            yield
        finally:
            lock.release()

    def _prepare(self) -> None:
        """Make what a store has, and sweep once what no entry names."""
        for part in (MANIFEST, *PARTS):
            self._disk.folder(self._folder / part)
        if not self._manifest.check():
            form = self._folder / WORK / secrets.token_hex(8)
            self._disk.passing(form)
            write_form(self._disk, self._folder, form)
        if not self._swept:
            self._sweep()
            self._swept = True

    def _sweep(self) -> None:
        for path in (self._folder / WORK).iterdir():
            if path.is_dir() and not path.is_symlink() and _abandoned(path):
                self._disk.remove(path)
        kept = self._manifest.keys()
        for part in PARTS:
            for path in (self._folder / part).glob("*.parquet"):
                if is_key(path.stem) and path.stem not in kept and not path.is_symlink():
                    self._disk.remove(path)


def _abandoned(own: Path) -> bool:
    """Return whether the writer of a folder is gone."""
    lock = filelock.FileLock(own / LOCK)
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        return False
    lock.release()
    return True
