import pytest

from detente.report.figures.svg import bars, figure, named, rows_of, ruled
from tests.report.figures.drawing import check


def test_a_drawing_is_named_and_its_colours_follow_the_page() -> None:
    spec = {
        "data": {"values": [{"a": "<b>&", "n": 1}]},
        "mark": {"type": "bar", "clip": True, "color": "var(--p1)"},
        "encoding": {
            "y": {"field": "a", "type": "nominal"},
            "x": {"field": "n", "type": "quantitative"},
        },
    }

    drawn = figure(spec, "fig-x", 'A "title" <here>', "22 %")

    assert "<b>&" in check(drawn)
    assert 'fill="var(--p1)"' in drawn.svg
    assert "A &#34;title&#34; &lt;here&gt;" in drawn.svg
    assert drawn.caption == "22\u00a0%"
    assert 'clip-path="url(#fig-x-' in drawn.svg


def test_rows_have_their_height_and_bars_their_colours() -> None:
    values = [{"name": "a", "n": 1, "kind": "k"}, {"name": "b", "n": 2, "kind": "l"}]
    x = {"field": "n", "type": "quantitative"}

    spec = rows_of(
        ["b", "a"], values, [bars(x, {"k": "p1", "l": "p2"}), ruled(x, y=None)], width=50, row=20
    )

    assert (spec["width"], spec["height"]) == (50, 40)
    assert spec["encoding"]["y"]["sort"] == ["b", "a"]
    assert spec["layer"][1]["encoding"]["y"] is None
    drawn = figure(spec, "fig-x", "t", "c")
    check(drawn)
    assert "var(--p1)" in drawn.svg
    assert "var(--p2)" in drawn.svg


def test_a_text_that_looks_like_markup_is_left_alone() -> None:
    svg = '<svg width="1" height="1" viewBox="0 0 1 1"><g id="a"><text>x</text></g></svg>'

    assert '<g id="f-a"><text>x</text>' in named(svg, "f", "t", "c")


def test_a_drawing_without_a_size_is_refused() -> None:
    with pytest.raises(ValueError, match="size"):
        named("<svg></svg>", "f", "t", "c")
