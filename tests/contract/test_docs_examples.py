"""Every example in the documentation does what the page says."""

from pathlib import Path

import pytest

from tests.contract.docs_examples import (
    Block,
    Command,
    blocks_of,
    commands_of,
    matches,
    run_page,
    when_ready,
)

ROOT = Path(__file__).parents[2]
PAGES = sorted(path.relative_to(ROOT) for path in (ROOT / "docs").rglob("*.md"))


# Pages that run the whole brief, or many commands: the same commands are tested in the core too.
LONG = {
    Path("docs") / name
    for name in (
        "how-to/bring-a-spreadsheet.md",
        "how-to/keep-a-record.md",
        "how-to/publish-a-brief.md",
        "how-to/read-the-json.md",
        "tutorial/first-brief.md",
        "tutorial/first-record.md",
    )
}


def test_the_long_pages_are_pages() -> None:
    assert {*PAGES} >= LONG


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(page, marks=[pytest.mark.slow] if page in LONG else [])
        for page in (Path("README.md"), *PAGES)
    ],
    ids=str,
)
def test_the_examples_of_a_page_hold(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    text = (ROOT / page).read_text(encoding="utf-8")
    problems = run_page(str(page), text, tmp_path, when_ready)

    assert not problems, "\n".join(problems)


def test_blocks_carry_language_line_and_notes() -> None:
    noted = "a\n\n<!-- file: c.yaml -->\n\n```yaml\ndetente: 1\n```\n\n"
    nested = "````md\n```python\n>>> 1\n```\n````\n"

    assert blocks_of(noted + nested) == [
        Block("yaml", "detente: 1\n", 6, {"file": "c.yaml"}),
        Block("md", "```python\n>>> 1\n```\n", 10, {}),
    ]


def test_an_indented_block_loses_its_indent() -> None:
    [block] = blocks_of("1. Write:\n\n   ```console\n   $ detente x\n   ```\n")

    assert block.body == "$ detente x\n"


def test_commands_carry_what_they_print() -> None:
    body = "$ detente a \\\n>   --b\nx\n\ny\n$ cat f\n"

    assert commands_of(body) == [Command("detente a \\\n  --b", "x\n\ny"), Command("cat f", "")]


@pytest.mark.parametrize(
    ("expected", "printed", "same"),
    [
        ("a\nb", "a  \nb\n", True),
        ("a", "a\nb\n", False),
        ("", "", True),
        ("", "a\n", False),
        ("a\n...\nd", "a\nb\nc\nd\n", True),
        ("a\n...\nd", "a\nd\n", True),
        ("a\n...", "b\na\n", False),
        ("in ... s", "in 0.3 s\n", True),
        ("in ... s", "in 0.3\n s\n", False),
        ("1.5", "125\n", False),
    ],
)
def test_output_is_compared_with_ellipsis(expected: str, printed: str, same: bool) -> None:
    assert matches(expected, printed) is same


def test_a_page_shares_its_folder_and_its_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    page = """
<!-- file: in/number.txt -->
```text
7
```

```python
>>> from pathlib import Path
>>> number = int(Path("in/number.txt").read_text())
```

```python
>>> number
7
>>> number + 1
9
```
"""
    [problem] = run_page("page", page, tmp_path)

    assert "line 15, in page" in problem
    assert "Expected:\n    9\nGot:\n    8" in problem


def test_a_file_that_is_shipped_beside_a_page_is_at_hand(tmp_path: Path) -> None:
    page = "<!-- copy: ../index.md -->\n\nNot copied: <!-- copy: absent.md -->.\n"

    assert not run_page("docs/tutorial/page.md", page, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["index.md"]


def test_commands_run_and_their_status_is_declared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "detente").write_text("echo $COLUMNS $*; exit $#\n", encoding="utf-8")
    (tmp_path / "detente").chmod(0o755)
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    page = """
```console
$ make anything
not run
```

```console
$ detente
100
$ cat detente | wc -l
...1
```

<!-- exit: 2 -->
```console
$ detente check x
100 check x
```

```console
$ detente check
100 check
```
"""
    [problem] = run_page("page", page, tmp_path)

    assert problem.startswith("line 21: $ detente check\nexpected (exit 0):")
    assert "printed (exit 1):\n100 check" in problem
