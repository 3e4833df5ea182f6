"""Which files of a folder may belong to a GENIUS scenario; loads no reader of XML."""

from __future__ import annotations

from pathlib import Path

ENDING = ".xml"


def xml_files(folder: Path) -> tuple[Path, ...]:
    """Return the XML files of a folder, in the order of their names; hidden ones are left out."""
    return tuple(
        sorted(
            (
                path
                for path in folder.iterdir()
                if path.suffix.lower() == ENDING and not path.name.startswith(".")
            ),
            key=lambda path: path.name,
        )
    )
