import hashlib
import os
from pathlib import Path

import pytest

from detente.base.errors import InputError
from detente.base.problem import Problem
from detente.files.opened import LIMIT, chronology_beside, open_case, read_text
from detente.files.resolve import builtin_names
from tests.broken.material import CODES, SMALL, TEMPLATE, edited


def refused(name: str) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        open_case(name)
    return caught.value.problems


def code_of(name: str) -> str:
    (problem,) = refused(name)
    return problem.code


def write(folder: Path, data: bytes | str) -> str:
    path = folder / "case.yaml"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return str(path)


def chronicled(text: str = SMALL, name: str = "events.csv") -> str:
    rules = "  rules: [{kind: meeting, counts: context}]\n"
    block = f"chronology:\n  file: {name}\n  selection: all\n{rules}"
    return edited("principals:\n", block + "principals:\n", text)


HEAD = "date,actor,target,kind,topic,summary,source_url,confidence\n"
MEETING = "2025-03-01,UPP,LOW,meeting,water,They meet,https://example.org,high\n"


@pytest.mark.parametrize("name", builtin_names())
def test_a_built_in_case_opens_with_its_events(name: str) -> None:
    opened = open_case(name)

    assert opened.case.id == name
    assert bool(opened.events) == (opened.case.chronology is not None)


def test_the_hash_is_of_the_bytes_read(tmp_path: Path) -> None:
    text = chronicled()
    name = write(tmp_path, text)
    (tmp_path / "events.csv").write_text(HEAD + MEETING)

    opened = open_case(name)

    assert opened.input_hash == hashlib.sha256((text + HEAD + MEETING).encode()).hexdigest()
    assert len(opened.events) == 1
    assert opened.origin == name


def test_a_folder_is_its_case_file(tmp_path: Path) -> None:
    write(tmp_path, SMALL)

    assert open_case(str(tmp_path)).case == open_case(str(tmp_path / "case.yaml")).case


def test_a_file_comes_before_a_built_in_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / builtin_names()[0]).write_text(SMALL)
    monkeypatch.chdir(tmp_path)

    assert open_case(builtin_names()[0]).case.id == "small"


def test_a_folder_without_a_case_hides_no_built_in_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / builtin_names()[0]).mkdir()
    monkeypatch.chdir(tmp_path)

    assert open_case(builtin_names()[0]).case.id == builtin_names()[0]


def test_a_folder_without_a_case_says_so(tmp_path: Path) -> None:
    (problem,) = refused(str(tmp_path))

    assert problem.code == "F001"
    assert "case.yaml" in problem.message


@pytest.mark.parametrize(
    "name",
    [
        "",
        "nowhere",
        "no/where.yaml",
        "a\0b",
        "a\nb",
        "\x1b[31m",
        "x" * 300,
        "x/" * 5_000,
        "\udcff",
        "/",
    ],
)
def test_what_is_no_file_is_no_case(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (problem,) = refused(name)

    assert problem.code == "F001"
    assert problem.message.isprintable()


def test_a_path_with_odd_signs_is_opened_and_shown_plainly(tmp_path: Path) -> None:
    good = tmp_path / "new\nline é.yaml"
    good.write_text(SMALL)
    bad = tmp_path / "new\nline.yaml"
    bad.write_text("")

    assert open_case(str(good)).case.id == "small"
    assert refused(str(bad))[0].file == str(bad).replace("\n", "\\n")


def test_a_link_to_nothing_and_a_ring_of_links_are_no_case(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "gone.yaml")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "b.yaml")

    assert [code_of(str(tmp_path / f"{name}.yaml")) for name in "ab"] == ["F001", "F001"]


def test_pipes_devices_and_folders_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "case.yaml").mkdir()

    for name in (str(tmp_path / "pipe"), "/dev/zero", "/dev/null", str(tmp_path)):
        assert code_of(name) == "F008"


def test_a_chronology_that_is_a_pipe_is_no_file(tmp_path: Path) -> None:
    name = write(tmp_path, chronicled())
    os.mkfifo(tmp_path / "events.csv")

    assert code_of(name) == "F008"


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = write(tmp_path, SMALL)

    def denied(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    assert (code_of(name), refused(name)[0].message) == ("F008", "permission denied")
    monkeypatch.setattr(Path, "exists", denied)
    assert code_of(name) == "F008"


def test_the_limit_itself_is_read_and_a_byte_more_is_not(tmp_path: Path) -> None:
    filled = SMALL + "#" * (LIMIT - len(SMALL.encode()))
    assert open_case(write(tmp_path, filled)).case.id == "small"

    assert code_of(write(tmp_path, filled + "#")) == "F003"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"detente: 1\nid: caf\xe9\n", 2),
        (SMALL.encode("utf-16"), 1),
        (b"a: 1\n\nb: \xed\xa0\x80\n", 3),
        (b"\xff\xfe", 1),
    ],
)
def test_bytes_that_are_no_utf_8_are_told_with_their_line(
    data: bytes, line: int, tmp_path: Path
) -> None:
    (problem,) = refused(write(tmp_path, data))

    assert (problem.code, problem.line) == ("F002", line)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_known_with_and_without_its_mark(encoding: str, tmp_path: Path) -> None:
    (problem,) = refused(write(tmp_path, SMALL.encode(encoding)))

    assert (problem.code, problem.line, problem.hint) == ("F002", 1, "save as UTF-8")
    assert "looks like UTF-16" in problem.message


