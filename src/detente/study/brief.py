"""Everything at once: the brief of a case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import ceil

from detente.base.event import Event
from detente.base.exact import Exact
from detente.base.result import Provenance, Result
from detente.case.case import Case
from detente.case.outlook_numbers import every_number
from detente.case.preference import scores
from detente.negotiation.payoff import Payoffs, compile_case
from detente.study.agreement import AgreementResult, agreement
from detente.study.beliefs import BeliefsResult, beliefs
from detente.study.blocks import BlocksResult, blocks
from detente.study.claims import ClaimsResult, claims
from detente.study.division import DivisionResult, division
from detente.study.drift import DriftResult
from detente.study.judgements import JudgementsResult, judgements
from detente.study.kept_result import KeptResult, nothing_kept
from detente.study.obstacles import ObstaclesResult, find_obstacles
from detente.study.offers import OffersResult, offers
from detente.study.order import OrderResult, order
from detente.study.outcomes import Answers
from detente.study.outlook import Outlook, outlook
from detente.study.qualified import qualified
from detente.study.reach import ReachResult, reach
from detente.study.relation import RelationResult, relation
from detente.study.robustness import robustness
from detente.study.robustness_result import RobustnessResult
from detente.study.scenarios import ScenariosResult
from detente.study.sentences import Sentence, sentences
from detente.study.sequence_result import Way
from detente.study.sets import SetsResult, judgement_sets
from detente.study.tracks import TracksResult, tracks
from detente.study.window_result import WindowResult

Progress = Callable[[str, int, int], None]

DRAWS = 400
"""How many draws a brief tells of, where nothing else is said."""

PART = 4
"""One draw in so many is answered anew."""


class NumberEntry(Result):
    """One number of the case with who answers for it; see :class:`detente.case.numbers.Number`."""

    key: str
    kind: str
    party: str
    issue: str | None
    option: str | None
    objective: str | None
    low: Exact
    mode: Exact
    high: Exact
    judged: bool
    signer: str | None
    reason: str | None
    facts: tuple[str, ...]


class Worth(Result):
    """What an option is to a party: its score, and weight × score / 100 in points."""

    party: str
    issue: str
    option: str
    score: Exact
    points: Exact


class BriefResult(Result):
    """The brief: the sentences, the results they are built from, and every number beneath.

    ``offers`` holds one result for each ordered pair of principals; it is empty where no agreement
    is ``outside``. What the case holds nothing for is ``None``: scenarios without shocks, drift
    without dated entries, and so on. ``scenario`` names the states in which the case was read; it
    is empty where it was read as it stands.
    """

    case: str
    title: str
    question: str | None
    as_of: str
    scenario: dict[str, str]
    sentences: tuple[Sentence, ...]
    relation: RelationResult | None
    kept: KeptResult
    offers: tuple[OffersResult, ...]
    agreement: AgreementResult
    reach: ReachResult
    obstacles: ObstaclesResult
    scenarios: ScenariosResult | None
    drift: DriftResult | None
    window: WindowResult | None
    beliefs: BeliefsResult | None
    sets: SetsResult | None
    tracks: TracksResult
    order: OrderResult | None
    sequence: Way | None
    division: DivisionResult | None
    claims: ClaimsResult | None
    blocks: BlocksResult
    judgements: JudgementsResult
    robustness: RobustnessResult
    worth: tuple[Worth, ...]
    numbers: tuple[NumberEntry, ...]
    provenance: Provenance


def brief(
    case: Case,
    events: Iterable[Event] = (),
    input_hash: str = "",
    progress: Progress | None = None,
    scenario: Mapping[str, str] | None = None,
    *,
    try_claims: bool = False,
    ahead: Callable[[], Outlook] | None = None,
    draws: int = DRAWS,
    seed: int = 0,
    kept: KeptResult | None = None,
) -> BriefResult:
    """Answer everything at once.

    Parameters
    ----------
    case, events
        A consistent case and its chronology.
    input_hash
        SHA-256 of the files read.
    progress
        Called with what is being done, how much of it is done, and how much there is.
    scenario
        The states of shocks in which the case was read, for the brief to say.
    try_claims
        Whether each claim is tried by taking away what carries it, which takes longest of all.
    ahead
        Gives what lies ahead in this case, where it is being worked out elsewhere.
    draws
        How many draws are made from the ranges, 2 or more; a quarter of them are answered anew.
    seed
        Of the draws.
    kept
        What the record holds for the case; nothing without it.

    Raises
    ------
    NotProved
        When the case is too large for the engine.
    """
    tell = progress or (lambda _what, _done, _all: None)
    events = tuple(events)
    payoffs = compile_case(case)
    tell("counting events", 0, 1)
    related = relation(case, events, input_hash)
    tell("what could be agreed", 0, 1)
    agreed = agreement(payoffs, input_hash)
    tell("how far it can go", 0, 1)
    far = reach(payoffs, input_hash)
    tell("what each can offer", 0, 1)
    offered = _offers(payoffs, agreed, input_hash)
    tell("who blocks what", 0, 1)
    blocked = blocks(payoffs, input_hash)
    tell("what stands in the way", 0, 1)
    barred = find_obstacles(payoffs, None, input_hash)
    judged = judgements(
        payoffs, input_hash, lambda done, total: tell("moving judgements", done, total)
    )
    tell("scenarios, dates, the window, steps", 0, 1)
    later = outlook(case, input_hash) if ahead is None else ahead()
    tried = claims(
        case,
        events,
        input_hash,
        (lambda done, total: tell("trying claims", done, total)) if try_claims else None,
        tried=try_claims,
        base=Answers.known(payoffs, events, barred, later.scenarios),
    )
    sure = robustness(
        payoffs,
        input_hash,
        draws=draws,
        seed=seed,
        solves=ceil(draws / PART),
        barred=barred,
        progress=tell,
    )
    said = sentences(
        case,
        related,
        offered,
        agreed,
        far,
        judged,
        barred,
        later.scenarios,
        later.drift,
        tried,
        blocked,
        later.window,
        later.sequence,
    )
    return BriefResult(
        case=case.id,
        title=case.title,
        question=case.question,
        as_of=case.as_of.isoformat(),
        scenario=dict(scenario or {}),
        sentences=tuple(qualified(one, sure.claims, ceil(draws / PART)) for one in said),
        relation=related,
        kept=kept or nothing_kept(case),
        offers=offered,
        agreement=agreed,
        reach=far,
        obstacles=barred,
        scenarios=later.scenarios,
        drift=later.drift,
        window=later.window,
        beliefs=beliefs(case, input_hash),
        sets=judgement_sets(case, input_hash),
        tracks=tracks(payoffs, input_hash),
        order=order(case, input_hash),
        sequence=later.sequence,
        division=division(payoffs, input_hash),
        claims=tried,
        blocks=blocked,
        judgements=judged,
        robustness=sure,
        worth=_worth(payoffs),
        numbers=tuple(
            NumberEntry(
                key=n.key,
                kind=n.kind,
                party=n.party,
                issue=n.issue,
                option=n.option,
                objective=n.objective,
                low=n.low,
                mode=n.mode,
                high=n.high,
                judged=n.judged,
                signer=n.signer,
                reason=n.reason,
                facts=n.facts,
            )
            for n in every_number(case)
        ),
        provenance=Provenance(method="brief", input_hash=input_hash),
    )


def _offers(payoffs: Payoffs, agreed: AgreementResult, input_hash: str) -> tuple[OffersResult, ...]:
    case = payoffs.case
    if case.no_agreement == "outside":
        return ()
    nash = agreed.solutions["nash"].point.package if agreed.solutions else None
    return tuple(
        offers(payoffs, giver, taker, nash, input_hash)
        for giver in case.principals
        for taker in case.principals
        if giver != taker
    )


def _worth(payoffs: Payoffs) -> tuple[Worth, ...]:
    case = payoffs.case
    return tuple(
        Worth(
            party=party,
            issue=issue,
            option=option,
            score=score,
            points=payoffs.worth[party][issue][option],
        )
        for party in case.parties
        for issue in case.issues
        for option, score in scores(case, party, issue, payoffs.values).items()
    )
