"""What lies ahead: the same answers as each study gives by itself, from shared situations."""

import pytest

from detente.base.errors import NotProved
from detente.case.change import ChangeError
from detente.negotiation.payoff import compile_case
from detente.study import outlook as module
from detente.study.drift import drift
from detente.study.outlook import Outlook, outlook
from detente.study.scenarios import scenarios
from detente.study.sequence import sequence
from detente.study.window import window
from detente.testing import two_issue_case
from tests.report.full_case import full_case


def test_each_answer_is_that_of_its_study() -> None:
    case = full_case()
    found = outlook(case)

    assert found.scenarios == scenarios(case)
    assert found.drift == drift(case)
    assert found.window == window(case)
    plan = sequence(compile_case(case), beside=False)
    assert plan is not None
    assert found.sequence == plan.way
    assert None not in (found.scenarios, found.drift, found.window, found.sequence)


def test_a_case_that_looks_nowhere_has_none() -> None:
    assert outlook(two_issue_case()) == Outlook(None, None, None, None)


def test_what_cannot_be_told_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object, **__: object) -> None:
        raise ChangeError(("issues",), "a state and a date exclude each other")

    def unproved(*_: object, **__: object) -> None:
        raise NotProved("too many effects")

    monkeypatch.setattr(module, "window", never)
    monkeypatch.setattr(module, "sequence", unproved)
    found = outlook(full_case())

    assert found.window is None
    assert found.sequence is None
    assert found.scenarios is not None
