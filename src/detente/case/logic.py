"""Whether a case can be: no agreement is feasible, options can be delivered, ties make sense."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from detente.case.case import Case
from detente.case.finding import Finding
from detente.case.issue import Option


def logic(case: Case) -> Iterator[Finding]:
    """Yield what cannot be, in the order of the file."""
    for issue_id, issue in case.issues.items():
        if (issue.status_quo is None) == (case.no_agreement == "status_quo"):
            does = "names none" if issue.status_quo is None else "names one"
            path = ("issues", issue_id)
            yield Finding(
                "C401",
                path if issue.status_quo is None else (*path, "status_quo"),
                f"no agreement is {case.no_agreement}, and {issue_id} {does}",
            )
        for option_id, option in issue.options.items():
            if option.between is None:  # a share repeats the written options beside it
                yield from _option(case, issue_id, option_id, option)
    for party_id, party in case.principals.items():
        if party.reserve_removable and party.reserve is None:
            yield Finding(
                "C424",
                ("principals", party_id, "reserve_removable"),
                f"the reserve of {party_id} is removable and not given",
            )
    yield from _constraints(case)
    yield from _linkages(case)
    yield from _commitments(case)


def _option(case: Case, issue_id: str, option_id: str, option: Option) -> Iterator[Finding]:
    path = ("issues", issue_id, "options", option_id)
    if option_id == case.issues[issue_id].status_quo:
        if option.calls:
            yield Finding(
                "C409", (*path, "calls"), f"'{option_id}' holds already and needs no assent"
            )
    elif not option.controller and option.track is None and not _known(case, {issue_id: ()}):
        pass  # it may be the option of no agreement, which the issue does not name: C203, C401
    elif not option.controller or option.track is None:
        lacks = " and ".join(
            word
            for word, missing in (
                ("controller", not option.controller),
                ("track", option.track is None),
            )
            if missing
        )
        yield Finding("C404", path, f"'{option_id}' names no {lacks}")
    foreign = {*option.controller} & {*case.third_parties} - {*case.principals}
    repeated = len({*option.controller}) < len(option.controller)
    if repeated or len({*option.calls}) < len(option.calls):
        yield Finding("C410", path, f"'{option_id}' names a party twice")
    elif foreign and len(option.controller) > 1:
        yield Finding(
            "C410",
            (*path, "controller"),
            f"'{option_id}' is controlled by a third party and others",
        )
    if option.confidential:
        for ratifier in option.calls:
            if ratifier in case.ratifiers and case.ratifiers[ratifier].kind == "public":
                yield Finding(
                    "C405",
                    (*path, "calls"),
                    f"'{option_id}' is confidential and calls on {ratifier}",
                )


def _holds(case: Case, selection: Mapping[str, tuple[str, ...]]) -> bool:
    return all(case.issues[i].status_quo in options for i, options in selection.items())


def _known(case: Case, selection: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether it is known what holds without agreement on every issue of a selection."""
    return all(
        issue in case.issues
        and (
            case.no_agreement != "status_quo"
            or case.issues[issue].status_quo in case.issues[issue].options
        )
        for issue in selection
    )


def _constraints(case: Case) -> Iterator[Finding]:
    for constraint_id, rule in case.constraints.items():
        path = ("constraints", constraint_id)
        then = {**rule.requires, **rule.excludes}
        if not then or set(then) & set(rule.if_):
            yield Finding("C406", path, f"'{constraint_id}' ties no other issue to those of `if`")
            continue
        if case.no_agreement != "status_quo" or not _known(case, {**rule.if_, **then}):
            continue
        broken = not _holds(case, rule.requires) or any(
            case.issues[i].status_quo in options for i, options in rule.excludes.items()
        )
        if _holds(case, rule.if_) and broken:
            yield Finding("C402", path, f"what holds without agreement breaks '{constraint_id}'")


def _linkages(case: Case) -> Iterator[Finding]:
    for linkage_id, linkage in case.linkages.items():
        if (
            case.no_agreement == "status_quo"
            and _known(case, linkage.when)
            and _holds(case, linkage.when)
        ):
            yield Finding(
                "C403", ("linkages", linkage_id), f"'{linkage_id}' holds without agreement"
            )


def _commitments(case: Case) -> Iterator[Finding]:
    for commitment_id, promise in case.commitments.items():
        path = ("commitments", commitment_id)
        if (promise.price is None) == (promise.kind == "priced"):
            does = "gives no price" if promise.price is None else "gives a price"
            yield Finding("C407", path, f"'{commitment_id}' is {promise.kind} and {does}")
        for issue_id, options in promise.options.items():
            status_quo = case.issues[issue_id].status_quo if issue_id in case.issues else None
            if status_quo in options:
                yield Finding(
                    "C408", (*path, "options", issue_id), f"'{status_quo}' holds without agreement"
                )
