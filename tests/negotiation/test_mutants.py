"""Every fault put into the engine on purpose is caught by the oracle."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.negotiation.mutant import Mutant
from tests.negotiation.mutants import MUTANTS
from tests.negotiation.mutants_hopes import HOPED
from tests.negotiation.mutants_outlook import OUTLOOK
from tests.negotiation.mutants_together import TOGETHER

ROOT = Path(__file__).parents[2]
EVERY = (*MUTANTS, *HOPED, *TOGETHER, *OUTLOOK)
UNTOUCHED = "the engine as it is"


@pytest.mark.parametrize("mutant", EVERY, ids=lambda mutant: mutant.name)
def test_a_mutant_still_has_its_text(mutant: Mutant) -> None:
    assert mutant.new in mutant.text


def test_names_are_unique() -> None:
    assert len({mutant.name for mutant in EVERY}) == len(EVERY)
    assert len(MUTANTS) >= 70
    assert len(OUTLOOK) >= 40


@pytest.mark.slow
def test_every_mutant_is_caught(say: Callable[[str], None]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.negotiation.mutants"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )

    assert done.returncode == 0, done.stderr
    told: dict[str, str | None] = json.loads(done.stdout)
    assert told.pop(UNTOUCHED) is None
    missed = [name for name, seen in told.items() if seen is None]
    say(f"{len(told)} mutants, {len(told) - len(missed)} caught")
    assert not missed
