"""``detente elicit``: one party's swing weights, asked for and written as a judgement set."""

from __future__ import annotations

import re
import shlex
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError

from detente.base.errors import InputError
from detente.base.estimate import Estimate
from detente.base.problem import Problem
from detente.case.case import Case, Signer
from detente.case.comparison import conditions
from detente.case.numbers import party_key
from detente.cli import asking
from detente.cli.conversation import Conversation, print_weights, ranged
from detente.cli.writing import new_file, refuse_existing, refuse_read_only, replace_file
from detente.files.case_file import parse_case
from detente.files.edit import put
from detente.files.opened import chronology_beside, open_case, read_text
from detente.files.resolve import SUFFIXES, is_builtin, resolve
from detente.files.yaml_text import block, settled


@dataclass(frozen=True)
class Target:
    """The file that is read, and the one that is written; the same where ``out`` is ``None``."""

    path: Path
    shown: str
    out: Path | None
    chronology: Path | None


@click.command("elicit")
@click.argument("case", metavar="CASE")
@click.option("--party", metavar="P", help="Whose weights: a principal or ratifier, id or name.")
@click.option("--signer", metavar="WHO", help="Who answers for them: a signer's id, or a name.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write a new file, and leave CASE as it is.",
)
def command(case: str, party: str | None, signer: str | None, out: Path | None) -> None:
    """Ask for a party's swing weights by trade-offs, and write them into CASE as a judgement set.

    Comments and layout of the file stay. A built-in case is not changed: a new file is written in
    this folder. Nothing is written before the last question is answered; Ctrl-C leaves all as it
    was.
    """
    opened = open_case(case)
    target = _target(case, opened.case, out)
    whose = _party(opened.case, party)
    who = None if signer is None else signer_of(opened.case, signer)
    talk = Conversation(opened.case, whose)
    if len(talk.swings) < 2:
        click.echo(f"{talk.name} has no two moves to weigh against each other; nothing is asked")
        return
    found = talk.hold()
    print_weights(opened.case, whose, found)
    checked = bool(talk.comparisons)
    click.echo(
        "\nA range runs over all that was said of a move; you may know better."
        if checked
        else "\nNo two moves were judged twice: the answers say nothing of how sure they are."
    )
    if click.confirm("Give the ranges yourself?", default=not checked):
        found = ranged(opened.case, found)
        print_weights(opened.case, whose, found)
    if who is None:
        said = asking.prose(
            "\nWho answers for these judgements? An id or a name", opened.case.signer
        )
        who = signer_of(opened.case, said)
    reason = asking.prose("What do they rest on? A sentence")
    entry = judgement_set(opened.case, whose, who[0], found, f"{_ended(reason)} {talk.note()}")
    into = target.out or target.path
    if not click.confirm(f"Write them into {into}?", default=False):
        click.echo("nothing was written")
        return
    name = _write(target, f"{whose}-{who[0]}-{entry['date']}", entry, who)
    click.echo(
        f"wrote the judgement set {name} into {into}\nnext: detente compare {into} {into}@{name}"
    )


def _target(name: str, case: Case, out: Path | None) -> Target:
    """Return what is read and written; refuse beforehand what could not be written at the end."""
    path = resolve(name)
    shown = path.name if is_builtin(path) else str(path)
    if path.suffix not in SUFFIXES:
        said = f"{shown} is no YAML file, and only those are edited"
        hint = f"write the case as YAML first: detente convert {shlex.quote(name)} NAME.yaml"
        raise InputError([Problem("U602", said, hint=hint)])
    if out is None and is_builtin(path):
        out = Path(f"{path.parent.name}{SUFFIXES[0]}")
    chronology = chronology_beside(case, path)
    if out is None:
        refuse_read_only(path)
    else:
        refuse_existing(out, chronology)
    return Target(path, shown, out, chronology)


def _party(case: Case, said: str | None) -> str:
    """Return the id of the party that an id or a name stands for; ask where nothing is said."""
    parties = case.parties
    if said is None:
        click.echo("Whose weights?")
        asking.listed([party.name for party in parties.values()])
        place = asking.choice("Its number", len(parties))
        assert place is not None
        return [*parties][place]
    found = [p for p, party in parties.items() if said in (p, party.name)] or [
        p
        for p, party in parties.items()
        if said.casefold() in (p.casefold(), party.name.casefold())
    ]
    if len(found) != 1:
        known = ", ".join(parties)
        problem = Problem("U601", f"no party of this case is '{said}'", hint=f"one of {known}")
        raise InputError([problem])
    return found[0]


def signer_of(case: Case, said: str) -> tuple[str, Signer | None]:
    """Return the signer that an id or a name stands for; with its element where it is new.

    Raises
    ------
    InputError
        When the text cannot be a name (U601).

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> signer_of(two_issue_case(), "case author, illustrative")
    ('author', None)
    >>> signer_of(two_issue_case(), "Zoë Müller, Vienna")[0]
    'zoe_muller_vienna'
    """
    for signer, known in case.signers.items():
        if said == signer or said.casefold() == known.name.casefold():
            return signer, None
    try:
        new = Signer(name=said)
    except ValidationError as error:
        raise InputError([Problem("U601", f"'{said}' cannot be the name of a signer")]) from error
    plain = unicodedata.normalize("NFKD", said).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "_", plain.lower()).strip("_")[:40] or "signer"
    return _fresh(stem if stem[0].isalpha() else f"s_{stem}", case.signers, "_"), new


def judgement_set(
    case: Case, party: str, signer: str, found: Mapping[str, Estimate], reason: str
) -> dict[str, Any]:
    """Return weights as a judgement set of a case file, dated today.

    Comparisons of the party's weights that these do not keep are taken away in the set.
    """
    room = party_key(case, party).partition(".")[0]
    points = {issue: {"value": [e.low, e.mode, e.high]} for issue, e in found.items()}
    weights: dict[str, Any] = {"points": points}
    modes = {issue: e.mode for issue, e in found.items()}
    unkept = {
        name: None
        for name, said in case.parties[party].weights.comparisons.items()
        if not all(modes.get(issue) for issue in said.issues)
        or not all(condition.holds(modes) for condition in conditions(said))
    }
    if unkept:
        weights["comparisons"] = unkept
    return {
        "name": f"swing weights of {case.parties[party].name} by trade-offs",
        "signer": signer,
        "date": date.today().isoformat(),
        "reason": reason,
        "changes": {room: {party: {"weights": weights}}},
    }


def _write(target: Target, name: str, entry: dict[str, Any], who: tuple[str, Signer | None]) -> str:
    """Add a judgement set to the file as it is by now, checked before anything is replaced."""
    text = read_text(target.path, target.shown)
    case, problems = parse_case(text, target.shown)
    if case is not None:
        name = _fresh(name[:60], case.judgement_sets, "-")
        signer, new = who
        if new is not None and signer not in case.signers:
            text = put(text, ("signers", signer), {"name": new.name})
        text = put(text, ("judgement_sets", name), entry)
        problems = parse_case(text, target.shown)[1]
    if problems:
        click.echo("\n".join(block(name, settled(entry), 2)), err=True)
        raise InputError(problems)
    if target.out is None:
        replace_file(target.path, text)
    else:
        new_file(target.out, text, target.chronology)
    return name


def _fresh(name: str, known: Iterable[str], sign: str) -> str:
    """Return a name, numbered from 2 where it is taken."""
    taken, number, found = {*known}, 1, name
    while found in taken:
        number += 1
        found = f"{name}{sign}{number}"
    return found


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
