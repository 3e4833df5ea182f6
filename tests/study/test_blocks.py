"""Which options an agreement can hold, and what keeps the others out, beside the oracle."""

from __future__ import annotations

import pytest

from detente.case.case import Case
from detente.negotiation.payoff import compile_case
from detente.negotiation.question import obstacles
from detente.study.blocks import blocks
from detente.testing import random_case, removable, tabulate, two_issue_case
from tests.negotiation.small import small_case


def _held(case: Case, issue: str, option: str, lifted: frozenset[str]) -> bool:
    place = [*case.issues].index(issue)
    return any(row.package[place] == option for row in tabulate(case, lifted).zone)


@pytest.mark.parametrize("seed", range(40))
def test_blocks_agree_with_the_oracle(seed: int) -> None:
    case = random_case(seed)
    found = blocks(compile_case(case)).options

    assert [(b.issue, b.option) for b in found] == [
        (i, o) for i, issue in case.issues.items() for o in issue.options if o != issue.status_quo
    ]
    for block in found:
        place = block.issue, block.option
        assert block.possible == _held(case, *place, frozenset())
        if block.possible:
            assert (block.opened_by, block.needs) == ((), None)
            continue
        alone = [o for o in obstacles(case) if _held(case, *place, frozenset({o}))]
        assert list(block.opened_by) == alone
        if case.third_parties.keys() & {*case.issues[block.issue].options[block.option].controller}:
            assert block.needs == "third party"
        elif alone:
            assert block.needs is None
        else:
            assert block.needs == ("all" if _held(case, *place, removable(case)) else "nothing")


def test_everything_is_possible_where_nobody_refuses() -> None:
    # (high, early) and (middle, early) lie in the zone: all options but the status quo's.
    assert all(block.possible for block in blocks(compile_case(two_issue_case())).options)


def test_two_obstacles_that_block_together_need_all() -> None:
    promise = {"text": "m", "to": "X", "kind": "hard", "options": {"x": ["p"]}, "removable": True}
    case = small_case(
        {"A": {"x": 100}, "B": {"x": 100}},
        {"x": {"n": {}, "p": {"A": 100, "B": 100}, "q": {"A": -100}}},
        commitments={"a": {**promise, "by": "A"}, "b": {**promise, "by": "B"}},
    )
    p, q = blocks(compile_case(case)).options

    assert (p.possible, p.opened_by, p.needs) == (False, (), "all")
    assert (q.possible, q.opened_by, q.needs) == (False, (), "nothing")
