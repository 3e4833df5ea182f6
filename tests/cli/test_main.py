import re
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

import click
import pytest

from detente import __version__
from detente.base.errors import InputError, MissingResource, NotProved
from detente.base.problem import Problem
from detente.cli import main as door
from detente.cli.main import COMMANDS, run
from detente.cli.main import detente as group
from detente.files.template import new_case
from tests.cli.program import PROGRAM, environment, installed

HEAVY = {"numpy", "pydantic", "yaml", "rich", "jinja2", "vl_convert", "detente.case.case"}
ROOM = Path(door.__file__).parent


def raising(error: BaseException, monkeypatch: pytest.MonkeyPatch, folder: Path) -> int:
    @click.command("check")
    def command() -> NoReturn:
        raise error

    monkeypatch.setenv("XDG_STATE_HOME", str(folder))
    monkeypatch.setattr(door.Commands, "get_command", lambda *_: command)
    return run(["check"])


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (InputError([Problem("C101", "m")]), 2, "C101 m"),
        (click.UsageError("wrong"), 2, "wrong"),
        (BrokenPipeError(), 0, ""),
        (NotProved("not in time"), 3, "detente: not in time\n"),
        (MissingResource("no room"), 4, "detente: no room\n"),
        (OSError(28, "No space left on device"), 4, "No space left on device"),
        (KeyboardInterrupt(), 130, "interrupted\n"),
        (click.Abort(), 130, "interrupted\n"),
        (KeyError("x"), 1, "a fault of the program, KeyError"),
        (RecursionError(), 1, "a fault of the program, RecursionError"),
    ],
)
def test_a_failure_ends_with_its_status_and_no_traceback(
    error: BaseException,
    status: int,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("os.dup2", lambda *_: 0)
    monkeypatch.setattr("sys.stdout.fileno", lambda: 1)

    assert raising(error, monkeypatch, tmp_path) == status

    out, err = capsys.readouterr()
    assert (said in err, out, "Traceback" in err) == (True, "", False)


def test_a_fault_leaves_a_report(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert raising(ZeroDivisionError("by nothing"), monkeypatch, tmp_path) == 1

    (line,) = capsys.readouterr().err.splitlines()
    (report,) = tmp_path.rglob("fault-*.txt")
    assert str(report) in line
    assert "by nothing" in report.read_text()


def test_help_lists_the_commands_that_exist(tmp_path: Path) -> None:
    done = installed(tmp_path, "--help")

    listed = re.findall(r"^  (\w+)  +\w", done.stdout.split("Commands:")[1], re.MULTILINE)
    assert (done.returncode, done.stderr, listed) == (0, "", [*COMMANDS])
    assert all((ROOM / f"{name}.py").is_file() for name in COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"Usage: detente {name}")
    assert group.get_command(click.Context(group), name) is not None


def test_help_loads_no_heavy_library() -> None:
    program = (
        "import sys; from detente.cli.main import run; run(['--help']); "
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, encoding="utf-8"
    )

    assert "Usage: detente" in done.stdout
    assert not HEAVY & set(done.stderr.split())


@pytest.mark.parametrize("arguments", [[], ["-h"]])
def test_alone_it_prints_help(arguments: list[str], tmp_path: Path) -> None:
    done = installed(tmp_path, *arguments)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Usage: detente")


def test_it_says_its_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"detente, version {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["chekc"],
        ["--nothing"],
        ["check"],
        ["check", "a", "b"],
        ["check", "a", "--nothing"],
        ["check", "a", "--format", "xml"],
        ["offers", "japan-russia-2017", "--from", "JPN"],
    ],
)
def test_a_wrong_call_is_refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2

    out, err = capsys.readouterr()
    assert (out, err.startswith("Usage: detente")) == ("", True)


@pytest.mark.parametrize(("said", "meant"), [("breif", "brief"), ("ofers", "offers")])
def test_a_misspelt_command_is_told_the_nearest(
    said: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([said, "japan-russia-2017"]) == 2

    err = capsys.readouterr().err
    assert f"No such command '{said}'. Did you mean '{meant}'?" in err


def test_a_command_like_none_has_no_suggestion(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["xyzzy"]) == 2
    assert "Did you mean" not in capsys.readouterr().err


def test_a_shell_completes_commands(tmp_path: Path) -> None:
    script = installed(tmp_path, _DETENTE_COMPLETE="bash_source")
    words = installed(
        tmp_path, _DETENTE_COMPLETE="bash_complete", COMP_WORDS="detente of", COMP_CWORD="1"
    )

    assert (script.returncode, "_detente_completion" in script.stdout) == (0, True)
    assert words.stdout == "plain,offers\n"


def test_a_reader_that_leaves_early_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "river.yaml").write_text(new_case("river"), encoding="utf-8")
    for form in ("text", "json"):
        with subprocess.Popen(
            [PROGRAM, "frontier", "river.yaml", "--format", form],
            cwd=tmp_path,
            env=environment(tmp_path),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        ) as process:
            assert process.stdout is not None
            process.stdout.close()
            assert process.stderr is not None
            assert process.stderr.read() == ""
            assert process.wait(60) == 0
    assert not [*tmp_path.rglob("fault-*")]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
def test_a_full_device_is_a_missing_resource(tmp_path: Path) -> None:
    (tmp_path / "river.yaml").write_text(new_case("river"), encoding="utf-8")
    for arguments in (["check", "river.yaml"], ["frontier", "river.yaml", "--format", "json"]):
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [PROGRAM, *arguments],
                cwd=tmp_path,
                env=environment(tmp_path),
                check=False,
                stdout=full,
                stderr=subprocess.PIPE,
                encoding="utf-8",
            )
        assert done.returncode == 4
        assert done.stderr == "detente: the answer cannot be written: No space left on device\n"


def test_the_program_ends_with_the_status_of_its_command(tmp_path: Path) -> None:
    done = installed(tmp_path, "check", "nowhere.yaml")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("F001 there is no file 'nowhere.yaml'\n    hint: ")
