"""The page has a table for each question and a figure that reads on light and on dark."""

from pathlib import Path
from xml.etree import ElementTree

from bench.chart import growth
from bench.measure import Found, Row
from bench.page import page, write
from bench.registry import Problem, Question, Registry


def _questions() -> list[Question]:
    registry = Registry()
    return [
        registry.question("sums", "Sums of numbers", [Problem("small", list, "made up")]),
        registry.question(
            "growth-terms",
            "How sums grow",
            [Problem(f"with ties: {n}", list, "of one digit", n) for n in (1, 2, 4)],
        ),
    ]


def _rows() -> list[Row]:
    ours = Row("sums", "small", "ours", ours=True, seconds=0.5, rounds=3, found=Found(7, ""))
    peer = Row("sums", "small", "peer", ours=False, note="peer is not installed")
    swept = [
        Row("growth-terms", f"with ties: {n}", "ours", ours=True, seconds=n / 10, place=n)
        for n in (1, 2, 4)
    ]
    return [ours, peer, *swept]


def test_the_page_shows_every_row() -> None:
    text = page(_questions(), _rows())

    assert "| small | ours | 500 ms | 3 | 7 |  |" in text
    assert "| small | peer | – | – | – | peer is not installed |" in text
    assert "| with ties | of one digit | 4 | 400 ms | – | – | – |" in text
    assert "Problems: made up." in text


def test_empty_columns_are_left_out() -> None:
    text = page(_questions(), _rows())

    assert "| problem | who | time | rounds | points | note |" in text


def test_the_figure_is_a_file_of_its_own_with_colours_for_both() -> None:
    svg = growth(_questions(), _rows())
    root = ElementTree.fromstring(svg)

    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert "prefers-color-scheme: dark" in svg
    assert ">terms<" in svg
    assert ">sums<" not in svg


def test_both_files_are_written(tmp_path: Path) -> None:
    written = write(tmp_path / "reference", _questions(), _rows())

    assert [path.name for path in written] == ["benchmarks.md", "benchmarks.svg"]
    assert all(path.read_text(encoding="utf-8") for path in written)
