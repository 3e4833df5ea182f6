from detente.case.finding import Finding


def test_a_finding_is_a_value() -> None:
    assert Finding("C404", ("issues", "a"), "m") == Finding("C404", ("issues", "a"), "m")
    assert len({Finding("C404", ("issues", "a"), "m"), Finding("C404", ("issues", "b"), "m")}) == 2
    assert (Finding("C404", (), "m").hint, Finding("C404", (), "m").about) == ("", "")
