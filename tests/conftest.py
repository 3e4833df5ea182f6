"""What all tests share: the same randomness in every run, and lines told at the end of one."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# Derandomised: a run depends on the code alone. "ci" looks longer, "dev" is for every change.
settings.register_profile("dev", derandomize=True, deadline=None, database=None, max_examples=50)
settings.register_profile("ci", derandomize=True, deadline=None, database=None, max_examples=150)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))

SAID = "said"


@pytest.fixture(autouse=True)
def no_record(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the record of whoever runs the tests out of them."""
    monkeypatch.setenv("DETENTE_STORE", str(tmp_path_factory.getbasetemp() / "no-record"))


@pytest.fixture(scope="session")
def made_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the small record, filled once by the program itself."""
    # Loaded where it is asked for: most tests need neither Ibis nor DuckDB.
    from tests.study.made_record import add_made  # noqa: PLC0415

    return add_made(tmp_path_factory.mktemp("made"))


@pytest.fixture(scope="session")
def icews_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the quarter of ICEWS in it; skip where that is absent."""
    from tests.study.made_record import add_icews  # noqa: PLC0415

    return add_icews(tmp_path_factory.mktemp("icews"))


@pytest.fixture(scope="session")
def states_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the real yearly tables and the made events; skip where absent."""
    from tests.study.made_record import add_states  # noqa: PLC0415

    return add_states(tmp_path_factory.mktemp("states"))


@pytest.fixture
def say(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Tell a line at the end of the run, from whichever process the test runs in."""

    def tell(line: str) -> None:
        request.node.user_properties.append((SAID, line))

    return tell


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    lines = [
        line
        for reports in terminalreporter.stats.values()
        for report in reports
        if getattr(report, "when", None) == "call"
        for name, line in report.user_properties
        if name == SAID
    ]
    if lines:
        terminalreporter.section("told by tests")
    for line in lines:
        terminalreporter.write_line(str(line))
