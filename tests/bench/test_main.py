"""The benchmarks run from a terminal: one line for each problem and each who answered it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def _bench(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "bench", *words],
        cwd=ROOT,
        check=False,
        capture_output=True,
        encoding="utf-8",
    )


@pytest.mark.slow
def test_a_chosen_question_is_measured_with_progress_apart() -> None:
    done = _bench("--quick", "--only", "cases")

    assert done.returncode == 0
    assert "cores" in done.stdout.splitlines()[0] or "core;" in done.stdout.splitlines()[0]
    assert "the oracle, every package" in done.stdout
    assert "cases, 2 × 4" in done.stderr
    assert "frontier-additive" not in done.stdout


def test_the_page_is_not_written_of_a_part() -> None:
    done = _bench("--docs", "--only", "cases")

    assert done.returncode == 2
    assert "the whole run" in done.stderr
    assert not done.stdout


def test_a_word_that_no_question_holds_is_refused() -> None:
    done = _bench("--only", "nothing")

    assert done.returncode == 2
    assert "no question holds nothing" in done.stderr
