"""Which folder the store is: the flag, then the environment, then the platform's own folder."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "DETENTE_STORE"
"""The variable of the environment that names the folder."""


def where(said: str | Path | None = None) -> Path:
    """Return the store's folder.

    Parameters
    ----------
    said
        What the command line names; ``None`` or an empty text where it names nothing.

    Returns
    -------
    Path
        What is said; else what ``DETENTE_STORE`` says; else ``record`` in the platform's folder for
        a user's data. It need not exist. ``~`` is the home folder.

    Examples
    --------
    >>> where("kept").name
    'kept'
    """
    named = str(said) if said else os.environ.get(VARIABLE, "")
    if named:
        return Path(named).expanduser()
    import platformdirs  # noqa: PLC0415 - where nothing is named

    return Path(platformdirs.user_data_dir("detente", appauthor=False)) / "record"
