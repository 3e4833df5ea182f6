"""What the commands share: their options, the console, and the one JSON document."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click
from rich.console import Console

from detente.cli.streams import json_for

WIDTH = 100
"""Columns where the output is no terminal and COLUMNS says nothing."""

MOST = 100_000
"""Draws beyond this change no digit that is printed."""

Command = TypeVar("Command", bound=Callable[..., Any])


def format_option(command: Command) -> Command:
    """Add ``--format``."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help="Text for people, or one JSON document.",
    )(command)


def seed_option(command: Command) -> Command:
    """Add ``--seed``."""
    return click.option(
        "--seed",
        type=click.IntRange(min=0, max=2**63 - 1),
        default=0,
        show_default=True,
        help="The same seed gives the same draws.",
    )(command)


def draws_option(default: int, more: str = "") -> Callable[[Command], Command]:
    """Add ``--draws``; ``more`` is what its help says besides."""
    return click.option(
        "--draws",
        type=click.IntRange(min=2, max=MOST),
        default=default,
        show_default=True,
        help=f"How many times every judgement is drawn from its range{more}.",
    )


def seconds_option(tried: str = "", gap: str = "") -> Callable[[Command], Command]:
    """Add ``--seconds``: how long to try for what is ``tried``."""
    return click.option(
        "--seconds",
        type=click.FloatRange(min=0),
        help=f"How long to try{tried}. What is found by then is printed as not proved{gap}, and "
        "the exit status is 3.",
    )


def answer_options(command: Command) -> Command:
    """Add the options of a command that works for its answer."""
    command = format_option(command)
    command = click.option("-q", "--quiet", is_flag=True, help="No progress.")(command)
    return click.option("-v", "--verbose", is_flag=True, help="Say what is done, and when.")(
        command
    )


def console() -> Console:
    """Return the console for answers: standard output."""
    if sys.stdout.isatty() or "COLUMNS" in os.environ:
        return Console(highlight=False, emoji=False, markup=False)
    return Console(highlight=False, emoji=False, markup=False, width=WIDTH)


def notes() -> Console:
    """Return the console for progress and warnings: standard error."""
    return Console(stderr=True, highlight=False, emoji=False, markup=False)


def print_json(text: str) -> None:
    """Print the one JSON document of an answer."""
    click.echo(json_for(text, sys.stdout.encoding or "utf-8"))
