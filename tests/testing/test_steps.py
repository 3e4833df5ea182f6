from collections import Counter

from detente.case.consistency import findings
from detente.testing.steps import random_steps


def test_drawn_cases_are_consistent_and_of_every_kind() -> None:
    seen: Counter[str] = Counter()
    for seed in range(80):
        case, package = random_steps(seed)
        assert not [*findings(case)]
        assert all(option in case.issues[issue].options for issue, option in package.items())
        seen["effects"] += any(step.effects for step in case.steps.values())
        seen["after"] += any(step.after for step in case.steps.values())
        seen["wishes"] += bool(case.wishes)
        seen["bars"] += bool(case.calendar)
        for key in ("exposure", "capacity", "impatience"):
            seen[key] += any(getattr(p, key) is not None for p in case.principals.values())

    assert len(seen) == 7
    assert min(seen.values()) > 5


def test_the_same_seed_gives_the_same_case() -> None:
    assert random_steps(4) == random_steps(4)
