import copy
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from detente.base.codes import CODES
from detente.files.case_file import parse_case, read_case
from detente.testing import random_case
from tests.broken.case_text import case_text
from tests.broken.material import SMALL, TEMPLATE, edited, line_of, problems_of, told, write_yaml

TREES = [yaml.safe_load(TEMPLATE), yaml.safe_load(SMALL)]
for _tree in TREES:
    _tree["as_of"] = str(_tree["as_of"])

Place = tuple[str | int, ...]
JUNK = st.sampled_from(
    [None, True, 7, -1, "x", "none", "bad id!", "\x1b[31m", [], {}, [1, 2], {"x": 1}, "2026-02-30"]
)


def _places(value: Any, path: Place = ()) -> list[Place]:
    found: list[Place] = [path] if path else []
    if isinstance(value, dict):
        for key, inner in value.items():
            found += _places(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            found += _places(inner, (*path, index))
    return found


def _at(value: Any, path: Place) -> Any:
    for key in path:
        value = value[key]
    return value


def _ids(value: Any) -> list[str]:
    """Return every text that stands as a key or as a value."""
    texts = [key for path in _places(value) for key in path if isinstance(key, str)]
    leaves = [_at(value, path) for path in _places(value)]
    return sorted({*texts, *(leaf for leaf in leaves if isinstance(leaf, str))})


@st.composite
def _mutated(draw: st.DrawFn) -> tuple[Any, Place, str]:
    """Draw a tree with one thing changed, where, and in which way."""
    tree = copy.deepcopy(draw(st.sampled_from(TREES)))
    path = draw(st.sampled_from(_places(tree)))
    parent, last = _at(tree, path[:-1]), path[-1]
    way = draw(st.sampled_from(["delete", "rename", "retype", "swap", "add"]))
    if way == "delete":
        del parent[last]
    elif way == "retype":
        parent[last] = draw(JUNK)
    elif way == "swap":
        parent[last] = draw(st.sampled_from(_ids(tree)))
    elif isinstance(parent, dict):
        key = draw(st.sampled_from(["nmae", "x", *_ids(tree)]))
        items = list(parent.items())
        if way == "rename":
            items = [(key if k == last else k, v) for k, v in items]
        else:
            items.append((key, draw(JUNK)))
        parent.clear()
        parent.update(items)
        path = (*path[:-1], key)
    return tree, path, way


@given(_mutated())
def test_a_changed_case_is_read_or_refused_with_places(changed: tuple[Any, Place, str]) -> None:
    text = write_yaml(changed[0])
    case, problems = parse_case(text, "case.yaml")

    assert (case is None) == bool(problems)
    for problem in problems:
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.code in CODES
        assert problem.message.isprintable()


def _names(value: Any) -> set[str]:
    places = _places(value)
    return {str(key) for path in places for key in path} | {
        str(_at(value, path)) for path in places if not isinstance(_at(value, path), dict | list)
    }


@given(_mutated())
def test_one_change_is_told_beside_its_place_or_by_its_name(
    changed: tuple[Any, Place, str],
) -> None:
    tree, path, _ = changed
    problems = problems_of(write_yaml(tree))
    if not problems:
        return
    changed_path = tuple(map(str, path))
    # Paths are compared as text: a key may hold a full stop.
    dotted = ".".join(changed_path)
    near = {".".join(changed_path[:length]) for length in range(len(changed_path) + 1)}
    # A name that went missing is told where it is used.
    gone = set().union(*(_names(original) for original in TREES)) | {"none"}

    assert any(
        p.path == dotted
        or p.path.startswith(f"{dotted}.")
        or p.path in near
        or p.path in ("", "the case")
        or p.code == "C306"  # the case's signer is missing: told once, at the first number
        or any(f"'{name}'" in p.message for name in gone)
        or set(p.path.split(".")) & set(changed_path)
        or set(p.message.replace(",", "").split()) & set(changed_path)
        for p in problems
    )


@given(st.sampled_from(TREES), st.data())
def test_an_added_unknown_key_is_the_only_problem(tree: Any, data: st.DataObject) -> None:
    tree = copy.deepcopy(tree)
    rooms = ("facts", "principals", "ratifiers", "third_parties", "issues", "constraints")
    elements: list[Place] = [(room, key) for room in rooms for key in tree.get(room, {})]
    elements += [
        ("issues", issue, "options", option)
        for issue in tree["issues"]
        for option in tree["issues"][issue]["options"]
    ]
    path = data.draw(st.sampled_from([(), *elements]))
    _at(tree, path)["qqq"] = 1

    problems = problems_of(write_yaml(tree))

    assert [(p.code, p.path) for p in problems] == [("C102", ".".join(map(str, (*path, "qqq"))))]
    assert "known keys: " in problems[0].hint or "did you mean" in problems[0].hint


@given(st.integers(0, 10_000))
def test_a_case_written_and_read_is_the_same_case(seed: int) -> None:
    case = random_case(seed)

    again, problems = parse_case(case_text(case), "case.yaml")

    assert problems == ()
    assert again == case


# Each: what is changed, and all that is told, as code and a part of its line. Follow-ups of a
# broken element are not told; what is wrong elsewhere is.
TOGETHER = {
    "a renamed key and a dangling id": (
        [("by: UPP", "yb: UPP"), ("calls: crowd", "calls: corwd")],
        [("C201", "calls: corwd"), ("C101", "  loan:"), ("C102", "yb: UPP")],
    ),
    "an unknown key and weights elsewhere": (
        [("    status_quo: now", "    statusquo: now"), ("power: 60", "power: 61")],
        [("C301", "power: 61"), ("C102", "statusquo")],
    ),
    "a fact without its text is still a fact": (
        [("text: The river is low., ", ""), ("power: 60", "power: 61")],
        [("C101", "  flow:"), ("C301", "power: 61")],
    ),
    "a broken party": (
        [("  UPP:\n    name: Upland\n", "  UPP:\n    name: [Upland]\n"), ("LOW: 5", "LOW: five")],
        [("C103", "name: [Upland]"), ("C105", "LOW: five")],
    ),
    "a party without weights": (
        [
            ("    weights: {points: {water: 70, power: 30}, reason: judged}\n", ""),
            ("BANK\n", "B\n"),
        ],
        [("C101", "  LOW:"), ("C209", "to: B")],
    ),
    "objectives that are none": (
        [("{power: {text: Sell electricity, facts: [flow]}}", "[power]"), ("BANK\n", "B\n")],
        [("C103", "objectives: [power]"), ("C209", "to: B")],
    ),
    "facts that are none": (
        [('  flow: {text: The river is low., source: "Yearbook 2025"}', "  - flow")],
        [("C103", "facts:")],
    ),
    "a room of another name": ([("third_parties:", "thirdparties:")], [("C102", "thirdparties")]),
    "no title": (
        [("title: A small case\n", ""), ("power: 60", "power: 61")],
        [("C101", "detente: 1"), ("C301", "power: 61")],
    ),
    "a date that is none": (
        [("2026-01-31", "soon"), ("power: 60", "power: 61")],
        [("C106", "as_of"), ("C301", "power: 61")],
    ),
    "an option that is none": (
        [("      none: {name: No sales}\n", "      none: No sales\n"), ("power: 60", "power: 61")],
        [("C301", "power: 61"), ("C103", "none: No sales")],
    ),
    "two bad items of one list": (
        [("controller: [UPP, LOW]", "controller: [1, 2]"), ("power: 60", "power: 61")],
        [("C301", "power: 61"), ("C103", "[1, 2]"), ("C103", "[1, 2]")],
    ),
    "an id that is none": (
        [("  line_first:", "  line first:"), ("power: 60", "power: 61")],
        [("C301", "power: 61"), ("C104", "line first")],
    ),
    "the same key twice and a dangling id": (
        [("    principal: UPP\n", "    principal: UPP\n    principal: UPL\n")],
        [("F005", "principal: UPL")],
    ),
    "an issue twice": (
        [("  power:\n    name: Electricity\n", "  water:\n    name: Electricity\n")],
        [("F005", "  water:\n    name: Elec")],
    ),
    "not the first key": (
        [("detente: 1\nid: small\n", "id: small\ndetente: 1\n"), ("power: 60", "power: 61")],
        [("F007", "detente: 1"), ("C301", "power: 61")],
    ),
    "a ratifier of a principal's id": (
        [("  crowd:\n", "  LOW:\n")],
        [("C208", "  LOW:\n    name: the")],
    ),
    "a status quo that is none": (
        [("status_quo: now", "status_quo: naw")],
        [("C203", "status_quo: naw")],
    ),
}


@pytest.mark.parametrize("name", TOGETHER)
def test_every_problem_is_told_at_once_and_no_follow_up(name: str) -> None:
    changes, expected = TOGETHER[name]
    text = SMALL
    for old, new in changes:
        text = edited(old, new, text)

    found = told(text)
    where = sorted((line_of(text, part), code) for code, part in expected)
    if name == "an issue twice":  # its ids may be meant of either
        assert ("F005", where[0][0]) in found
        return
    assert [(line, code) for code, line in found] == where


def test_the_hint_names_the_keys_an_element_may_have() -> None:
    hints = {
        "    trakc: leaders": "did you mean `track`?",
        "    zzz: leaders": "known keys: name, text, controller, track",
    }
    for new, hint in hints.items():
        text = edited("    track: leaders", new)
        assert problems_of(text)[0].hint.startswith(hint)


def test_an_estimate_names_the_keys_of_its_written_form() -> None:
    text = edited("price: 5", "price: {value: 5, raeson: judged}")

    assert [p.hint for p in problems_of(text)] == ["did you mean `reason`?"]


@pytest.mark.parametrize("form", ["2", "1.0", "true", "'1'", "[1]", "null"])
def test_a_form_other_than_the_integer_1_is_refused(form: str) -> None:
    assert told(edited("detente: 1", f"detente: {form}")) == [("F007", 1)]


@pytest.mark.parametrize("text", ["", "# nothing\n", "- a\n", "text\n", "7\n", "~\n", "a: 1\n"])
def test_what_is_no_case_is_refused_in_one_line(text: str) -> None:
    assert told(text) == [("F007", 1)]


def test_a_terminal_never_obeys_what_a_file_says() -> None:
    (problem,) = problems_of(edited("title:", '"\\e[31mred\\n": 1\ntitle:'))

    assert "\\x1b[31mred\\n" in problem.message
    assert problem.message.isprintable()


def test_a_reading_keeps_what_is_left_of_a_broken_case() -> None:
    reading = read_case(edited("track: leaders", "track: chiefs"), "case.yaml")

    assert reading.case is not None
    assert reading.case.issues["water"].options["quota"].track is None
    assert reading.lacks("issues")
    assert not reading.lacks("chronology")


def test_nothing_is_left_of_a_case_without_parties() -> None:
    text = SMALL[: SMALL.index("principals:")] + SMALL[SMALL.index("ratifiers:") :]

    reading = read_case(text, "case.yaml")

    assert reading.case is None
    assert [p.code for p in reading.problems] == ["C101"]


@pytest.mark.parametrize(
    ("begin", "hint"),
    [
        ("detente: 0\nreserve: {low: 1}", "detente upgrade 'a b.yaml'"),
        ("detente: 2", "a newer version of Détente reads it"),
        ("detente: -1", ""),
        ("detente: true", ""),
    ],
)
def test_another_form_is_named_with_what_reads_it(begin: str, hint: str) -> None:
    problems = parse_case(f"{begin}\n", "a b.yaml")[1]

    [(line, said)] = [(p.line, p.hint) for p in problems if p.code == "F007"]
    assert (line, said) == (1, hint)
    assert ("upgrade" in hint) == (len(problems) == 1)
