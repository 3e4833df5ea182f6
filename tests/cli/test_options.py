import click
import pytest

from detente.cli.options import (
    WIDTH,
    answer_options,
    console,
    draws_option,
    notes,
    print_json,
    seconds_option,
    seed_option,
)


@pytest.mark.parametrize(("columns", "width"), [(None, WIDTH), ("70", 70)])
def test_the_width_is_that_of_columns(
    columns: str | None, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    if columns:
        monkeypatch.setenv("COLUMNS", columns)

    assert console().width == width


def test_answers_and_notes_go_apart(capsys: pytest.CaptureFixture[str]) -> None:
    console().print("[bold]answer :smile:")
    notes().print("note")
    print_json("{}")

    assert capsys.readouterr() == ("[bold]answer :smile:\n{}\n", "note\n")


def test_options_of_draws_and_time_say_what_they_are_of() -> None:
    @click.command()
    @draws_option(7, "; so it is")
    @seed_option
    @seconds_option(" for each plan")
    def command(draws: int, seed: int, seconds: float | None) -> None: ...

    draws, seed, seconds = (p for p in command.params if isinstance(p, click.Option))
    assert (draws.default, seed.default) == (7, 0)
    assert str(draws.help).endswith("from its range; so it is.")
    assert str(seconds.help).startswith("How long to try for each plan. ")


def test_a_command_that_answers_has_all_options() -> None:
    @click.command()
    @answer_options
    def command(form: str, quiet: bool, verbose: bool) -> None: ...

    assert {option for p in command.params for option in p.opts} == {
        "--format",
        "-q",
        "--quiet",
        "-v",
        "--verbose",
    }
