"""Skeletons: the states tell all that later ties can see, and no more."""

import pytest

from detente.solve import skeleton as module
from detente.solve.frame import frame_of
from detente.solve.program import Program, Rule
from detente.solve.skeleton import TooDense, skeleton

FOUR = ((0, 1, 2, 3),) * 3
PLAIN = Program(FOUR, FOUR, (0,), (((0,),) * 4,) * 3, (0,))


def _ruled(*rules: Rule) -> Program:
    return Program(FOUR, FOUR, (0,), (((0,),) * 4,) * 3, (0,), rules=rules)


def test_without_ties_there_is_one_state() -> None:
    bones = skeleton(frame_of(PLAIN))

    assert [joint.states for joint in bones.joints] == [1, 1, 1]
    assert not any(joint.barred for joint in bones.joints)
    assert bones.cells == 4


def test_options_that_no_tie_tells_apart_share_a_state() -> None:
    bones = skeleton(frame_of(_ruled(Rule((0, 1), frozenset({(2, 3)})))))

    # After the first of the two: option 2, or another one.
    assert sorted(joint.states for joint in bones.joints) == [1, 1, 2]
    barred = [joint for joint in bones.joints if joint.barred]
    assert len(barred) == 1
    assert int((barred[0].leads < 0).sum()) == 1


def test_all_that_is_forbidden_leads_nowhere() -> None:
    every = frozenset((a, b) for a in range(4) for b in range(4))
    bones = skeleton(frame_of(_ruled(Rule((0, 1), every))))

    assert any((joint.leads < 0).all() for joint in bones.joints)


def test_too_many_states_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "STATES", 7)
    fresh = Rule((0, 1), frozenset({(1, 2), (0, 3)}))

    with pytest.raises(TooDense, match="more than 7 states"):
        skeleton.__wrapped__(frame_of(_ruled(fresh)))
