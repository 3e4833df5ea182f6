"""The shape of the case file: what kind of element stands at a place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel


def is_model(form: Any) -> bool:
    """Whether a type is an element with named keys."""
    return isinstance(form, type) and issubclass(form, BaseModel)


def bare(form: Any) -> Any:
    """Return a type without its annotations, and without None."""
    while get_origin(form) is Annotated or type(None) in get_args(form):
        form = next(inner for inner in get_args(form) if inner is not type(None))
    return form


def step(form: Any, key: str) -> Any:
    """Return the type that stands under a key of a type; ``None`` when there is none."""
    if is_model(form):
        return next(
            (
                info.annotation
                for name, info in form.model_fields.items()
                if key == (info.alias or name)
            ),
            None,
        )
    inner = get_args(form)
    if get_origin(form) is Mapping or (inner and len(inner) == 2 and inner[-1] is not Ellipsis):
        return inner[1]
    return inner[0] if inner else None


def form_at(form: Any, path: Iterable[str | int]) -> Any:
    """Return the bare type at a path below a type; ``None`` when nothing may stand there.

    Examples
    --------
    >>> from detente.case.case import Case
    >>> form_at(Case, ("issues", "water", "options", "low")).__name__
    'Option'
    """
    return _form_at(form, tuple(map(str, path)))


@lru_cache(maxsize=20_000)
def _form_at(form: Any, path: tuple[str, ...]) -> Any:
    form = bare(form)
    for key in path:
        form = step(form, key)
        if form is None:
            return None
        form = bare(form)
    return form
