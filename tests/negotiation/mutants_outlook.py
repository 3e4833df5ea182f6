"""Faults in scenarios, obstacles, shares and views, each to be caught by the oracle.

Kept apart from the faults in the rest of the engine; they run on cases with an outlook.
"""

from __future__ import annotations

from tests.negotiation.mutant import Mutant

CHANGE = "case/change.py"
SITUATION = "case/situation.py"
DIVISIBLE = "case/divisible.py"
PREFERENCE = "case/preference.py"
SHAPLEY = "solve/shapley.py"
MINIMAL = "solve/minimal_sets.py"
MOULDING = "negotiation/moulding.py"
QUESTION = "negotiation/question.py"
TARGET = "negotiation/target.py"
OPENING = "negotiation/opening.py"
BOTTLENECK = "negotiation/bottleneck.py"
EX_ANTE = "negotiation/ex_ante.py"
REACH = "negotiation/reach.py"

OUTLOOK = (
    Mutant(
        "a lifted obstacle must bring a point more than before",
        REACH,
        "(Row(p), least * m)",
        "(Row(p), least * m + 1)",
    ),
    Mutant(
        "weights are not rescaled",
        CHANGE,
        "if not total or left < 0 or left == total:",
        "if True:",
    ),
    Mutant(
        "the weights that are set are rescaled too",
        CHANGE,
        "if issue in kept else weight",
        "if issue else weight",
    ),
    Mutant(
        "only the mode is rescaled",
        CHANGE,
        'for end in ("low", "mode", "high")',
        'for end in ("mode",)',
    ),
    Mutant("null leaves a key", CHANGE, "            base.pop(key, None)\n", "            pass\n"),
    Mutant("null leaves an element", CHANGE, "                del held[name]\n", ""),
    Mutant(
        "a change forgets what stood there",
        CHANGE,
        "base = dict(held or {})",
        "base = {k: v for k, v in (held or {}).items() if k not in ('scores', 'objectives')}",
    ),
    Mutant(
        "of two changes the earlier holds",
        CHANGE,
        "            into[key] = value\n",
        "            into.setdefault(key, value)\n",
    ),
    Mutant(
        "changes of one element replace each other",
        CHANGE,
        "into[key] = dict(below) if isinstance(below, Mapping) else {}",
        "into[key] = {}",
    ),
    Mutant("given is ignored", SITUATION, "states[given]", "next(iter(states))"),
    Mutant(
        "probabilities add up",
        SITUATION,
        "probability *= chance(",
        "probability += chance(",
    ),
    Mutant(
        "third parties' options do not hold",
        SITUATION,
        '{"issues": held} if held else {}',
        "{}",
    ),
    Mutant(
        "an entry holds on its last day and after",
        SITUATION,
        "and (entry.until is None or day < entry.until)",
        "",
    ),
    Mutant(
        "later entries come first",
        SITUATION,
        "key=lambda item: item[1].from_)",
        "key=lambda item: item[1].from_, reverse=True)",
    ),
    Mutant(
        "later knowledge is known before",
        SITUATION,
        "if day < case.as_of:",
        "if day > case.as_of:",
    ),
    Mutant(
        "everybody believes alike",
        SITUATION,
        "if belief.holder == holder)",
        "if belief.holder)",
    ),
    Mutant(
        "a share like the option nearer no agreement",
        DIVISIBLE,
        "away = high if share > base else low",
        "away = low if share > base else high",
    ),
    Mutant(
        "shares count from nothing, not from what holds",
        DIVISIBLE,
        "if option == held), Fraction(0))",
        "if option == 0), Fraction(0))",
    ),
    Mutant(
        "a share calls on nobody",
        DIVISIBLE,
        '("controller", "track", "confidential", "calls")',
        '("controller", "track", "confidential")',
    ),
    Mutant(
        "shares are worth what the lower mark is",
        PREFERENCE,
        "found[name] = found[low] + (found[high] - found[low]) * part",
        "found[name] = found[low]",
    ),
    Mutant(
        "shares as if the marks stood at the ends",
        PREFERENCE,
        "part = ((option.share or Fraction(0)) - least) / (most - least)",
        "part = option.share or Fraction(0)",
    ),
    Mutant(
        "Shapley by the size of the rest",
        SHAPLEY,
        "share = orders[min(mask.bit_count(), size - 1)]",
        "share = orders[0]",
    ),
    Mutant(
        "an interval is level if its lower half is",
        SHAPLEY,
        "if ask(low) == ask(high):",
        "if ask(low) == ask(low | (high & ~low) & -(high & ~low)):",
    ),
    Mutant(
        "sets that hit more than they must",
        MINIMAL,
        "kept = {one for one in hitting if one & lacking}",
        "kept = {one for one in hitting if one >= lacking}",
    ),
    Mutant(
        "sets that are not minimal",
        MINIMAL,
        "if not any(other <= one for other in kept)",
        "",
    ),
    Mutant(
        "the largest sets first",
        MINIMAL,
        "return len(one), sorted(one)",
        "return -len(one), sorted(one)",
    ),
    Mutant(
        "one opening set is enough",
        MINIMAL,
        "if not untried or len(found) >= limit:",
        "if not untried or found:",
    ),
    Mutant(
        "lifted reserves are asked",
        MOULDING,
        'if f"principals.{principal}.reserve" not in question.lifted:',
        "if principal:",
    ),
    Mutant(
        "reserves are no obstacles",
        QUESTION,
        "            if p.reserve_removable\n",
        "            if not p\n",
    ),
    Mutant(
        "every reserve is an obstacle",
        QUESTION,
        "            if p.reserve_removable\n",
        "            if p.reserve\n",
    ),
    Mutant(
        "a target's options are not asked",
        TARGET,
        "if o == option)",
        "if o)",
    ),
    Mutant(
        "a target's gains are not asked",
        TARGET,
        "for party, least in target.gain.items())",
        "for party, least in ())",
    ),
    Mutant(
        "a target is reached where somebody gains nothing",
        TARGET,
        "if all(value > 0 for value in point.values)",
        "if all(value >= 0 for value in point.values)",
    ),
    Mutant(
        "the sets for a target are those for none",
        OPENING,
        "asked = target or Target()",
        "asked = Target()",
    ),
    Mutant(
        "reserves fall to nothing",
        OPENING,
        "places[p]: max(Fraction(0), payoffs.reserve[p] - value)",
        "places[p]: max(Fraction(0), payoffs.reserve[p])",
    ),
    Mutant(
        "reserves fall by the most",
        OPENING,
        "return min(falls, key=lambda fall: (sum(fall.values()), [*fall.values()]))",
        "return max(falls, key=lambda fall: (sum(fall.values()), [*fall.values()]))",
    ),
    Mutant(
        "a ratifier's reserve stays when it falls",
        BOTTLENECK,
        'whole = zone(case, frozenset({f"ratifiers.{party}"}))',
        "whole = zone(case)",
    ),
    Mutant(
        "a principal's reserve stays when it falls",
        BOTTLENECK,
        'asked = zone(case, frozenset({f"principals.{party}.reserve"}))',
        "asked = zone(case)",
    ),
    Mutant(
        "curves count from nothing",
        BOTTLENECK,
        "(payoffs.reserve[party] - point.values[place], ",
        "(-point.values[place], ",
    ),
    Mutant(
        "J falls along a curve",
        BOTTLENECK,
        "if fall > 0 and share > (found[-1].j if found else base):",
        "if fall > 0 and share > base:",
    ),
    Mutant(
        "curves begin below J",
        BOTTLENECK,
        "share > (found[-1].j if found else base)",
        "share > (found[-1].j if found else 0)",
    ),
    Mutant(
        "the bottleneck falls most",
        BOTTLENECK,
        "return min(ranked)[2]",
        "return max(ranked)[2]",
    ),
    Mutant(
        "the most within obstacles",
        BOTTLENECK,
        "Question((Row(party),), lifted=frozenset(obstacles(case)))",
        "Question((Row(party),))",
    ),
    Mutant(
        "what cannot be is weighed",
        EX_ANTE,
        "likely = [(p, payoffs) for p, payoffs in weighted if p]",
        "likely = [(p or Fraction(1, 9), payoffs) for p, payoffs in weighted]",
    ),
    Mutant(
        "expected gains are not weighed",
        EX_ANTE,
        "mine[place] += factor * int(values",
        "mine[place] += (factor // share) * int(values",
    ),
    Mutant(
        "acceptance counts scenarios",
        EX_ANTE,
        "            mine[size] += share\n",
        "            mine[size] += 1\n",
    ),
    Mutant(
        "all choices are efficient",
        EX_ANTE,
        "if not any(all(a >= b for a, b in zip(other, values, strict=True)) for other in kept):",
        "if values:",
    ),
    Mutant(
        "choices are counted once",
        EX_ANTE,
        "count=len(named),",
        "count=1,",
    ),
    Mutant(
        "taking what held and leaving it are one",
        EX_ANTE,
        "and (held != {option})",
        "and (option not in held)",
    ),
    Mutant(
        "nothing can be left as it stands",
        EX_ANTE,
        "return taken if outside else [0, *taken]",
        "return taken or [0]",
    ),
    Mutant(
        "the last choice is canonical",
        EX_ANTE,
        '[named[choice].get(issue, "") for issue in case.issues]',
        '[named[choice].get(issue, "z") for issue in case.issues]',
    ),
)
