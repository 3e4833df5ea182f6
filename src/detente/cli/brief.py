"""``detente brief``: everything at once."""

from __future__ import annotations

from pathlib import Path

import click

from detente.cli.aside import aside
from detente.cli.held import held_for
from detente.cli.options import (
    answer_options,
    console,
    draws_option,
    notes,
    print_json,
    seed_option,
)
from detente.cli.own import OWN
from detente.cli.progress import progress
from detente.cli.situation import situated, situation_options
from detente.cli.writing import refuse_others, write_files
from detente.files.judged import open_judged
from detente.report.text import print_brief
from detente.solve.tally import counting
from detente.study.brief import DRAWS, brief
from detente.study.outlook import outlook


@click.command("brief")
@click.argument("case", metavar="CASE")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Also write brief.html, brief.md and brief.json into this folder; only a file that an "
    "earlier run wrote is replaced.",
)
@click.option(
    "--claims",
    is_flag=True,
    help="Also try each claim by taking away what carries it, as 'detente claims' does.",
)
@draws_option(DRAWS, "; one draw in four is answered anew")
@seed_option
@click.option("--store", "folder", metavar="PATH", help="The record's folder.")
@situation_options
@answer_options
def command(
    case: str,
    out: Path | None,
    claims: bool,
    draws: int,
    seed: int,
    folder: str | None,
    as_of: str | None,
    scenario: str | None,
    form: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Print everything about CASE at once: the answer in a few sentences, then its tables."""
    opened, states = situated(open_judged(case), as_of, scenario)
    if out is not None:
        refuse_others(out, OWN)
    held = held_for(opened.case, folder)
    ahead = aside(lambda: outlook(opened.case, opened.input_hash))
    with counting() as tally, progress(quiet=quiet, verbose=verbose) as tell:
        result = brief(
            opened.case,
            opened.events,
            opened.input_hash,
            tell,
            states,
            try_claims=claims,
            ahead=ahead,
            draws=draws,
            seed=seed,
            kept=held,
        )
        written = []
        if out is not None:
            tell("drawing figures", 0, 1)
            # Templates and figures are loaded where they are wanted: text needs neither.
            from detente.report.html import render_html  # noqa: PLC0415
            from detente.report.markdown import render_markdown  # noqa: PLC0415

            written = write_files(
                out,
                {
                    "brief.html": render_html(opened.case, result),
                    "brief.md": render_markdown(opened.case, result),
                    "brief.json": result.model_dump_json(indent=2) + "\n",
                },
            )
    if form == "json":
        print_json(result.model_dump_json(indent=2))
    else:
        print_brief(console(), opened.case, result)
    if verbose:
        notes().print(tally.told(), soft_wrap=True, highlight=False)
    if not quiet:
        for path in written:
            notes().print(f"wrote {path}", soft_wrap=True)
