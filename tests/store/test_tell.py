from detente.store.tell import Tell, nothing


def test_nobody_is_told() -> None:
    tell: Tell = nothing

    tell("reading", 1, 2)