@pytest.mark.parametrize("text", [SMALL, TEMPLATE], ids=["small", "template"])
def test_a_byte_order_mark_and_crlf_change_nothing(text: str, tmp_path: Path) -> None:
    plain = open_case(write(tmp_path, text)).case

    assert open_case(write(tmp_path, b"\xef\xbb\xbf" + text.encode())).case == plain
    assert open_case(write(tmp_path, text.replace("\n", "\r\n"))).case == plain


def test_a_chronology_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    name = write(tmp_path, chronicled())
    (tmp_path / "events.csv").write_bytes(b"\xef\xbb\xbf" + (HEAD + MEETING).encode())

    assert len(open_case(name).events) == 1


def test_a_chronology_too_large_or_not_utf_8_is_told(tmp_path: Path) -> None:
    name = write(tmp_path, chronicled())
    events = tmp_path / "events.csv"
    events.write_bytes(HEAD.encode() + b"\xff")
    assert [(p.code, p.line, p.file) for p in refused(name)] == [("F002", 2, str(events))]
    events.write_bytes(b"x" * (LIMIT + 1))
    assert code_of(name) == "F003"


@pytest.mark.parametrize("name", ["gone.csv", "x" * 300 + ".csv"])
def test_an_absent_chronology_is_told_where_it_is_named(name: str, tmp_path: Path) -> None:
    text = chronicled(name=name)

    (problem,) = refused(write(tmp_path, text))

    assert (problem.code, problem.line) == ("E501", text[: text.index("file:")].count("\n") + 1)


@pytest.mark.parametrize(
    "name", ["../events.csv", "/etc/events.csv", "events.txt", ".csv", "a b.csv"]
)
def test_a_chronology_elsewhere_is_refused(name: str, tmp_path: Path) -> None:
    (problem,) = refused(write(tmp_path, chronicled(name=f'"{name}"')))

    assert (problem.code, problem.path) == ("C104", "chronology.file")
    assert ".csv" in problem.message


def test_a_case_and_its_chronology_are_told_together(tmp_path: Path) -> None:
    text = edited(
        "calls: crowd", "calls: corwd", edited("chiefs", "chiefs", chronicled() + "#chiefs")
    )
    name = write(tmp_path, edited("track: leaders", "track: chiefs", text))
    (tmp_path / "events.csv").write_text(
        HEAD + MEETING.replace("meeting", "protest") + MEETING.replace("2025", "2027")
    )

    assert [p.code for p in refused(name)] == ["C104", "C201", "E505", "E504"]


def test_rows_are_not_called_uncounted_where_a_rule_is_broken(tmp_path: Path) -> None:
    text = edited("counts: context", "counts: contxt", chronicled())
    name = write(tmp_path, text)
    (tmp_path / "events.csv").write_text(HEAD + MEETING)

    assert [p.code for p in refused(name)] == ["C104"]


def test_all_minimal_files_lie_beside_their_chronologies() -> None:
    assert {p.stem for p in CODES.glob("*.csv")} <= {p.stem for p in CODES.glob("*.yaml")}


def test_a_text_is_read_as_a_case_is(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(b"\xef\xbb\xbfa: 1\r\n")
    (tmp_path / "y.yaml").write_bytes(b"\xff")

    assert read_text(tmp_path / "x.yaml", "x.yaml") == "a: 1\r\n"
    for path in (tmp_path / "y.yaml", tmp_path):
        with pytest.raises(InputError, match=r"F00[28]"):
            read_text(path, "x.yaml")


def test_a_chronology_is_found_beside_its_case(tmp_path: Path) -> None:
    case = open_case("japan-russia-2017").case

    assert chronology_beside(case, tmp_path / "case.yaml") is None
    (tmp_path / "chronology.csv").touch()
    assert chronology_beside(case, tmp_path / "case.yaml") == tmp_path / "chronology.csv"
    small = open_case(str(CODES / "U601.yaml")).case
    assert chronology_beside(small, tmp_path / "case.yaml") is None


def test_one_file_of_a_scenario_is_told_to_be_one_of_its_folder(tmp_path: Path) -> None:
    (tmp_path / "domain.xml").write_text("<negotiation_template/>")

    (problem,) = refused(str(tmp_path / "domain.xml"))

    assert (problem.code, problem.hint) == ("G801", f"name the folder: '{tmp_path}'")
    assert code_of(str(tmp_path / "domain.xml")) == "G801"
