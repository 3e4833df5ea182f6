"""The program's door: finds the command, and turns every failure into its exit status."""

from __future__ import annotations

import difflib
import importlib
import sys
from typing import Any, NoReturn

import click

from detente import __version__
from detente.cli.streams import prepare_streams

COMMANDS = {
    "brief": "Everything at once: text here, and HTML, Markdown and JSON with --out.",
    "check": "Every problem of a case, with file, line and hint.",
    "claims": "What a text claims, what carries it, and which result it moves.",
    "compare": "Two cases, versions or judgement sets: what moved the answer.",
    "convert": "A case as YAML, as a spreadsheet, as CSV tables, or for GENIUS and NegMAS.",
    "drift": "The answer from date to date, and what waiting costs.",
    "elicit": "A party's swing weights, asked for by trade-offs, as a judgement set.",
    "frontier": "The efficient packages and the bargaining solutions.",
    "new": "A new case file, commented, to fill in.",
    "obstacles": "What stands in the way, and the smallest change that opens it.",
    "offers": "What one principal can offer another, and its price.",
    "record": "Files of events added to the record, and what it keeps.",
    "robustness": "How often packages and offers hold over draws from every range.",
    "scenarios": "The answer in each scenario, and before it is known which.",
    "sequence": "The dated steps that lead to a package: what first.",
    "upgrade": "A case of an older form, migrated; comments stay.",
    "window": "How long an agreement stays possible, and what closes the window.",
}
"""The commands, and what each answers; their modules load when they are called."""

INTERRUPTED = 130


class Commands(click.Group):
    """The commands, each loaded when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands' names."""
        return [*COMMANDS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load one command; ``None`` when there is none of that name."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"detente.cli.{cmd_name}").command
        if not isinstance(command, click.Command):
            raise TypeError(f"detente.cli.{cmd_name} holds no command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; where there is none of that name, name the nearest."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            near = difflib.get_close_matches(args[0], COMMANDS, 1)
            if not near:
                raise
            said = f"{error.message} Did you mean '{near[0]}'?"
            raise click.UsageError(said, error.ctx) from error

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; that its reader leaves early is no failure.

        Told here, since click and rich would leave with status 1.
        """
        try:
            return super().invoke(ctx)
        except (BrokenPipeError, SystemExit) as error:
            left = error if isinstance(error, BrokenPipeError) else error.__context__
            if not isinstance(left, BrokenPipeError):
                raise
            from detente.cli.failure import tell  # noqa: PLC0415 - only on the way out

            return tell(left)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what each command answers, without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl([*COMMANDS.items()])


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with: detente brief japan-russia-2017",
)
@click.version_option(__version__, prog_name="detente")
def detente() -> None:
    """Where a relation between states stands, how far it can go, and what each can offer.

    CASE is a YAML file, a workbook (.xlsx), a folder with case.yaml, CSV tables or GENIUS XML, or
    a built-in name; NAME also means NAME.yaml or NAME.xlsx.
    """


def main() -> NoReturn:
    """Run the program and leave with its exit status."""
    prepare_streams()
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit status.

    Returns
    -------
    int
        0 answered, 1 a fault of the program, 2 the input was wrong, 3 not proved, 4 a resource is
        missing, 130 interrupted.
    """
    try:
        status = detente.main(arguments, prog_name="detente", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return 0
    except click.ClickException as error:
        error.show()
        return 2
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except Exception as error:
        from detente.cli.failure import tell  # noqa: PLC0415 - only on the way out

        return tell(error)
    return status if isinstance(status, int) else 0


if __name__ == "__main__":
    main()
