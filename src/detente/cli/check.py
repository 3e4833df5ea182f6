"""``detente check``: every problem of a case."""

from __future__ import annotations

import json

import click

from detente.base.errors import InputError
from detente.case.outlook_numbers import every_number
from detente.cli.options import console, format_option, print_json
from detente.cli.problems import as_json, print_problems
from detente.files.opened import OpenedCase, open_case


@click.command("check")
@click.argument("case", metavar="CASE")
@format_option
def command(case: str, form: str) -> int:
    """Find every problem of CASE; say what it holds when there is none."""
    try:
        opened = open_case(case)
    except InputError as error:
        if form == "json":
            problems = [as_json(problem) for problem in error.problems]
            print_json(json.dumps({"case": case, "problems": problems}, indent=2))
        else:
            print_problems(error.problems)
        return error.exit_status
    holds = _holds(opened)
    if form == "json":
        print_json(json.dumps({"case": opened.case.id, "problems": [], "holds": holds}, indent=2))
    else:
        parts = ", ".join(_counted(number, name) for name, number in holds.items() if number)
        console().print(f"{opened.case.id}: no problem. It holds {parts}.", soft_wrap=True)
    return 0


_SINGULAR = {
    "third parties": "third party",
    "dated entries": "dated entry",
    "wishes": "wish",
}


def _counted(number: int, names: str) -> str:
    singular = _SINGULAR.get(names, names.removesuffix("s"))
    return f"{number:,} {singular if number == 1 else names}"


def _holds(opened: OpenedCase) -> dict[str, int]:
    case = opened.case
    return {
        "principals": len(case.principals),
        "ratifiers": len(case.ratifiers),
        "third parties": len(case.third_parties),
        "issues": len(case.issues),
        "options": sum(len(issue.options) for issue in case.issues.values()),
        "constraints": len(case.constraints),
        "linkages": len(case.linkages),
        "commitments": len(case.commitments),
        "shocks": len(case.shocks),
        "dated entries": len(case.dated),
        "beliefs": len(case.beliefs),
        "judgement sets": len(case.judgement_sets),
        "steps": len(case.steps),
        "wishes": len(case.wishes),
        "claims": len(case.claims),
        "numbers": len(every_number(case)),
        "facts": len(case.facts),
        "events": len(opened.events),
    }
