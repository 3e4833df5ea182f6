"""Every example in a docstring of the package does what it says."""

import doctest
import importlib
import pkgutil

import pytest

import detente

MODULES = sorted(
    module.name
    for module in pkgutil.walk_packages(detente.__path__, prefix="detente.")
    if not module.name.endswith("__main__")
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name: str) -> None:
    failed, _ = doctest.testmod(
        importlib.import_module(name), optionflags=doctest.ELLIPSIS, report=True
    )

    assert failed == 0
