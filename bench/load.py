"""Importing every module of cases, which registers them."""

import importlib
import pkgutil

from bench import cases


def load() -> None:
    """Register all cases, in the order of ``cases.ORDER``, others after them by name."""
    names = {module.name for module in pkgutil.iter_modules(cases.__path__)}
    for name in [*cases.ORDER, *sorted(names - {*cases.ORDER})]:
        importlib.import_module(f"{cases.__name__}.{name}")
