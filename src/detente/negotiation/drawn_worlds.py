"""Which scenario each draw stands in: every shock's state drawn by its probability."""

from __future__ import annotations

import numpy as np

from detente.negotiation.draws import Draws, stream
from detente.solve.given_data import Places


def drawn_worlds(draws: Draws) -> Places:
    """Return the scenario of each draw, as its place among ``worlds(case)``: shape (n,).

    A state's probability is that of the draw, where it is a range; a shock that depends on another
    is drawn given the other's state. Each shock has a random stream of its own. A case without
    shocks has one scenario. What else differs in a scenario is drawn from the case as it stands
    there: ``draw(in_world(case, states), n, seed)`` has the same streams for the same numbers.

    Parameters
    ----------
    draws
        The draws of a case.

    Examples
    --------
    >>> from detente.negotiation.draws import draw
    >>> from detente.testing import two_issue_case
    >>> drawn_worlds(draw(two_issue_case(), 3)).tolist()
    [0, 0, 0]
    """
    case, count = draws.case, len(draws)
    chosen: dict[str, Places] = {}
    for name, shock in case.shocks.items():
        tables = {
            given: np.stack([draws.column(key) for key in _keys(draws, name, given)])
            for given in (case.shocks[shock.given].states if shock.given else (None,))
        }
        uniform = stream(f"worlds.{name}", count, draws.seed)
        state = np.zeros(count, dtype=np.int64)
        for before, table in enumerate(tables.values()):
            ends = np.cumsum(table, axis=0)[:-1]
            found = (uniform >= ends).sum(axis=0)
            mine = chosen[shock.given] == before if shock.given else np.ones(count, dtype=np.bool_)
            state[mine] = found[mine]
        chosen[name] = state
    place = np.zeros(count, dtype=np.int64)
    for name, shock in case.shocks.items():
        place = place * len(shock.states) + chosen[name]
    return place


def _keys(draws: Draws, shock: str, given: str | None) -> list[str]:
    """Return the keys of a shock's probabilities, by state, given the other shock's state."""
    rest = "probability" if given is None else f"probabilities.{given}"
    return [f"shocks.{shock}.states.{state}.{rest}" for state in draws.case.shocks[shock].states]
