import pytest

from detente.report.html_links import (
    codes_id,
    number,
    number_id,
    option_id,
    pair_id,
    place_id,
    source,
    state_id,
    web_host,
    worth_id,
)


def test_a_number_is_a_link_and_escaped() -> None:
    assert number("1<2", 'a"b') == '<a class="n" href="#a&#34;b">1&lt;2</a>'
    assert 'class="n zero"' in number("0.0", "a")


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://www.example.org/a?b=c", "example.org"),
        ("HTTP://EXAMPLE.ORG", "example.org"),
        ("https://user:word@example.org:8080/", "example.org"),
        ("javascript:alert(1)", None),
        ("JaVaScRiPt:alert(1)", None),
        (" javascript:alert(1)", None),
        ("java\nscript:alert(1)", None),
        ("data:text/html,x", None),
        ("//example.org/", None),
        ("ftp://example.org/", None),
        ("http://", None),
        ("http://[", None),
        ("https://example.org/a b", None),
        ("https://example.org/\u202e", None),
        ("Kyodo, 11 May 2017", None),
        ("", None),
    ],
)
def test_only_web_addresses_are_links(text: str, host: str | None) -> None:
    assert web_host(text) == host
    assert ("href" in source(text)) == (host is not None)


def test_anchors_of_different_things_never_meet() -> None:
    parts = ("a", "a-b", "b", "b-c", "c")
    made = [
        make(x, y, z) for make in (worth_id, codes_id) for x in parts for y in parts for z in parts
    ]
    made += [option_id(x, y) for x in parts for y in parts]
    made += [pair_id("most", x, y) for x in parts for y in parts]
    made += [state_id(x, y) for x in parts for y in parts]
    made += [number_id("a.b"), place_id("a.b")]

    assert len(set(made)) == len(made)
