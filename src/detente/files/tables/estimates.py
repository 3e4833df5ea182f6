"""Estimates in columns: low, mode and high, or mode alone, and who answers for the number."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from detente.files.tables.cells import CellError

_ENDS = ("low", "mode", "high")


def estimate_of(parts: Mapping[str, Any]) -> Any:
    """Return an estimate as the case file writes it, from its parts; ``None`` without any.

    Raises
    ------
    CellError
        When one end of the range stands alone, or a reason or source has no number.

    Examples
    --------
    >>> estimate_of({"low": 1, "mode": 2, "high": 4}), estimate_of({"mode": 2, "reason": "so"})
    ([1, 2, 4], {'value': 2, 'reason': 'so'})
    """
    if not parts:
        return None
    ends = [end for end in _ENDS if end in parts]
    if ends == ["mode"]:
        value = parts["mode"]
    elif len(ends) == len(_ENDS):
        value = [parts[end] for end in _ENDS]
    else:
        said = f"{' and '.join(ends)} without the rest" if ends else "no number"
        raise CellError(f"an estimate has {said}", "give low, mode and high, or mode alone")
    rest = {part: found for part, found in parts.items() if part not in _ENDS}
    return {"value": value, **rest} if rest else value


def parts_of(estimate: Any) -> dict[str, Any]:
    """Return the parts of an estimate as the case file writes it.

    Examples
    --------
    >>> parts_of({"value": [1, 2, 4], "signer": "me"})
    {'low': 1, 'mode': 2, 'high': 4, 'signer': 'me'}
    """
    full = dict(estimate) if isinstance(estimate, Mapping) else {"value": estimate}
    value = full.pop("value", None)
    if isinstance(value, list | tuple) and len(value) == len(_ENDS):
        return {**dict(zip(_ENDS, value, strict=True)), **full}
    return {"mode": value, **full}
