"""A utility space of a GENIUS scenario: what every value of every issue brings a party, exactly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from detente.files.genius.decimals import exact
from detente.files.genius.domain import DomainIssue, bounds, kind_of
from detente.files.genius.elements import Element
from detente.files.genius.evaluators import by_table, function_of_value
from detente.files.genius.told import Told

_NOT_ADDITIVE = (
    "utility", "utility_function", "ufun", "hyperRectangle", "hyperrectangle", "INCLUDES",
    "constraint", "constraints", "rule",
)  # fmt: skip
_ADDITIVE = ("", "linear", "additive", "any", "objective")
NONE = Fraction(0)


@dataclass(frozen=True)
class Space:
    """A utility space.

    Attributes
    ----------
    worth
        For each issue of the domain, weight × evaluation of each of its values, in utility.
    reservation
        The utility of no agreement; 0 where the file says none.
    discount
        The discount factor; ``None`` where the file has none.
    """

    worth: tuple[tuple[Fraction, ...], ...]
    reservation: Fraction
    discount: Fraction | None


def read_space(root: Element, issues: Sequence[DomainIssue], say: Told) -> Space | None:
    """Return a utility space, or ``None`` when something is wrong with it, which is then told.

    Of an element that stands twice (a weight, an item) the last one counts, as in GENIUS.

    Parameters
    ----------
    root
        The element ``utility_space``.
    issues
        The issues of the domain; those of the space may stand in any order.
    say
        Tells a problem: G804 where utility is no weighted sum, G805 where the space and its domain
        differ, G806 for numbers, G807 for evaluators.
    """
    if not _additive(root, say):
        return None
    before = len(say.problems)
    elements, weights = _by_name(root, issues, say), _weights(root, say)
    worth = [
        _worth(elements[issue.name], issue, weights, len(issues), say)
        for issue in issues
        if issue.name in elements
    ]
    reservation, discount = _single(root, "reservation", say), _single(root, "discount_factor", say)
    if len(say.problems) > before:
        return None
    return Space(tuple(worth), reservation or NONE, discount)


def _additive(root: Element, say: Told) -> bool:
    kind = (root.get("type") or "").lower()
    other = next(root.within(*_NOT_ADDITIVE), None)
    if kind in _ADDITIVE and other is None:
        return True
    what = f"the utility space is of type '{kind}'" if kind not in _ADDITIVE else ""
    if other is not None:
        what += f"{' and' if what else 'the utility space'} has `{other.name}`"
    line = other.line if kind in _ADDITIVE and other is not None else root.line
    said = f"{what}: its utility is no weighted sum over the issues"
    say("G804", said, line, "only additive utility spaces are read")
    return False


def _by_name(root: Element, issues: Sequence[DomainIssue], say: Told) -> dict[str, Element]:
    found: dict[str, Element] = {}
    names = {issue.name: issue for issue in issues}
    stripped = {issue.name.strip(): issue.name for issue in issues}
    for element in root.within("issue"):
        given = element.get("name") or ""
        name = given if given in names else stripped.get(given.strip())
        if name is None:
            say("G805", f"the domain has no issue '{given}'", element.line)
        elif name in found:
            say("G805", f"'{given}' stands twice in the utility space", element.line)
        else:
            found[name] = element
    for missing in (name for name in names if name not in found):
        say("G805", f"the utility space has no issue '{missing}'", root.line)
    return found


def _index(element: Element) -> int | None:
    text = (element.get("index") or "").strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _weights(root: Element, say: Told) -> dict[int, Fraction]:
    """Return weights by the number of their issue."""
    found: dict[int, Fraction] = {}
    known = {_index(element) for element in root.within("issue", "objective")}
    for element in root.within("weight"):
        index = _index(element)
        try:
            value = exact(element.get("value") or "")
        except ValueError as error:
            say("G806", f"the weight of issue number {index}: {error}", element.line)
            value = NONE
        if index is None:
            say("G806", "a weight does not say by its `index` whose it is", element.line)
        elif index not in known:
            say("G805", f"a weight is for issue number {index}, and there is none", element.line)
        else:
            found[index] = value
    return found


def _worth(
    element: Element,
    issue: DomainIssue,
    weights: Mapping[int, Fraction],
    count: int,
    say: Told,
) -> tuple[Fraction, ...]:
    index = _index(element)
    if index is not None and index in weights:
        weight = weights[index]
    elif count == 1 and not weights:
        weight = Fraction(1)
    else:
        hint = "add `<weight index=… value=…/>`: how much an issue counts is nobody's to guess"
        say("G806", f"'{issue.name}' has no weight", element.line, hint)
        return ()
    return tuple(weight * value for value in _evaluations(element, issue, not weight, say))


def _evaluations(
    element: Element, issue: DomainIssue, bare: bool, say: Told
) -> tuple[Fraction, ...]:
    """Return the evaluations of an issue's values; none where something is wrong, and told."""
    items, evaluators = element.named("item"), element.named("evaluator")
    kind = kind_of(element)
    if items:
        table = _table(items, issue, say)
        try:
            return () if table is None else by_table(table, issue.values)
        except ValueError as error:
            say("G806", f"'{issue.name}': {error}", element.line)
            return ()
    if kind != issue.kind:
        said = f"'{issue.name}' is {kind} here and {issue.kind} in the domain"
        say("G805", said, element.line)
        return ()
    if not evaluators or not issue.numbers:
        if bare:
            return tuple(NONE for _ in issue.values)
        lacks = "item" if issue.kind == "discrete" else "evaluator"
        say("G806", f"'{issue.name}' has a weight and no {lacks}", element.line)
        return ()
    try:
        own = bounds(element)
        lowest = own[0] if own else issue.numbers[0]
        return function_of_value(evaluators[-1], issue.numbers, lowest, issue.kind)
    except ValueError as error:
        say("G807", f"'{issue.name}': {error}", evaluators[-1].line)
        return ()


def _table(items: Sequence[Element], issue: DomainIssue, say: Told) -> dict[str, Fraction] | None:
    """Return the evaluations of an issue's values by name; ``None`` where one is wrong."""
    names = {value: value for value in issue.values}
    names = {value.strip(): value for value in issue.values} | names
    numbers = dict(zip(issue.numbers, issue.values, strict=False))
    found: dict[str, Fraction] = {}
    sound = True
    for item in items:
        given = item.get("value") or ""
        name = names.get(given, names.get(given.strip(), _by_number(given, numbers)))
        if name is None:
            said = f"'{given}' is no value of '{issue.name}' in the domain"
            say("G805", said, item.line)
            sound = False
            continue
        text = item.get("evaluation")
        if text is None:
            continue  # told as missing, unless another item evaluates it
        try:
            found[name] = exact(text)
        except ValueError as error:
            say("G806", f"the evaluation of '{given}': {error}", item.line)
            sound = False
    return found if sound else None


def _by_number(text: str, numbers: Mapping[Fraction, str]) -> str | None:
    try:
        return numbers.get(exact(text)) if numbers else None
    except ValueError:
        return None


def _single(root: Element, name: str, say: Told) -> Fraction | None:
    """Return a number of the whole space; ``None`` where there is none, or it is wrong."""
    elements = root.named(name)
    if not elements or elements[0].get("value") is None:
        return None
    try:
        return exact(elements[0].attributes["value"])
    except ValueError as error:
        say("G806", f"{name}: {error}", elements[0].line)
        return None
