"""The guided conversation about one party's swing weights: questions, answers, the result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import click
from rich.console import Console

from detente.base.estimate import Estimate
from detente.case.case import Case
from detente.case.naming import option_name, possessive
from detente.cli import asking
from detente.cli.options import console
from detente.report.tables import Column
from detente.report.text import table, write
from detente.study.elicitation import (
    GRID,
    MOST,
    Comparison,
    Swing,
    check_pairs,
    disagreements,
    swings,
    weighed,
)

WORTH_MENDING = 10
"""Per cent of difference from which a second look is proposed."""


class Conversation:
    """What is said between the program and one judge about one party.

    Attributes
    ----------
    case, party
        The case, and the id of the party.
    swings
        The moves that are weighed, by issue.
    worths
        The first answers, the yardstick first.
    comparisons
        The direct judgements of pairs.
    """

    def __init__(self, case: Case, party: str) -> None:
        self.case, self.party = case, party
        self.name = case.parties[party].name
        self.swings = {swing.issue: swing for swing in swings(case, party)}
        self.worths: dict[str, Fraction] = {}
        self.comparisons: list[Comparison] = []

    def hold(self) -> dict[str, Estimate]:
        """Ask everything, and return the weights that the answers come to."""
        self._begin()
        self._weigh()
        self._check()
        self._settle()
        found = weighed(self.worths, self.comparisons)
        return {issue: found[issue] for issue in self.swings}

    def note(self) -> str:
        """Return in a sentence how the weights came about."""
        checked = len(self.comparisons)
        text = (
            f"Swing weights by trade-offs; {checked or 'no'} {'pair' if checked == 1 else 'pairs'} "
        )
        text += "checked directly"
        if checked:
            most = disagreements(self.worths, self.comparisons)[0].percent
            text += f", largest difference {asking.shown(most)} per cent"
        return f"{text}."

    def _begin(self) -> None:
        click.echo(
            f"The swing weights of {self.name}, by trade-offs\n\n"
            "A move leads from what holds without agreement to the option that stands farthest\n"
            f"from it for {self.name}, for better or for worse. A weight says what the whole move\n"
            "is worth, in points; the weights of all moves together are 100 points.\n\n"
            "The moves:"
        )
        asking.listed([self.move(issue) for issue in self.swings])

    def _weigh(self) -> None:
        issues = [*self.swings]
        click.echo("\nAll else stays as it is.")
        question = f"Which of these moves would change most for {self.name}?"
        place = asking.choice(question, len(issues))
        assert place is not None
        first = issues[place]
        click.echo(
            f"\nThat move counts {MOST}: {self.move(first)}.\n"
            "Say what each other move counts beside it. 0: nothing; 50: half as much, so that two\n"
            "such moves would just make up for it; 100: as much. A loss counts as much as the\n"
            "gain that would just make up for it. Decimals and fractions may be given."
        )
        self.worths = {first: MOST}
        others = [issue for issue in issues if issue != first]
        for place, issue in enumerate(others, 1):
            click.echo(f"\n({place} of {len(others)}) {self.move(issue)}")
            self.worths[issue] = self._ask_worth(issue)

    def _ask_worth(self, issue: str, *, above: bool = False) -> Fraction:
        question = f"Where {self._yardstick()} counts {MOST}, {self.issue(issue)} counts"
        return asking.number(question, Fraction(0), MOST, above=above)

    def _yardstick(self) -> str:
        return self.issue(next(iter(self.worths)))

    def _check(self) -> None:
        pairs = check_pairs(self.worths)
        if pairs:
            click.echo(
                "\nThe same moves once more, two at a time and without the first. Where these\n"
                "answers differ from the others, the difference says how sure the weights are."
            )
        for place, pair in enumerate(pairs, 1):
            click.echo(f"\n({place} of {len(pairs)}) {self._which(*pair)}")
            self.comparisons.append(self._compare(*pair))

    def _compare(self, one: str, other: str) -> Comparison:
        asking.listed([self.move(one), self.move(other)])
        place = asking.choice("Its number, or 0 if neither", 2, none=True)
        if place is None:
            return Comparison(one, other, MOST)
        more, less = (one, other) if place == 0 else (other, one)
        question = f"Where that counts {MOST}, {self.issue(less)} counts"
        return Comparison(more, less, asking.number(question, Fraction(0), MOST, above=True))

    def _which(self, one: str, other: str) -> str:
        gains = {self.swings[one].gain, self.swings[other].gain}
        if gains == {True}:
            return f"Which would {self.name} rather have?"
        if gains == {False}:
            return f"Which would {self.name} rather be spared?"
        return f"Which counts more for {self.name}, the gain or the loss?"

    def _settle(self) -> None:
        """Show the largest difference between answers until it is left as it is."""
        while self.comparisons:
            worst = disagreements(self.worths, self.comparisons)[0]
            if not worst.percent:
                click.echo("\nAll answers agree with one another exactly.")
                return
            said = worst.comparison
            more, less = self.issue(said.more), self.issue(said.less)
            click.echo(
                f"\nThe largest difference, {asking.shown(worst.percent)} per cent, is between "
                f"{more} and {less}.\nWhere {more} counts {MOST}, {less} counts "
                f"{asking.shown(said.part)} by the direct answer,\nand "
                f"{asking.shown(worst.implied)} by what both count beside "
                f"{self._yardstick()}."
            )
            if worst.percent >= WORTH_MENDING:
                click.echo(f"A difference of {WORTH_MENDING} per cent or more is worth a look.")
            asking.listed([f"what {more} counts", f"what {less} counts", "the direct answer"])
            place = asking.choice("Which to revise? 0 leaves all as it is", 3, none=True)
            if place is None:
                return
            if place == 2:
                index = self.comparisons.index(said)
                click.echo(f"\n{self._which(said.more, said.less)}")
                self.comparisons[index] = self._compare(said.more, said.less)
            else:
                issue = (said.more, said.less)[place]
                self.worths[issue] = self._ask_worth(issue, above=True)

    def move(self, issue: str) -> str:
        """Return a move in words."""
        swing: Swing = self.swings[issue]
        to = option_name(self.case, issue, swing.anchor)
        start = option_name(self.case, issue, swing.now) if swing.now else "no agreement"
        return (
            f"{self.issue(issue)}: from “{start}” to “{to}”, a {'gain' if swing.gain else 'loss'}"
        )

    def issue(self, issue: str) -> str:
        """Return the name of an issue."""
        return self.case.issues[issue].name


def ranged(case: Case, found: Mapping[str, Estimate]) -> dict[str, Estimate]:
    """Ask for the range of every weight, and return the weights with them."""
    weights = {}
    for issue, estimate in found.items():
        name = case.issues[issue].name
        question = f"{name}, {asking.shown(estimate.mode)} points: between which and which"
        low, high = asking.ends(question, estimate.mode, (estimate.low, estimate.high))
        weights[issue] = Estimate(low=low, mode=estimate.mode, high=high)
    return weights


def print_weights(case: Case, party: str, found: Mapping[str, Estimate]) -> None:
    """Print the weights beside those of the case."""
    held = case.parties[party].weights.points
    rows: list[tuple[str, ...]] = [
        (
            case.issues[issue].name,
            _points(held.get(issue)),
            _points(estimate),
            _change(estimate.mode - (held[issue].mode if issue in held else 0)),
        )
        for issue, estimate in found.items()
    ]
    columns = (
        Column("issue"),
        Column("in the case", number=True),
        Column("by these answers", number=True),
        Column("change", number=True),
    )
    click.echo(
        f"\n{possessive(case.parties[party].name)} weights in points: the weight, its range "
        f"after it.\nThey stand on a grid of {asking.shown(GRID)} points and add up to exactly 100."
        "\n"
    )
    _print(console(), columns, rows)


def _print(to: Console, columns: tuple[Column, ...], rows: Sequence[tuple[str, ...]]) -> None:
    with to.capture() as captured:
        to.print(table(columns, rows))
    write(to, captured.get())


def _points(estimate: Estimate | None) -> str:
    if estimate is None:
        return "none"
    if estimate.low == estimate.high:
        return asking.shown(estimate.mode)
    return " ".join(
        (
            asking.shown(estimate.mode),
            f"({asking.shown(estimate.low)} to {asking.shown(estimate.high)})",
        )
    )


def _change(value: Fraction) -> str:
    sign = {1: "+", 0: "", -1: "−"}[(value > 0) - (value < 0)]
    return f"{sign}{asking.shown(abs(value))}"
