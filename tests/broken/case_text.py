"""A case written as the YAML of a case file: a small dumper for round trips."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from pydantic import BaseModel

from detente.base.estimate import Estimate
from detente.case.case import Case
from tests.broken.material import write_yaml


def case_text(case: Case) -> str:
    """Return the text of a case file that reads as this case."""
    return write_yaml(_plain(case))


def _plain(value: Any) -> Any:
    if isinstance(value, Estimate):
        return _estimate(value)
    if isinstance(value, BaseModel):
        return {
            info.alias or name: _plain(getattr(value, name))
            for name, info in type(value).model_fields.items()
            if getattr(value, name) is not None
        }
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, Fraction):
        return _number(value)
    return value.isoformat() if isinstance(value, date) else value


def _estimate(value: Estimate) -> Any:
    texts = [_number(number) for number in (value.low, value.mode, value.high)]
    written: Any = texts[0] if len(set(texts)) == 1 else texts
    rest = {
        name: getattr(value, name)
        for name in ("reason", "fact", "signer", "sourced")
        if getattr(value, name)
    }
    return {"value": written, **rest} if rest else written


def _number(value: Fraction) -> int | str:
    return value.numerator if value.denominator == 1 else str(value)
