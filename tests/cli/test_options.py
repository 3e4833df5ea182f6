import click
import pytest

from detente.cli.options import WIDTH, answer_options, console, notes, print_json


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
