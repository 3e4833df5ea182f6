"""A case as a GENIUS scenario: one file for its domain, and one for each principal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from math import lcm
from pathlib import Path
from typing import Literal
from xml.sax.saxutils import quoteattr

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.case.case import Case
from detente.files.genius.decimals import DIGITS, decimal, nearest
from detente.files.genius.paths import ENDING, xml_files
from detente.files.genius.refusals import refusals
from detente.files.genius.scale import Scaled, scaled

Form = Literal["genius", "negmas"]
FORMS: tuple[Form, ...] = ("genius", "negmas")


def genius_files(case: Case, out: Path, form: Form) -> dict[Path, bytes]:
    """Return the files of a scenario that GENIUS or NegMAS reads: bytes by path.

    Parameters
    ----------
    case
        The case; of its estimates the modes are written.
    out
        The folder.
    form
        ``genius`` writes whole evaluations, which GENIUS divides by the largest of the issue: the
        files say exactly what the case says. NegMAS multiplies weight and evaluation as they stand,
        in doubles: ``negmas`` writes evaluations that are divided already, to the nearest double
        where their digits do not end. It leaves discount factors out: of a party that has one,
        NegMAS 0.16 reads no reservation value.

    Raises
    ------
    InputError
        With everything that cannot be said (G809), or when the folder holds XML already (U602).

    Examples
    --------
    >>> from detente.testing import two_issue_case
    >>> [path.name for path in genius_files(two_issue_case(), Path("out"), "genius")]
    ['two-issues-domain.xml', 'A.xml', 'B.xml']
    """
    _refuse_folder(out)
    problems = list(refusals(case))
    found = {party: scaled(case, party) for party in case.principals}
    for party, one in found.items():
        if max(map(len, _numbers(one, form))) > DIGITS:
            said = f"principals.{party}: its numbers need decimals of over {DIGITS} signs"
            problems.append(Problem("G809", said, path=f"principals.{party}"))
    if problems:
        raise InputError(problems)
    name = f"{case.id}-domain"
    while name.casefold() in {party.casefold() for party in case.principals}:
        name += "_"
    files = {f"{name}{ENDING}": _domain(case)}
    files |= {f"{party}{ENDING}": _space(case, party, one, form) for party, one in found.items()}
    return {out / name: text.encode() for name, text in files.items()}


def _numbers(one: Scaled, form: Form) -> Iterator[str]:
    yield from (nearest(value) for value in (*one.weights.values(), one.reservation))
    for row in one.evaluations.values():
        yield from _evaluations(row, form).values()


def _refuse_folder(out: Path) -> None:
    if out.is_dir() and xml_files(out):
        said = f"{out} holds XML already, which would be read as part of the scenario"
        raise InputError([Problem("U602", said, hint="name another folder")])


def _domain(case: Case) -> str:
    lines = [
        "<negotiation_template>",
        f'<utility_space number_of_issues="{len(case.issues)}">',
        _objective(case, case.title),
    ]
    for number, (issue_id, name) in enumerate(_issue_names(case).items(), 1):
        lines.append(_issue(number, name))
        for place, (option, value) in enumerate(_values(case, issue_id).items(), 1):
            about = quoteattr(option)
            lines.append(
                f'    <item index="{place}" value={quoteattr(value)} cost="0" description={about}/>'
            )
        lines.append("  </issue>")
    return "\n".join([*lines, "</objective>", "</utility_space>", "</negotiation_template>", ""])


def _space(case: Case, party: str, one: Scaled, form: Form) -> str:
    discount = case.principals[party].discount
    lines = ["<utility_space>", _objective(case, _meaning(one, discount, form))]
    for number, (issue_id, name) in enumerate(_issue_names(case).items(), 1):
        lines.append(_issue(number, name))
        values = _values(case, issue_id)
        lines.extend(_items(values, one.evaluations[issue_id], form))
        lines.append("  </issue>")
    for number, issue_id in enumerate(case.issues, 1):
        lines.append(f'  <weight index="{number}" value="{nearest(one.weights[issue_id])}"/>')
    lines.append("</objective>")
    if discount is not None and form == "genius":
        lines.append(f'<discount_factor value="{nearest(discount)}"/>')
    lines.append(f'<reservation value="{nearest(one.reservation)}"/>')
    return "\n".join([*lines, "</utility_space>", ""])


def _meaning(one: Scaled, discount: Fraction | None, form: Form) -> str:
    """Return what the numbers of a utility space do not say themselves."""
    said = []
    if one.unit != 1:
        said.append(f"one point of the case is {decimal(one.unit) or one.unit} of utility")
    if discount is not None and form == "negmas":
        left = "left out, for with it NegMAS reads no reservation value"
        said.append(f"the discount factor {nearest(discount)} is {left}")
    return "; ".join(said)


def _objective(case: Case, description: str) -> str:
    about = f"name={quoteattr(case.id)} description={quoteattr(description)}"
    return f'<objective index="0" etype="objective" type="objective" {about}>'


def _issue(number: int, name: str) -> str:
    kind = 'etype="discrete" type="discrete" vtype="discrete"'
    return f'  <issue index="{number}" {kind} name={quoteattr(name)}>'


def _items(
    values: Mapping[str, str], evaluations: Mapping[str, Fraction], form: Form
) -> Iterator[str]:
    texts = _evaluations(evaluations, form)
    for place, (option, value) in enumerate(values.items(), 1):
        said = f'value={quoteattr(value)} evaluation="{texts[option]}"'
        yield f'    <item index="{place}" {said}/>'


def _evaluations(shares: Mapping[str, Fraction], form: Form) -> dict[str, str]:
    """Return evaluations as text: in whole numbers, or for NegMAS as shares of the largest."""
    if form == "negmas":
        return {option: nearest(share) for option, share in shares.items()}
    whole = lcm(*(share.denominator for share in shares.values()))
    return {option: str(int(share * whole)) for option, share in shares.items()}


def _issue_names(case: Case) -> dict[str, str]:
    return _apart([*case.issues], [issue.name for issue in case.issues.values()])


def _values(case: Case, issue: str) -> dict[str, str]:
    options = case.issues[issue].options
    return _apart([*options], [option.name for option in options.values()])


def _apart(ids: Sequence[str], names: Sequence[str]) -> dict[str, str]:
    """Return what elements are called by their ids: by their names, or by ids if two are alike."""
    alike = len({*names}) < len(names)
    return dict(zip(ids, ids if alike else names, strict=True))
