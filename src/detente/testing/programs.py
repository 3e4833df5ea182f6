"""Programs drawn at random, as large as wanted: with ties between variables, or without."""

from __future__ import annotations

import random
from collections.abc import Sequence

from detente.solve.program import Charge, Choice, Gate, Program, Rule, Term, Vector

_SHARED = 0.95
_MIXES = 101


def plain_program(
    seed: int,
    variables: int,
    options: int,
    *,
    magnitude: int = 10**6,
    principals: int = 2,
    opposed: bool = True,
) -> Program:
    """Return a program without ties: rows of whole numbers, and each row an objective.

    Parameters
    ----------
    seed
        The same seed gives the same program everywhere.
    variables, options
        How many variables, and how many options each of them has; 1 or more.
    magnitude
        Amounts lie within ± this, in whole numbers.
    principals
        How many rows, all of them objectives.
    opposed
        Draw 19 parts in 20 of an option's amounts so that they add up to nothing over the
        principals (of two, the second is the first with its sign turned, and a little noise);
        otherwise all are drawn freely.

    Examples
    --------
    >>> plain_program(1, 1, 2, magnitude=100).unary
    (((-65, 65), (6, -1)),)
    """
    rng = random.Random(seed)  # noqa: S311 (a draw to try things on, nothing secret)
    unary = _unary(rng, variables, options, magnitude, principals, opposed)
    places = (tuple(range(options)),) * variables
    return Program(places, places, (0,) * principals, unary, tuple(range(principals)))


