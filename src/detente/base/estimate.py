"""A number somebody answers for: low, mode and high, with its source or its signer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, WithJsonSchema, model_validator

from detente.base.day import Day
from detente.base.exact import Exact, to_fraction

_NUMBER = {"type": ["number", "string"], "description": "a number, or a fraction such as '2/15'"}
_RANGE = {"type": "array", "items": _NUMBER, "minItems": 3, "maxItems": 3}
_TEXT = {"type": "string"}
_FORM = {
    "description": "A number, [low, mode, high], or a mapping with value and who answers for it.",
    "anyOf": [
        _NUMBER,
        _RANGE,
        {
            "type": "object",
            "properties": {
                "value": {"anyOf": [_NUMBER, _RANGE]},
                "reason": _TEXT,
                "fact": _TEXT,
                "signer": _TEXT,
                "sourced": {"type": "boolean"},
                "date": _TEXT,
                "known_from": _TEXT,
            },
            "required": ["value"],
            "additionalProperties": False,
        },
    ],
}


class Estimate(BaseModel):
    """A number given as low, mode, high, with who answers for it.

    Attributes
    ----------
    low, mode, high
        ``low <= mode <= high``; all three equal when one number was given.
    reason
        Why the signer chose it.
    fact
        The fact it rests on.
    signer
        Who judged it; the case's signer when absent.
    sourced
        True when the number itself stands in the fact's source; then nobody had to judge it.
    date
        The day on which it was judged.
    known_from
        The day from which it could be known.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    low: Exact
    mode: Exact
    high: Exact
    reason: str | None = None
    fact: str | None = None
    signer: str | None = None
    sourced: bool = False
    date: Day | None = None
    known_from: Day | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not self.low <= self.mode <= self.high:
            raise ValueError("an estimate runs low <= mode <= high")
        if self.sourced and self.fact is None:
            raise ValueError("a sourced number names its fact")
        return self


def expand(value: Any) -> Any:
    """Turn the short forms of an estimate (``7``, ``[5, 7, 9]``) into the full one.

    Raises
    ------
    ValueError
        When the value has none of the forms of an estimate.
    """
    if isinstance(value, Estimate):
        return value
    if isinstance(value, Mapping):
        if "value" not in value:
            raise ValueError("an estimate with a reason, fact or signer needs `value`")
        rest = {key: item for key, item in value.items() if key != "value"}
        clash = {"low", "mode", "high"} & rest.keys()
        if clash:
            raise ValueError("write `value: [low, mode, high]`, not low, mode and high apart")
        return {**rest, **_range(value["value"])}
    return _range(value)


def _range(value: Any) -> dict[str, Any]:
    if isinstance(value, (list, tuple)):
        if len(value) != 3:
            raise ValueError("an estimate is one number or [low, mode, high]")
        low, mode, high = (to_fraction(item) for item in value)
        return {"low": low, "mode": mode, "high": high}
    number = to_fraction(value)
    return {"low": number, "mode": number, "high": number}


EstimateField = Annotated[
    Estimate, BeforeValidator(expand), WithJsonSchema(_FORM, mode="validation")
]
"""An estimate in any of its written forms."""
