"""The brief as one HTML page: no script, nothing loaded from elsewhere, every number a link."""

from __future__ import annotations

from fractions import Fraction

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from detente.case.case import Case
from detente.case.naming import moves
from detente.report import html_links as links
from detente.report.figures.acceptability import acceptability
from detente.report.figures.bottleneck import bottleneck, rising
from detente.report.figures.drift import drift
from detente.report.figures.frontier import frontier
from detente.report.figures.judgements import judgements, swings
from detente.report.figures.labels import capital
from detente.report.figures.obstacles import costly, obstacles
from detente.report.figures.offers import offers
from detente.report.figures.reach import reach
from detente.report.figures.recorded import recorded
from detente.report.figures.scenarios import scenarios
from detente.report.figures.sequence import sequence
from detente.report.figures.slopes import slopes, turned
from detente.report.figures.svg import Figure
from detente.report.figures.timeline import timeline
from detente.report.figures.tornado import tornado
from detente.report.figures.window import window
from detente.report.figures.winsets import win_sets
from detente.report.html_packages import REACHED
from detente.report.html_page import Page
from detente.report.html_window import WindowPage
from detente.report.palette import DARK, LIGHT, css_variables
from detente.report.tables.claims import expected_name
from detente.report.tables.division import REASONS
from detente.report.words import SOLUTION_NAMES, measure, points_text, possessive, share_text
from detente.study.brief import BriefResult
from detente.study.qualified import interval_text
from detente.study.sentences import date_text


def render_html(case: Case, brief: BriefResult) -> str:
    """Return the brief of a case as one HTML page.

    Parameters
    ----------
    case
        The case; its texts are untrusted and escaped, and only its web addresses become links.
    brief
        What :func:`detente.study.brief.brief` answered for it.

    Examples
    --------
    >>> from detente.study.brief import brief
    >>> from detente.testing import two_issue_case
    >>> case = two_issue_case()
    >>> render_html(case, brief(case)).splitlines()[0]
    '<!doctype html>'
    """
    page = environment().get_template("brief.html.j2")
    return page.render(page=Page(case, brief), case=case, brief=brief, figures=figures(case, brief))


def figures(case: Case, brief: BriefResult) -> dict[str, Figure]:
    """Return the drawings that a brief has matter for, by name."""
    found: dict[str, Figure] = {}
    if brief.relation is not None and brief.relation.by_quarter:
        found["timeline"] = timeline(brief.relation)
    for place, measured in enumerate(brief.kept.measured):
        if any(period.quads is not None for period in measured.periods):
            found[f"recorded-{place}"] = recorded(measured, f"fig-recorded-{place}")
    for result in brief.offers:
        if result.offers:
            found[links.pair_id("offers", result.giver, result.taker)] = offers(case, result)
    if len(case.principals) == 2:
        found["frontier"] = frontier(case, brief.agreement, brief.reach)
    found["winsets"] = win_sets(case, brief.agreement)
    if brief.reach.obstacles:
        found["reach"] = reach(case, brief.reach)
    if costly(brief.obstacles):
        found["obstacles"] = obstacles(case, brief.obstacles)
    if rising(brief.obstacles):
        found["bottleneck"] = bottleneck(case, brief.obstacles)
    if brief.scenarios is not None:
        found["scenarios"] = scenarios(case, brief.scenarios)
    if brief.drift is not None:
        if turned(case, brief.drift):
            found["slopes"] = slopes(case, brief.drift)
        found["drift"] = drift(brief.drift)
    if brief.window is not None:
        for bar in WindowPage(case, brief.window).drawn():
            ident = f"fig-window-{bar.bar}"
            found[f"window-{bar.bar}"] = window(case, brief.window, bar, ident)
    if brief.sequence is not None and brief.sequence.plan.steps:
        found["sequence"] = sequence(case, brief.sequence)
    if swings(brief):
        found["judgements"] = judgements(case, brief)
    if brief.robustness.packages:
        found["acceptability"] = acceptability(case, brief.robustness)
    for place, answer in enumerate(brief.robustness.sensitivity):
        if answer.influences:
            found[f"tornado-{place}"] = tornado(case, answer, f"fig-tornado-{place}")
    return found


def environment() -> Environment:
    """Return the templates' surroundings: everything escaped, nothing undefined."""
    made = Environment(
        loader=PackageLoader("detente.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        light=Markup(css_variables(LIGHT)),  # noqa: S704 - a table of our own
        dark=Markup(css_variables(DARK)),  # noqa: S704 - a table of our own
        codes_id=links.codes_id,
        costly=costly,
        expected_name=expected_name,
        interval=interval_text,
        measure=measure,
        moves=moves,
        n=links.number,
        number_id=links.number_id,
        option_id=links.option_id,
        pair_id=links.pair_id,
        state_id=links.state_id,
        place_id=links.place_id,
        source=links.source,
        frozenset=frozenset,
        fraction=Fraction,
        left_out=REASONS,
        reached=REACHED,
        solution_names=SOLUTION_NAMES,
    )
    made.filters.update(
        points=points_text,
        share=share_text,
        plain=plain_text,
        day=date_text,
        possessive=possessive,
        capital=capital,
    )
    return made


def plain_text(value: Fraction, *, sign: bool = False) -> str:
    """Return a number as it was given, to two decimals at most, with a true minus sign.

    Examples
    --------
    >>> plain_text(Fraction(40)), plain_text(Fraction(-5, 2)), plain_text(Fraction(2), sign=True)
    ('40', '−2.5', '+2')
    """
    text = f"{abs(float(value)):,.2f}".rstrip("0").rstrip(".")
    if value < 0 and text != "0":
        return f"−{text}"
    return f"+{text}" if sign and value > 0 else text