def tied_program(
    seed: int,
    *,
    variables: int,
    options: int,
    magnitude: int = 10**6,
    forbidden: int = 0,
    ratifiers: int = 0,
    principals: int = 2,
    linkages: int = 0,
    charges: int = 0,
    opposed: bool = True,
) -> Program:
    """Return a program whose variables are tied: exclusions, ratifiers, linkages and charges.

    The principals' amounts are those of :func:`plain_program` with the same seed. Each kind of tie
    is drawn by itself: more of one leaves the others as they are, ratifiers' floors excepted.

    Parameters
    ----------
    seed, variables, options, magnitude, principals, opposed
        As for :func:`plain_program`.
    forbidden
        Pairs of options of two variables that exclude each other; no pair is drawn twice.
    ratifiers
        Rows that are no objectives, drawn freely within ± magnitude, each with a gate. Gates are
        called by one option in two of every variable, those of every third ratifier always. The
        floors lie at one and the same share of what each sees in the packages best for some
        weighted sum of the principals, ties aside: at the least share at which half of these
        packages or more are rejected by some ratifier.
    linkages
        Pairs of variables of which three combinations bring amounts to the principals, within
        ± a quarter of the magnitude.
    charges
        Amounts that one principal loses once, up to a quarter of the magnitude, if any of three
        options is chosen.

    Raises
    ------
    ValueError
        When there are not as many pairs to forbid.

    Examples
    --------
    >>> program = tied_program(1, variables=4, options=3, forbidden=5, ratifiers=2)
    >>> len(program.rules), len(program.gates), len(program.start), program.objectives
    (5, 2, 4, (0, 1))
    """
    plain = plain_program(
        seed, variables, options, magnitude=magnitude, principals=principals, opposed=opposed
    )

    def draws(kind: str) -> random.Random:
        """Return a draw of its own for each kind of tie, so that more of one changes no other."""
        return random.Random(f"{kind} of {seed}")  # noqa: S311

    rng = draws("ratifiers")
    assents = tuple(
        tuple(
            tuple(rng.randint(-magnitude, magnitude) for _ in range(ratifiers))
            for _ in range(options)
        )
        for _ in range(variables)
    )
    called = [None if k % 3 == 2 else _half(rng, variables, options) for k in range(ratifiers)]
    rest = (0,) * ratifiers
    part = max(1, magnitude // 4)

    links, dues = draws("linkages"), draws("charges")

    def amounts() -> Vector:
        return (*(links.randint(-part, part) for _ in range(principals)), *rest)

    terms = []
    for _ in range(linkages):
        scope = tuple(sorted(links.sample(range(variables), 2)))
        met = [(links.randrange(options), links.randrange(options)) for _ in range(3)]
        terms.append(Term(scope, {combination: amounts() for combination in met}))
    due = []
    for _ in range(charges):
        triggers = frozenset((dues.randrange(variables), dues.randrange(options)) for _ in range(3))
        loser, loss = dues.randrange(principals), dues.randint(1, part)
        due.append(Charge(triggers, (*(-loss * (p == loser) for p in range(principals)), *rest)))
    return Program(
        domains=plain.domains,
        order=plain.order,
        start=(*plain.start, *rest),
        unary=tuple(
            tuple((*own, *other) for own, other in zip(owns, others, strict=True))
            for owns, others in zip(plain.unary, assents, strict=True)
        ),
        objectives=plain.objectives,
        terms=tuple(terms),
        rules=_pairs(draws("pairs"), variables, options, forbidden),
        charges=tuple(due),
        gates=_gates(plain, assents, called),
    )


def _unary(
    rng: random.Random,
    variables: int,
    options: int,
    magnitude: int,
    principals: int,
    opposed: bool,
) -> tuple[tuple[Vector, ...], ...]:
    share = _SHARED if opposed and principals > 1 else 0.0
    widest = 2 * (principals - 1) / principals if share else 1.0

    def vector() -> Vector:
        drawn = [rng.uniform(-1, 1) for _ in range(principals)]
        mean = sum(drawn) / principals
        free = [rng.uniform(-1, 1) for _ in range(principals)]
        return tuple(
            round(magnitude * (share * (one - mean) / widest + (1 - share) * other))
            for one, other in zip(drawn, free, strict=True)
        )

    return tuple(tuple(vector() for _ in range(options)) for _ in range(variables))


def _half(rng: random.Random, variables: int, options: int) -> frozenset[Choice]:
    """Return one option in two of every variable."""
    return frozenset(
        (variable, option)
        for variable in range(variables)
        for option in rng.sample(range(options), (options + 1) // 2)
    )


def _pairs(rng: random.Random, variables: int, options: int, number: int) -> tuple[Rule, ...]:
    if number > variables * (variables - 1) // 2 * options**2:
        raise ValueError(f"there are fewer than {number} pairs of options of two variables")
    drawn: dict[tuple[tuple[int, ...], tuple[int, int]], None] = {}
    while len(drawn) < number:
        scope = tuple(sorted(rng.sample(range(variables), 2)))
        drawn[scope, (rng.randrange(options), rng.randrange(options))] = None
    return tuple(Rule(scope, frozenset({combination})) for scope, combination in drawn)


def _gates(
    plain: Program,
    assents: Sequence[Sequence[Vector]],
    called: Sequence[frozenset[Choice] | None],
) -> tuple[Gate, ...]:
    """Return a gate for each ratifier, which together reject half of the best packages."""
    if not called:
        return ()
    packages = _supported(plain)
    seen = [
        [sum(assents[v][o][k] for v, o in enumerate(package)) for package in packages]
        for k in range(len(called))
    ]
    asked = [
        [triggers is None or not triggers.isdisjoint(enumerate(package)) for package in packages]
        for triggers in called
    ]
    ordered = [sorted(values) for values in seen]
    floors: list[int] = []
    for place in range(len(packages)):
        floors = [values[place] for values in ordered]
        rejected = sum(
            any(asked[k][n] and seen[k][n] < floor for k, floor in enumerate(floors))
            for n in range(len(packages))
        )
        if 2 * rejected >= len(packages):
            break
    first = len(plain.start)
    return tuple(
        Gate(first + k, floor, triggers)
        for k, (floor, triggers) in enumerate(zip(floors, called, strict=True))
    )


def _supported(plain: Program) -> list[tuple[int, ...]]:
    """Return the packages that are best for some weighted sum of the principals."""
    principals = len(plain.objectives)
    rng = random.Random("mixes")  # noqa: S311
    found: dict[tuple[int, ...], None] = {}
    for step in range(_MIXES):
        if principals == 2:
            weights = [step, _MIXES - 1 - step]
        else:
            weights = [rng.randint(1, _MIXES) for _ in range(principals)]
        worth = [
            [sum(w * x for w, x in zip(weights, vector, strict=True)) for vector in vectors]
            for vectors in plain.unary
        ]
        found[tuple(values.index(max(values)) for values in worth)] = None
    return list(found)
