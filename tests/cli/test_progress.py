import pytest

from detente.cli.progress import progress


@pytest.mark.parametrize("quiet", [True, False])
def test_nothing_is_said_where_nobody_watches(
    quiet: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    with progress(quiet=quiet, verbose=False) as tell:
        tell("a", 0, 1)

    assert capsys.readouterr() == ("", "")


def test_each_thing_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(quiet=False, verbose=True) as tell:
        for done in range(3):
            tell("a", done, 3)
        tell("b", 0, 1)

    out, err = capsys.readouterr()
    assert out == ""
    assert [line.split(" s  ")[1] for line in err.splitlines()] == ["a", "b"]


def test_quiet_is_stronger(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(quiet=True, verbose=True) as tell:
        tell("a", 0, 1)

    assert capsys.readouterr() == ("", "")
