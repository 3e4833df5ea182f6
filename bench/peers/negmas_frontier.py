"""NegMAS 0.16: from utility functions, from points, and by its exact sampler.

Its documentation recommends ``pareto_frontier`` when one starts from utility functions and
``pareto_frontier_numpy`` when one has the points; the sampler it uses by default on large spaces is
``MOBANOSParetoSampler``, "exact, no rounding".
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Any

import numpy as np

from bench.registry import Ints

# NegMAS is loaded when it is asked: it may be absent, and takes a while to import.


def utilities(tables: Sequence[Ints]) -> list[Any]:
    """Return one additive utility function for each principal, over one outcome space."""
    outcomes, preferences = import_module("negmas.outcomes"), import_module("negmas.preferences")
    values_of = import_module("negmas.preferences.value_fun")
    names = [[str(option) for option in range(len(table))] for table in tables]
    space = outcomes.make_os(
        [outcomes.make_issue(values, f"issue {n}") for n, values in enumerate(names)]
    )
    return [
        preferences.LinearAdditiveUtilityFunction(
            values=[
                values_of.TableFun(dict(zip(options, map(float, table[:, principal]), strict=True)))
                for options, table in zip(names, tables, strict=True)
            ],
            weights=[1.0] * len(tables),
            outcome_space=space,
            reserved_value=float("-inf"),
        )
        for principal in range(tables[0].shape[1])
    ]


def frontier(functions: Sequence[Any]) -> Any:
    """Return what ``pareto_frontier`` does: points, and which outcomes reach them."""
    return import_module("negmas.preferences.ops").pareto_frontier(functions)


def points_of(answer: Any) -> Ints:
    """Return the points of a frontier; values are whole and far below 2**53, so none is lost."""
    found: Ints = np.rint(np.array(answer[0])).astype(np.int64)
    return found


def sampled(functions: Sequence[Any]) -> tuple[Sequence[Any], list[Any]]:
    """Return the outcomes of the exact sampler, with the functions that judge them."""
    sampler = import_module("negmas.preferences.pareto_sampler").MOBANOSParetoSampler()
    sampler.init(functions[0], functions[1])
    return functions, sampler.pareto_outcomes(min_util=float("-inf"))


def points_of_outcomes(answer: tuple[Sequence[Any], list[Any]]) -> Ints:
    """Return the points of some outcomes."""
    functions, outcomes = answer
    values = [[float(function(outcome)) for function in functions] for outcome in outcomes]
    found: Ints = np.rint(np.array(values)).astype(np.int64)
    return found


def filtered(points: Ints) -> Ints:
    """Return the efficient among points, by ``pareto_frontier_numpy``."""
    efficient = import_module("negmas.preferences.ops").pareto_frontier_numpy(points)
    found: Ints = points[efficient]
    return found
