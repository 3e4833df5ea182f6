"""A new case: the commented file that ``detente new`` writes."""

from __future__ import annotations

from importlib import resources


def new_case(name: str) -> str:
    """Return the text of a new case, which passes ``detente check`` as it stands.

    Parameters
    ----------
    name
        The case's id.

    Examples
    --------
    >>> new_case("river").splitlines()[0].startswith("detente: 1")
    True
    """
    text = (resources.files("detente") / "files" / "new_case.yaml").read_text(encoding="utf-8")
    return text.replace("id: NAME", f"id: {name}", 1)
