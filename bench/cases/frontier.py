"""The exact frontier of random tied cases, beside enumeration of every package.

The size is the number of issues, of four options each. Two principals, two ratifiers, linkages,
commitments and constraints; whole-number utilities.
"""

from bench.registry import bench
from detente.case.case import Case
from detente.negotiation.frontier import frontiers
from detente.negotiation.payoff import compile_case
from detente.testing import Bounds, feasible_frontier, random_case, tabulate, zone_frontier

SIZES = (2, 3, 4, 5)
SEED = 2017


def _case(issues: int) -> Case:
    return random_case(SEED, Bounds(issues=(issues, issues), options=(4, 4), packages=4**issues))


@bench("frontier", sizes=SIZES, prepare=_case, peer=True)
def enumeration(case: Case) -> None:
    table = tabulate(case)
    feasible_frontier(table)
    zone_frontier(table)


@bench("frontier", sizes=SIZES, prepare=_case)
def merge(case: Case) -> None:
    frontiers(compile_case(case))
