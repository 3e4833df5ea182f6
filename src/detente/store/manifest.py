"""The manifest: one small entry a kept content, and the form of the folder.

An entry is written last. What no entry names is not kept, whatever lies in the folder.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from pydantic import ValidationError

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.store.disk import Disk
from detente.store.entry import PARTS, Entry

FORM = 1
"""Version of the layout that this program writes."""

FORM_FILE = "form.json"
MANIFEST = "manifest"
WORK = "work"
LOCK = "lock"
OWN = frozenset({FORM_FILE, MANIFEST, WORK, LOCK, *PARTS})
"""Names that belong to a store's folder."""

_LISTINGS = 1000
_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}-[0-9a-f]{64}(-[0-9a-f]{12})?")


def is_key(name: str) -> bool:
    """Return whether a name could be that of an entry."""
    return _KEY.fullmatch(name) is not None


class Manifest:
    """The manifest of a store's folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._known: dict[str, tuple[bytes, Entry]] = {}

    def check(self) -> bool:
        """Return whether the folder is a store; nothing or an empty folder may become one.

        Raises
        ------
        InputError
            When it is of a newer form or its form cannot be read (R901), or is a folder of other
            things, or no folder (R910).
        """
        shown = str(self.folder)
        try:
            text = (self.folder / FORM_FILE).read_bytes()
        except FileNotFoundError:
            self._refuse_others()
            return False
        except OSError as error:
            said = (error.strerror or "cannot be read").lower()
            raise InputError([Problem("R910", said, shown)]) from error
        try:
            form = json.loads(text)["form"]
        except (ValueError, KeyError, TypeError, RecursionError):
            form = None
        if form != FORM or isinstance(form, bool):
            newer = isinstance(form, int) and form > FORM
            said = (
                f"the store is of form {form}, and this program knows {FORM}"
                if newer
                else "what form the store is of cannot be read"
            )
            hint = (
                "use a newer version of the program"
                if newer
                else f'write {{"form": {FORM}}} into it if the folder is a store'
            )
            raise InputError([Problem("R901", said, str(self.folder / FORM_FILE), hint=hint)])
        return True

    def _refuse_others(self) -> None:
        try:
            names = {path.name for path in self.folder.iterdir()}
        except FileNotFoundError:
            return
        except OSError as error:
            said = (error.strerror or "cannot be read").lower()
            raise InputError([Problem("R910", said, str(self.folder))]) from error
        if names - OWN or any(self._names()):
            said = "a folder that holds something, and is no store"
            hint = "name a new folder, an empty one, or a store"
            raise InputError([Problem("R910", said, str(self.folder), hint=hint)])

    def _names(self) -> list[str]:
        """Return the keys of the entries, in order; other files in the folder are left alone."""
        try:
            found = [path.name for path in (self.folder / MANIFEST).iterdir()]
        except FileNotFoundError:
            return []
        return sorted(
            name.removesuffix(".json")
            for name in found
            if name.endswith(".json") and is_key(name.removesuffix(".json"))
        )

    def _settled_names(self) -> list[str]:
        """Return the keys after a listing that missed none of those added meanwhile.

        A listing may show a name that came during it, and miss one that came before that. Two
        listings after each other that are equal have missed none.
        """
        names = self._names()
        for _ in range(_LISTINGS):
            before, names = names, self._names()
            if names == before:
                break
        return names

    def keys(self) -> set[str]:
        """Return the keys of all entries, damaged or not."""
        return {*self._names()}

    def entries(self) -> tuple[Entry, ...]:
        """Return every entry, by key.

        What an entry says about rows of files that were added before it can be relied on: a file
        that was added before another of the answer is in the answer too.

        Raises
        ------
        InputError
            When entries are damaged (R902); all of them are told.
        """
        self.check()
        entries = []
        problems: list[Problem] = []
        for key in self._settled_names():
            found = self.entry(key)
            if isinstance(found, Problem):
                problems.append(found)
            elif found is not None:
                entries.append(found)
        if problems:
            raise InputError(problems)
        return tuple(entries)

    def entry(self, key: str) -> Entry | Problem | None:
        """Return one entry; ``None`` where there is none, a problem where it is damaged."""
        path = self.folder / MANIFEST / f"{key}.json"
        hint = "remove this entry and add its file again"
        try:
            text = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            said = (error.strerror or "cannot be read").lower()
            return Problem("R902", f"the entry cannot be read: {said}", str(path), hint=hint)
        known = self._known.get(key)
        if known is not None and known[0] == text:
            return known[1]
        try:
            entry = Entry.model_validate_json(text)
        except ValidationError as error:
            said = f"the entry is damaged: {error.errors()[0]['msg'].lower()}"
            return Problem("R902", said, str(path), hint=hint)
        if entry.key != key or not entry.key.startswith(f"{entry.source}-{entry.sha256}"):
            return Problem("R902", "the entry is damaged: not its own key", str(path), hint=hint)
        self._known[key] = (text, entry)
        return entry


def write_form(disk: Disk, folder: Path, work: Path) -> None:
    """Make a folder a store."""
    own = work / FORM_FILE
    disk.write(own, (json.dumps({"form": FORM}) + "\n").encode())
    disk.rename(own, folder / FORM_FILE)


def write_entry(disk: Disk, folder: Path, work: Path, entry: Entry) -> None:
    """Write an entry and rename it into its place: from here on the file is kept."""
    own = work / f"{entry.key}.json"
    disk.write(own, _text(entry))
    disk.rename(own, folder / MANIFEST / f"{entry.key}.json")


def _text(entry: Entry) -> bytes:
    return (entry.model_dump_json(indent=1) + "\n").encode()
